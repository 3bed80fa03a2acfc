export { type CheckedWsdl, checkWsdl } from './check-wsdl.ts';
export { answerDecoder, decodeAnswer } from './decode-answer.ts';
export { callDecoder, type DecodedCall, decodeCall } from './decode-call.ts';
export { encodeAnswer, type SoapAnswer } from './encode-answer.ts';
export { encodeCall } from './encode-call.ts';
export { encodeRequest, type SoapOperation, type SoapRequest } from './encode-request.ts';
export { itemSize } from './write-value.ts';
export type { SoapCall, SoapVersion } from './soap-call.ts';
export { soapServices } from './soap-services.ts';
export {
  type WsdlDescription,
  type WsdlOperation,
  type WsdlPart,
  type WsdlService,
  type WsdlType,
  writeWsdl,
} from './write-wsdl.ts';
