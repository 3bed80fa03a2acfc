export { v3Transport } from './v3-transport.ts';
export type {
  CallbackRelay,
  ListDetail,
  LossyCall,
  RelayedCallback,
  V3TransportOptions,
} from './calls/options.ts';
export {
  lossesOf,
  possibleLosses,
  translationOf,
  translations,
  type MethodLoss,
  type MethodTranslation,
  type PossibleLoss,
  type Translation,
} from './methods/facts.ts';
export type { Ending, LossEffects } from './calls/method-entry.ts';
