import { parse } from 'content-type';

/** What a `content-type` header says. */
export interface MediaType {
  /** Type and subtype, lower case; `''` where there is no header. */
  readonly essence: string;
  /** Lower case. */
  readonly charset: string | undefined;
  /** As it came. */
  readonly header: string;
}

/** Reads a `content-type` header. Parameters other than `charset` are passed over. */
export function parseMediaType(header = ''): MediaType {
  const { type, parameters } = parse(header);
  return { essence: type, charset: parameters['charset']?.toLowerCase(), header };
}
