import { type WireObject } from '@egoi-client/core';
import {
  type WireAnswer,
  type WireCall,
  type WireFault,
  WireFormatError,
} from '@egoi-client/core/wire';
import { textPieces } from '@egoi-client/http';
import { methodNamePattern } from './method-name.ts';
import { answerWriter, callWriter } from './write-value.ts';

/** What every document begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Writes a call: the bare method name and one struct, or its parts as parameters in their order. Whole
 * numbers beyond 32 bits go out as `<double>`, because the specification's `<int>` has 32 bits.
 * Source: reference, 14.6.
 *
 * @param call the options hold the credentials; at most `maxWireDepth` levels deep
 * @returns the document with its XML declaration
 * @throws WireFormatError for a method name or a value that XML-RPC cannot carry
 */
export function encodeCall(call: WireCall): string {
  return [...callPieces(call)].join('');
}

/** `encodeCall` in pieces, written while they are read; each reading throws as `encodeCall` does. */
export function callPieces(call: WireCall): Iterable<string> {
  return textPieces(() => writeCall(call));
}

function* writeCall({ method, options, parts }: WireCall): Generator<string, void> {
  if (!methodNamePattern.test(method)) {
    throw new WireFormatError('the method name is not one that XML-RPC allows');
  }
  const params = parts?.map((part) => (Object.hasOwn(options, part) ? options[part] : null)) ?? [
    options,
  ];
  yield `${declaration}<methodCall><methodName>${method}</methodName>`;
  if (params.length === 0) yield '<params/>';
  else {
    yield '<params>';
    for (const param of params) {
      yield '<param>';
      yield* callWriter.pieces(param ?? null, 'value');
      yield '</param>';
    }
    yield '</params>';
  }
  yield '</methodCall>';
}

/**
 * Writes an answer, as the service does: whole numbers up to 2^53 are `<int>` also beyond 32 bits
 * (golden file `every-type`); a fault code is an `<int>` where it is a number (golden file `fault`).
 *
 * @returns the document with its XML declaration
 * @throws WireFormatError for a value that XML-RPC cannot carry
 */
export function encodeAnswer(answer: WireAnswer): string {
  const content =
    'value' in answer
      ? `<params><param>${answerWriter.text(answer.value, 'value')}</param></params>`
      : `<fault>${answerWriter.text(faultStruct(answer.fault), 'value')}</fault>`;
  return `${declaration}<methodResponse>${content}</methodResponse>`;
}

/** A code such as `007` stays text: as a number it would come back as another code. */
export function faultStruct({ faultCode, faultString }: WireFault): WireObject {
  const number = Number(faultCode);
  const isInt = (number | 0) === number && String(number) === faultCode;
  return { faultCode: isInt ? number : faultCode, faultString };
}
