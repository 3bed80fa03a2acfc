import type { WireAnswer } from '@egoi-client/core/wire';
import { encodeAnswer as encodeSoap, soapServices } from '@egoi-client/soap-encoding';
import { encodeAnswer as encodeRest } from '@egoi-client/transport-rest/codec';
import { encodeAnswer as encodeXmlrpc } from '@egoi-client/transport-xmlrpc/codec';
import type { V2WireName } from './wires.ts';

const { soap, soap_any: universal } = soapServices;

const encoders: Readonly<Record<V2WireName, (method: string, answer: WireAnswer) => string>> = {
  soap: (method, answer) => encodeSoap({ namespace: soap.namespace, method, answer }),
  'soap-universal': (method, answer) =>
    encodeSoap({ namespace: universal.namespace, method, answer }),
  xmlrpc: (_method, answer) => encodeXmlrpc(answer),
  rest: (method, answer) => encodeRest(method, answer, 'json'),
};

/** An answer as the gateway writes it. */
export function encodeAnswer(wire: V2WireName, method: string, answer: WireAnswer): string {
  return encoders[wire](method, answer);
}
