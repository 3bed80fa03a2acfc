import { type WireAnswer, type WireCall, WireFormatError } from '@egoi-client/core';
import { methodNamePattern } from './method-name.ts';
import { prepareValue } from './prepare-value.ts';
import { type Prepared, typedText, writeCall, writeFault, writeResponse } from './serializer.ts';

/**
 * Writes a call: the bare method name and one struct, or its parts as parameters in their order. Whole numbers beyond 32 bits go out as
 * `<double>`, because the specification's `<int>` has 32 bits. Source: reference, 14.6.
 *
 * @param call the options hold the credentials; at most `maxWireDepth` levels deep
 * @returns the document with its XML declaration
 * @throws WireFormatError for a method name or a value that XML-RPC cannot carry
 */
export function encodeCall(call: WireCall): string {
  if (!methodNamePattern.test(call.method)) {
    throw new WireFormatError('the method name is not one that XML-RPC allows');
  }
  const { options, parts } = call;
  const params = parts?.map((part) => (Object.hasOwn(options, part) ? options[part] : null));
  return writeCall(
    call.method,
    (params ?? [options]).map((param) => prepareValue(param ?? null, 'double')),
  );
}

/**
 * Writes an answer, as the service does: whole numbers up to 2^53 are `<int>` also beyond 32 bits
 * (golden file `every-type`); a fault code is an `<int>` where it is a number (golden file `fault`).
 *
 * @returns the document with its XML declaration
 * @throws WireFormatError for a value that XML-RPC cannot carry
 */
export function encodeAnswer(answer: WireAnswer): string {
  if ('value' in answer) return writeResponse(prepareValue(answer.value, 'int'));
  const { faultCode, faultString } = answer.fault;
  return writeFault({
    faultCode: prepareFaultCode(faultCode),
    faultString: prepareValue(faultString, 'int'),
  });
}

/** A code such as `007` stays text: as a number it would come back as another code. */
function prepareFaultCode(code: string): Prepared {
  const number = Number(code);
  const isInt = (number | 0) === number && String(number) === code;
  return isInt ? typedText('int', code) : prepareValue(code, 'int');
}
