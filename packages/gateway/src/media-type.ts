/** What a `content-type` header says. */
export interface MediaType {
  /** Type and subtype, lower case; `''` where there is no header. */
  readonly essence: string;
  /** Lower case. */
  readonly charset: string | undefined;
}

/** Reads a `content-type` header. Parameters other than `charset` are passed over. */
export function parseMediaType(header: string | undefined): MediaType {
  const [essence = '', ...parameters] = (header ?? '').split(';');
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
  return { essence: essence.trim().toLowerCase(), charset };
}
