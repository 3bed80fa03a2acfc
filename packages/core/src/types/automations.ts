// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { Automation, Outcome } from './structs.ts';

/** Parameters of getAutobots. */
export interface GetAutobotsParams {
  /** Only the automations of this list; the sandbox's choice. */
  readonly listID?: number | string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of startAutobot. */
export interface StartAutobotParams {
  /** Number of the automation; the sandbox's choice. */
  readonly autobot?: number | string | null | undefined;
  /** Number of the list; the sandbox's choice. */
  readonly listID?: number | string | null | undefined;
  /** UID or e-mail address; the sandbox's choice. */
  readonly subscriber?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The methods of the group 'automations'. */
export interface AutomationsMethods {
  /**
   * Lists the automations of the account.
   *
   * No source knows the parameters or the fields; `listID`, `ID`, `NAME`, `LISTNUM` and `STATUS`
   * are the sandbox's choice.
   *
   * Source: reference, Automations. Parameters in no source; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `AUTOBOT_NOT_FOUND`
   */
  getAutobots(params?: GetAutobotsParams, options?: CallOptions): Promise<Automation[]>;
  /**
   * Starts an automation for a contact.
   *
   * No source knows the parameters; `autobot`, `listID` and `subscriber` are the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Automations. Parameters in no source; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `AUTOBOT_NOT_FOUND`, `LIST_MISSING`, `SUBSCRIBER_MISSING`,
   * `SUBSCRIBER_NOT_FOUND`
   */
  startAutobot(params?: StartAutobotParams, options?: CallOptions): Promise<Outcome>;
}
