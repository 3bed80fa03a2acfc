import { WireFormatError } from '@egoi-client/core/wire';

/** @throws WireFormatError always */
export function malformed(): never {
  throw new WireFormatError('the XML document is not well-formed');
}
