import type { WireAnswer, WireCall, WireFault } from '@egoi-client/core/wire';
import {
  type BatchedCall,
  callDecoder,
  decodeMulticall,
  encodeAnswer,
  encodeMulticallAnswer,
  encodeResult,
  multicallName,
} from '@egoi-client/transport-xmlrpc/codec';
import { DocumentReader } from './document-reader.ts';
import { xmlMediaTypes } from './media-types.ts';
import {
  type Answered,
  type Refusal,
  type ReplyForm,
  type Served,
  type ServedCall,
  type ServedProtocol,
  statusOf,
} from './served-protocol.ts';
import { xmlReply } from './xml-reply.ts';
import { systemAnswer, xmlrpcParts } from './xmlrpc-system.ts';

/** As many as an account has in an hour. Source: reference, 14.1. */
const maxBatchedCalls = 150;

/** XML-RPC on the server's side. Faults come with HTTP 200, as the specification wants it. */
export const xmlrpcProtocol: ServedProtocol = {
  mediaTypes: xmlMediaTypes,
  callMethods: ['POST'],
  reader: ({ mediaType }) => new DocumentReader(mediaType.charset, callDecoder(xmlrpcParts), serve),
  refuse: (refusal) => wholeDocument.refuse(refusal),
};

const wholeDocument: ReplyForm = {
  answer: (value) => xmlReply(200, encodeAnswer({ value })),
  refuse: (refusal) =>
    xmlReply(statusOf(refusal) ?? 200, encodeAnswer({ fault: faultFor(refusal) })),
};

const oneOfSeveral: ReplyForm<string> = {
  answer: (value) => encodeResult({ value }),
  refuse: (refusal) => encodeResult({ fault: faultFor(refusal) }),
};

function serve(call: WireCall): Served {
  if (call.method !== multicallName) return serveIn(wholeDocument, call);
  const calls = decodeMulticall(call.options['calls'], xmlrpcParts, maxBatchedCalls);
  return {
    calls: calls.map((batched) => serveIn(oneOfSeveral, batched)),
    answerAll: (results) => xmlReply(200, encodeMulticallAnswer(results)),
  };
}

function serveIn<Reply>(
  form: ReplyForm<Reply>,
  call: BatchedCall,
): ServedCall<Reply> | Answered<Reply> {
  if ('fault' in call) return { reply: replyIn(form, call), refused: 'bad-request' };
  const answer = systemAnswer(call);
  const { method, options } = call;
  if (answer !== undefined) {
    const refused = 'fault' in answer ? 'fault' : undefined;
    return { reply: replyIn(form, answer), method, refused };
  }
  return { method, options, ...form };
}

function replyIn<Reply>(form: ReplyForm<Reply>, answer: WireAnswer): Reply {
  return 'fault' in answer
    ? form.refuse({ reason: 'fault', fault: answer.fault })
    : form.answer(answer.value);
}

/** Source of 620: golden file `unknown-method`; of 630 and 404: reference, inferred server toolkit (14.5). */
function faultFor(refusal: Refusal): WireFault {
  switch (refusal.reason) {
    case 'unknown-method':
      return { faultCode: '620', faultString: `Method "${refusal.method}" does not exist` };
    case 'bad-request':
      return { faultCode: '630', faultString: `Unable to read request: ${refusal.text}` };
    case 'fault':
      return { ...refusal.fault, faultCode: xmlrpcFaultCode(refusal.fault.faultCode) };
    default:
      return { faultCode: unknownError, faultString: refusal.text };
  }
}

const unknownError = '404';

/** The specification has whole numbers only; words of other protocols are an unknown error. */
function xmlrpcFaultCode(code: string): string {
  return /^(?:0|-?[1-9]\d{0,8})$/.test(code) ? code : unknownError;
}
