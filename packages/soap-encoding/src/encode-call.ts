import { textPieces } from '@egoi-client/http';
import { elementName } from './escape.ts';
import { optionsPart, type SoapCall } from './soap-call.ts';
import { closeEnvelope, openEnvelope } from './write-envelope.ts';
import { soapWriters } from './write-value.ts';

/**
 * Writes a call as a SOAP 1.1 rpc/encoded envelope. Source: golden files, `request.xml`.
 *
 * @param call options that none of its parts takes are left out; a part without its option is null
 * @returns the document, with its XML declaration
 * @throws WireFormatError for a method or part that is no XML name, and values that no wire carries
 */
export function encodeCall(call: SoapCall): string {
  return [...callPieces(call)].join('');
}

/** `encodeCall` in pieces, written while they are read; each reading throws as `encodeCall` does. */
export function callPieces(call: SoapCall): Iterable<string> {
  return textPieces(() => writeCall(call));
}

function* writeCall(call: SoapCall): Generator<string, void> {
  const { namespace, method, options, parts = [optionsPart] } = call;
  const name = `ns1:${elementName(method)}`;
  yield `${openEnvelope(namespace, '1.1')}<${name}>`;
  for (const part of parts) {
    const own = Object.hasOwn(options, part) ? options[part] : undefined;
    const value = part === optionsPart ? options : (own ?? null);
    yield* soapWriters['1.1'].pieces(value, elementName(part));
  }
  yield `</${name}>${closeEnvelope['1.1']}`;
}
