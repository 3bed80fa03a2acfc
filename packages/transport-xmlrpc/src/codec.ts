export { answerDecoder, decodeAnswer, decodeCall } from './decode.ts';
export { encodeAnswer, encodeCall } from './encode.ts';
