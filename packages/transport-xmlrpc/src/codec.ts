export { answerDecoder, callDecoder, decodeAnswer, decodeCall } from './decode.ts';
export { encodeAnswer, encodeCall } from './encode.ts';
