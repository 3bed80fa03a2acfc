export { type NamedTransportOptions, transportNamed } from './transport-named.ts';
export {
  type TransportEnvironment,
  transportFromEnvironment,
} from './transport-from-environment.ts';
export { wireAddress } from './wire-address.ts';
export {
  defaultWire,
  isWireName,
  type V2WireName,
  v2WireNames,
  type WireName,
  wireNames,
  type WireOptions,
} from './wires.ts';
