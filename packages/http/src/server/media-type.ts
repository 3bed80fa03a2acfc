/** What a `content-type` header says. */
export interface MediaType {
  /** Type and subtype, lower case; `''` where there is no header. */
  readonly essence: string;
  /** Lower case. */
  readonly charset: string | undefined;
  /** As it came. */
  readonly header: string;
}

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
  const isCommon =
    header.length <= maxKnownCharacters && mediaType.essence !== 'multipart/form-data';
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
