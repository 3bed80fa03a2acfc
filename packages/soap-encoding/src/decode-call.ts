import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { type CallDecoder, setMember, WireFormatError } from '@egoi-client/core/wire';
import { BodyReader, type SoapBody, type SoapPart } from './read-body.ts';
import { optionsPart, type SoapCall, type SoapVersion } from './soap-call.ts';

/** A call as it was read. */
export interface DecodedCall extends Required<SoapCall> {
  /** The version of its envelope, in which the caller reads the answer. */
  readonly version: SoapVersion;
}

/**
 * Reads a call of any SOAP 1.1 or 1.2 client: typed, untyped, with or without references.
 *
 * @param partsOf the parts that a method declares. As many parts of which none has a declared name are
 *   taken in their order, as PHP's server takes them: clients without a WSDL make names up (`param0`,
 *   `c-gensym3`). @default none: every part has the name that it came with
 * @returns the method with its namespace. A part `functionOptions` is the options; parts of other
 *   names become options of those names, and `parts` says which parts came
 * @throws WireFormatError for anything but a call, and for one with a header that must be understood
 */
export function decodeCall(
  text: string,
  partsOf?: (method: string) => readonly string[] | undefined,
): DecodedCall {
  const decoder = callDecoder(partsOf);
  decoder.write(text);
  return decoder.end();
}

/** Reads a call as `decodeCall` does, while its text arrives. */
export function callDecoder(
  partsOf: (method: string) => readonly string[] | undefined = () => undefined,
): CallDecoder<DecodedCall> {
  const reader = new BodyReader();
  return {
    write: (text) => reader.write(text),
    end: () => callIn(reader.end(), partsOf),
  };
}

function callIn(
  body: SoapBody,
  partsOf: (method: string) => readonly string[] | undefined,
): DecodedCall {
  if ('fault' in body) throw new WireFormatError('a fault came in place of a call');
  if (body.mustUnderstand) throw new WireFormatError('a header that must be understood is not');
  const { uri, local } = body.name;
  const parts = asDeclared(body.parts, partsOf(local) ?? []);
  return {
    version: body.version,
    namespace: uri,
    method: local,
    options: optionsOf(parts),
    parts: parts.map(({ name }) => name),
  };
}

function asDeclared(parts: readonly SoapPart[], declared: readonly string[]): readonly SoapPart[] {
  const isNamed = parts.some(({ name }) => declared.includes(name));
  if (isNamed || parts.length !== declared.length) return parts;
  return parts.map(({ name, value }, index) => {
    const place = declared[index] ?? name;
    // A client that sends each option as a part of its own may have one option only.
    const isOption = place === optionsPart && !isWireObject(value);
    return isOption ? { name, value } : { name: place, value };
  });
}

function optionsOf(parts: readonly SoapPart[]): WireObject {
  const [first, ...others] = parts;
  // Nearly always; a copy of all members would take as long as reading them.
  if (first?.name === optionsPart && others.length === 0) return struct(first.value);
  const options: WireObject = {};
  for (const { name, value } of parts) {
    if (name !== optionsPart) setMember(options, name, value);
    else for (const [key, member] of Object.entries(struct(value))) setMember(options, key, member);
  }
  return options;
}

/** PHP sends an associative array without members as an empty list. */
function struct(value: WireValue): WireObject {
  if (isWireObject(value)) return value;
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return {};
  throw new WireFormatError('the options of the call are not a struct');
}
