export { answerDecoder, callDecoder, decodeAnswer, decodeCall } from './decode.ts';
export { encodeAnswer, encodeCall } from './encode.ts';
export {
  type BatchedCall,
  decodeMulticall,
  encodeMulticallAnswer,
  encodeResult,
  multicallName,
} from './multicall.ts';
