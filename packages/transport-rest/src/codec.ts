export { answerDecoder, decodeAnswer, type ExpectedAnswer } from './answer/decode-answer.ts';
export { encodeAnswer } from './answer/encode-answer.ts';
export { noMethodFault, restFaultCode, unknownMethodFault } from './answer/answer-tree.ts';
export { checkCall, defaultMaxFormFields } from './form/encode-call.ts';
export {
  callDecoder,
  decodeCall,
  type RestCall,
  type RestCallDecoder,
} from './form/decode-call.ts';
export { encodeCall } from './form/encode-call.ts';
export type { RestFormat } from './format.ts';
