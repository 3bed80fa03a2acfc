export { v3Transport } from './v3-transport.ts';
export type { ListDetail, LossyCall, V3TransportOptions } from './calls/options.ts';
export { lossesOf, translationOf, type MethodLoss, type Translation } from './methods/facts.ts';
export type { Ending, LossEffects } from './calls/method-entry.ts';
