// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { Operation } from './structs.ts';

/** Parameters of editApiCallback. */
export interface EditApiCallbackParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Address that accepts a POST. */
  readonly callback_url: string;
  /** Tells when a single opt-in form is submitted. */
  readonly notif_api_1?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact leaves by the unsubscription form. */
  readonly notif_api_2?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact is added by hand. */
  readonly notif_api_3?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact is removed by hand. */
  readonly notif_api_4?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact is removed because of bounces. */
  readonly notif_api_5?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact converts another one. */
  readonly notif_api_6?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a double opt-in form is submitted. */
  readonly notif_api_7?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact leaves by the unsubscribe link. */
  readonly notif_api_8?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact is added through the API. */
  readonly notif_api_9?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a contact is removed through the API. */
  readonly notif_api_10?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Switch of event 11; no source knows which event that is. */
  readonly notif_api_11?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when data is changed by hand. */
  readonly notif_api_12?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when the edit-subscription form is submitted. */
  readonly notif_api_13?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when data is changed through the API. */
  readonly notif_api_14?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a subscription by form is confirmed. */
  readonly notif_api_15?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Tells when a change of data by form is confirmed. */
  readonly notif_api_16?: boolean | 0 | 1 | '0' | '1' | null | undefined;
}

/** The outcome. */
export interface EditApiCallbackResult {
  /** 'OK' when it was done. */
  RESULT: string;
}

/** Parameters of getOperationsQueue. */
export interface GetOperationsQueueParams {
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The methods of the group 'common'. */
export interface CommonMethods {
  /**
   * Registers the address that the service posts to when contacts of a list change.
   *
   * The service posts a form whose one field is named `addSubscriber`, `editSubscriber` or
   * `removeSubscriber` and holds an XML document: the root `DATA`, and the contact's fields in it.
   * The switches choose among sixteen events; they take `true`, 1 and `'1'`, and `false`, 0 and
   * `'0'`.
   *
   * The elements of the document, in their order: `UID`, `LIST`, `FIRST_NAME`, `LAST_NAME`,
   * `EMAIL`, `CELLPHONE`, `TELEPHONE`, `FAX`, `LANGUAGE`, `BIRTH_DATE`, `DATE_ADD`, `STATUS`, an
   * `EXTRA_FIELD_<number>` for each extra field, `REMOVE_DATE`, `REMOVE_METHOD`, `REMOVE_OPTION`,
   * `REMOVE_OBS`, `STATS_EMAIL_SENT`. Any of them may be empty, and further `STATS_` elements may
   * follow.
   *
   * No source knows what event 11 is, nor whether a callback is tried again.
   *
   * In the sandbox a call without switches asks for every event.
   *
   * Source: reference, Common. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `INVALID_URL`
   */
  editApiCallback(
    params: EditApiCallbackParams,
    options?: CallOptions,
  ): Promise<EditApiCallbackResult>;
  /**
   * Lists the background operations.
   *
   * No source knows the fields; all of them are the sandbox's choice.
   *
   * Source: reference, Common. Parameters in no source; result of which a source shows the shape
   * alone.
   */
  getOperationsQueue(
    params?: GetOperationsQueueParams,
    options?: CallOptions,
  ): Promise<Operation[]>;
}
