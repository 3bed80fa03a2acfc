import { brandClass } from '../identity/brand.ts';

/**
 * Thrown by codecs for a document that is not what its protocol allows: truncated, malformed, too
 * deep, or of another shape. Carries no part of the document. Transports turn it into
 * `EgoiProtocolError`, servers into the protocol's own refusal.
 */
export class WireFormatError extends Error {
  static {
    brandClass(this, 'WireFormatError');
  }
}
