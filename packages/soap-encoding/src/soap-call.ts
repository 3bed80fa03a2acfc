import type { WireCall } from '@egoi-client/core';

/** The part that holds all options of a public operation. Source: reference, call model (14.2). */
export const optionsPart = 'functionOptions';

/** A call as SOAP carries it. */
export interface SoapCall extends WireCall {
  /** The namespace of the element that names the method. */
  readonly namespace: string;
  /**
   * The names of the call's parts, in order. `functionOptions` holds all options; a part of any other
   * name holds the option of that name. @default ['functionOptions']
   */
  readonly parts?: readonly string[];
}
