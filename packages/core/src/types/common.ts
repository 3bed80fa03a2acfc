// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../catalogue/method-spec.ts';
import type { Operation, Outcome } from './structs.ts';

/** Parameters of editApiCallback. */
export interface EditApiCallbackParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Address that accepts a POST. */
  readonly callback_url: string;
  /** Switch of event 1; no source knows which event that is. */
  readonly notif_api_1?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 2; no source knows which event that is. */
  readonly notif_api_2?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 3; no source knows which event that is. */
  readonly notif_api_3?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 4; no source knows which event that is. */
  readonly notif_api_4?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 5; no source knows which event that is. */
  readonly notif_api_5?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 6; no source knows which event that is. */
  readonly notif_api_6?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 7; no source knows which event that is. */
  readonly notif_api_7?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 8; no source knows which event that is. */
  readonly notif_api_8?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 9; no source knows which event that is. */
  readonly notif_api_9?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 10; no source knows which event that is. */
  readonly notif_api_10?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 11; no source knows which event that is. */
  readonly notif_api_11?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 12; no source knows which event that is. */
  readonly notif_api_12?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 13; no source knows which event that is. */
  readonly notif_api_13?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 14; no source knows which event that is. */
  readonly notif_api_14?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 15; no source knows which event that is. */
  readonly notif_api_15?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 16; no source knows which event that is. */
  readonly notif_api_16?: boolean | 0 | 1 | '0' | '1' | null | undefined;
}

/** Parameters of getOperationsQueue. */
export interface GetOperationsQueueParams {
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The methods of the group 'common'. */
export interface CommonMethods {
  /**
   * Registers the URL that E-goi calls when contacts of a list change.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Which event each switch stands for, no source knows; in the sandbox callbacks tell of added and
   * removed contacts unless all switches that are given are off.
   *
   * Parameters seen in a source; result in no source. Source: reference, Common.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `INVALID_URL`
   */
  editApiCallback(params: EditApiCallbackParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Lists the pending background operations.
   *
   * No source knows the fields; all of them are the sandbox's choice.
   *
   * Parameters in no source; result in no source. Source: reference, Common.
   */
  getOperationsQueue(
    params?: GetOperationsQueueParams,
    options?: CallOptions,
  ): Promise<Operation[]>;
}
