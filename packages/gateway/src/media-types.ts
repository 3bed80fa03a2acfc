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
