import type { WireCall } from '@egoi-client/core/wire';

/** The part that holds all options of a public operation. Source: reference, call model (14.2). */
export const optionsPart = 'functionOptions';

/** A version of SOAP. */
export type SoapVersion = '1.1' | '1.2';

/** A call as SOAP carries it. */
export interface SoapCall extends WireCall {
  /** The namespace of the element that names the method. */
  readonly namespace: string;
}
