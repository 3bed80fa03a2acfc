/** What a `content-type` header says. */
export interface MediaType {
  /** Type and subtype, lower case; `''` where there is no header. */
  readonly essence: string;
  /** Lower case. */
  readonly charset: string | undefined;
  /** As it came. */
  readonly header: string;
}

/** A form of fields, one after the other. Tools say it of whatever they post when they are not told. */
export const formMediaType = 'application/x-www-form-urlencoded';

/** A form of parts, each with a head of its own. */
export const multipartMediaType = 'multipart/form-data';

/**
 * What clients say of a document of XML, and what tools say of any body: PHP's servers read the document
 * and do not look at its type.
 */
export const xmlMediaTypes = [
  'text/xml',
  'application/xml',
  'application/soap+xml',
  formMediaType,
  'text/plain',
  'application/octet-stream',
] as const;

/** Clients say the same every time: what few and short headers mean is remembered. */
const known = new Map<string, MediaType>();
const maxKnown = 64;
const maxKnownCharacters = 128;

/** Reads a `content-type` header. Parameters other than `charset` are passed over. */
export function parseMediaType(header = ''): MediaType {
  const remembered = known.get(header);
  if (remembered !== undefined) return remembered;
  const mediaType = readMediaType(header);
  // Each form of parts has another boundary.
  const isCommon = header.length <= maxKnownCharacters && mediaType.essence !== multipartMediaType;
  if (known.size < maxKnown && isCommon) known.set(header, mediaType);
  return mediaType;
}

function readMediaType(header: string): MediaType {
  const [essence = '', ...parameters] = header.split(';');
  let charset: string | undefined;
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=');
    if (name.trim().toLowerCase() !== 'charset') continue;
    charset = value
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase();
    break;
  }
  return { essence: essence.trim().toLowerCase(), charset, header };
}
