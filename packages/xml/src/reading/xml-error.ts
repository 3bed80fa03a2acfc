/** A document that is not well-formed, or that this reader refuses. Holds no part of the document. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** @throws XmlError always */
export function malformed(): never {
  throw new XmlError('the XML document is not well-formed');
}
