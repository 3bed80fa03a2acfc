// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { NewSender, Outcome, Sender } from './structs.ts';

/** Parameters of addCname. */
export interface AddCnameParams {
  /** The domain; the name is the sandbox's choice. */
  readonly cname?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of addSender. */
export interface AddSenderParams {
  /** `'email'` and `'telemovel'` were seen. */
  readonly channel?: string | null | undefined;
  /** Address, number or text; the name is the sandbox's choice. */
  readonly sender?: string | null | undefined;
  /** Approval file, PDF as base64, 8 MB at most; the name is the sandbox's choice. */
  readonly file?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of deleteSender. */
export interface DeleteSenderParams {
  /** Code of the sender (`FROMID`); the name is the sandbox's choice. */
  readonly fromID?: string | null | undefined;
  /** `'email'` and `'telemovel'` were seen. */
  readonly channel?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of editSender. */
export interface EditSenderParams {
  /** Code of the sender (`FROMID`); the name is the sandbox's choice. */
  readonly fromID?: string | null | undefined;
  /** `'email'` and `'telemovel'` were seen. */
  readonly channel?: string | null | undefined;
  /** Address, number or text; the name is the sandbox's choice. */
  readonly sender?: string | null | undefined;
  /** Approval file, PDF as base64, 8 MB at most; the name is the sandbox's choice. */
  readonly file?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of getSenders. */
export interface GetSendersParams {
  /** `'email'` and `'telemovel'` were seen. */
  readonly channel?: string | null | undefined;
}

/** The methods of the group 'senders'. */
export interface SendersMethods {
  /**
   * Adds a CNAME, an own tracking domain.
   *
   * The parameter `cname` is the sandbox's choice, after the error code.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Senders. Parameters inferred from sources; result of which a source shows
   * the shape alone.
   *
   * @throws EgoiApiError `CNAME_MISSING`
   */
  addCname(params?: AddCnameParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Adds a sender.
   *
   * `sender`, `file` and the result `FROMID` are the sandbox's choice; `channel` is inferred.
   *
   * Source: reference, Senders. Parameters inferred from sources; result of which a source shows
   * the shape alone.
   *
   * @throws EgoiApiError `CHANNEL_MISSING`, `SENDER_EXISTS`, `SENDER_MISSING`,
   * `FILE_SENDER_MISSING`, `FILE_TOO_LARGE`, `INVALID_FILE`
   */
  addSender(params?: AddSenderParams, options?: CallOptions): Promise<NewSender>;
  /**
   * Deletes a sender.
   *
   * `fromID` and `channel` are the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Senders. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `CHANNEL_MISSING`, `SENDER_MISSING`, `SENDER_NOT_EXISTS`
   */
  deleteSender(params?: DeleteSenderParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Edits a sender.
   *
   * `SENDER_EXISTS` is the sandbox's choice.
   *
   * All parameters are the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Senders. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `CHANNEL_MISSING`, `SENDER_MISSING`, `SENDER_NOT_EXISTS`,
   * `FILE_TOO_LARGE`, `INVALID_FILE`, `SENDER_EXISTS`
   */
  editSender(params?: EditSenderParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Lists the senders; `FROMID` is what campaigns take as `from` and sends as `fromID`.
   *
   * No source knows the answer when there is none; `SENDER_NOT_EXISTS` is the sandbox's choice.
   *
   * Source: reference, Senders. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `SENDER_NOT_EXISTS`, `CHANNEL_MISSING`
   */
  getSenders(params?: GetSendersParams, options?: CallOptions): Promise<Sender[]>;
}
