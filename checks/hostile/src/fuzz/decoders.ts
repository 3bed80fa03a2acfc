import { type WireValue } from '@egoi-client/core';
import { type WireAnswer, WireFormatError } from '@egoi-client/core/wire';
import {
  checkWsdl,
  answerDecoder as soapAnswer,
  decodeCall as soapCall,
} from '@egoi-client/soap-encoding';
import {
  answerDecoder as restAnswer,
  decodeCall as restCall,
  type RestFormat,
} from '@egoi-client/transport-rest/codec';
import {
  answerDecoder as xmlrpcAnswer,
  decodeCall as xmlrpcCall,
  decodeMulticall,
} from '@egoi-client/transport-xmlrpc/codec';
import { readXml } from '@egoi-client/xml';
import { wrongInValue } from './check-value.ts';
import { callbackDecoders } from './callback-decoders.ts';
import type { Corpus } from './corpus.ts';
import type { Decoder } from './decoder.ts';
import { gatewayDecoder } from './gateway-decoder.ts';
import { httpDecoder } from './http-decoder.ts';
import { inPieces } from './in-pieces.ts';
import { mutate, randomText } from './mutate.ts';
import { resultDecoders } from './result-decoders.ts';
import { v3Decoders } from './v3-decoders.ts';

/** All decoders, in the order in which they run. */
export function makeDecoders(corpus: Corpus): readonly Decoder[] {
  const { soapCalls, soapAnswers, xmlrpcCalls, xmlrpcAnswers, forms, jsonAnswers, xmlAnswers } =
    corpus;
  const allXml = [...soapCalls, ...soapAnswers, ...xmlrpcCalls, ...xmlrpcAnswers, ...xmlAnswers];
  return [
    textDecoder('xml-reader', allXml, allXml, (text) => {
      readXml(text, { start: () => {}, text: () => {}, end: () => {} });
      return undefined;
    }),
    textDecoder('soap-call', soapCalls, allXml, (text) => wrongInValue(soapCall(text).options)),
    textDecoder('soap-answer', soapAnswers, allXml, (text) =>
      wrongInAnswer(inPieces(text, () => soapAnswer())),
    ),
    textDecoder('wsdl', corpus.wsdls, [...corpus.wsdls, ...soapCalls], (text) => {
      checkWsdl(text);
      return undefined;
    }),
    textDecoder('xmlrpc-call', xmlrpcCalls, allXml, (text) =>
      wrongInValue(xmlrpcCall(text).options),
    ),
    textDecoder('xmlrpc-multicall', corpus.multicalls, allXml, wrongInMulticall),
    textDecoder('xmlrpc-answer', xmlrpcAnswers, allXml, (text) =>
      wrongInAnswer(inPieces(text, xmlrpcAnswer)),
    ),
    textDecoder('rest-call', forms, [...forms, ...jsonAnswers], (text) =>
      wrongInValue(restCall(text).options),
    ),
    textDecoder('rest-answer-json', jsonAnswers, [...jsonAnswers, ...forms], restReader('json')),
    textDecoder('rest-answer-xml', xmlAnswers, allXml, restReader('xml')),
    ...resultDecoders(),
    ...v3Decoders(),
    ...callbackDecoders(),
    gatewayDecoder(corpus),
    httpDecoder([...allXml, ...jsonAnswers]),
  ];
}

function batchParts(method: string): readonly string[] | undefined {
  return method === 'system.multicall' ? ['calls'] : undefined;
}

function wrongInMulticall(text: string): string | undefined {
  const { options } = xmlrpcCall(text, batchParts);
  const calls = decodeMulticall(options['calls'], batchParts, 150);
  for (const call of calls) {
    const wrong = 'fault' in call ? undefined : wrongInValue(call.options);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function restReader(format: RestFormat): (text: string) => string | undefined {
  return (text) =>
    wrongInAnswer(
      inPieces(text, () => restAnswer({ method: 'getReport', format, expectsList: false })),
    );
}

function textDecoder(
  name: string,
  documents: readonly string[],
  others: readonly string[],
  read: (text: string) => string | undefined,
): Decoder {
  return {
    name,
    share: 2,
    run(random) {
      const text = random.oneIn(10)
        ? randomText(random)
        : mutate(random.pick(documents), random, others);
      try {
        return read(text);
      } catch (error) {
        if (error instanceof WireFormatError) return undefined;
        throw error;
      }
    },
  };
}

function wrongInAnswer(answer: WireAnswer): string | undefined {
  if ('value' in answer) return wrongInValue(answer.value);
  const { faultCode, faultString }: { readonly [name: string]: WireValue } = { ...answer.fault };
  return typeof faultCode === 'string' && typeof faultString === 'string'
    ? undefined
    : 'a fault that is not of text';
}
