import { EgoiProtocolError } from '@egoi-client/core';
import { type ErrorContext, option } from '@egoi-client/core/wire';

/**
 * Where calls go by a WSDL's own word. `http` becomes `https`, as the service publishes `http`
 * addresses and answers on both (reference, 14.1), unless the WSDL itself came over `http`.
 *
 * @param location what `soap:address` says
 * @param source where the WSDL was read; `undefined` when it was given as text
 * @throws EgoiProtocolError when there is no usable address, or one on another host than the WSDL's:
 *   the key must not follow it
 */
export function callAddress(
  location: string | undefined,
  source: URL | undefined,
  context: ErrorContext,
): string {
  const checked = option.url().safeParse(location?.trim());
  if (!checked.success) throw refused('gives no usable address of the service', context);
  const address = new URL(checked.data);
  if (address.protocol === 'http:' && source?.protocol !== 'http:') address.protocol = 'https:';
  if (source !== undefined && address.host !== source.host) {
    throw refused('sends calls to another host than its own', context);
  }
  return address.href;
}

function refused(reason: string, context: ErrorContext): EgoiProtocolError {
  return new EgoiProtocolError(`the WSDL ${reason}; set the option endpoint`, {
    ...context,
    delivery: 'not_sent',
  });
}
