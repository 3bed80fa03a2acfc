import {
  EgoiUnsupportedError,
  findMethod,
  type MethodName,
  type MethodSpec,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import {
  abortionError,
  type ErrorContext,
  errorContext,
  linkSignals,
} from '@egoi-client/core/wire';
import type { OperationName, V3Answer, V3Request } from '@egoi-client/v3-api';
import { closedError, egoiErrorOf } from './call-errors.ts';
import { openAccountHost } from './account-host.ts';
import { type AccountView, accountView } from './account-view.ts';
import {
  addTriggeredCampaign,
  type CampaignEvent,
  recordCampaignEvent,
  type TriggeredCampaign,
} from './campaign-events.ts';
import { type ContactEvent, recordContactEvent } from './contact-events.ts';
import { type FailureOptions, failureScript, type ScriptedFailure } from './failures.ts';
import type { PendingFailure } from './pending-failures.ts';
import type { AccountWork } from './account/work/account-work.ts';
import { handlers } from './v2/handlers/handlers.ts';
import { callBudget, callLimitAnswer } from './v2/calls/call-budget.ts';
import { resolveSandboxOptions, type SandboxOptions } from './options.ts';
import { type OutboxMessage, readOutbox } from './outbox.ts';
import { refusalIn } from './v2/calls/refusal.ts';
import { signIn } from './v2/calls/sign-in.ts';
import { accountSeed } from './account/store/schema.ts';
import type { Statements } from './account/store/statements.ts';
import { readMadeFile } from './account/store/made-files.ts';
import { v3Face } from './v3-face.ts';
import { moderateSender, type SenderModeration } from './sender-moderation.ts';
import { type V3FailureOptions, v3FailureScript, type V3ScriptedFailure } from './v3-failures.ts';
import { type SandboxSnapshot, takeSnapshot } from './snapshot.ts';

const id = 'sandbox';

/** An embedded account that answers calls. */
export interface SandboxTransport extends Transport<'sandbox'> {
  /** Everything that the account holds, for a test to look at. */
  snapshot(): Promise<SandboxSnapshot>;
  /** The same page by page, for somebody to look at. */
  readonly view: AccountView;
  /** Every message that campaigns and direct SMS sent, the oldest first. */
  outbox(): Promise<readonly OutboxMessage[]>;
  /**
   * Records what a recipient did, for reports and the counts of the contact to tell.
   *
   * Rejects with `EgoiConfigError` for an unknown event, a campaign that does not exist, a contact whom
   * it was not sent to, and the removal of one who is removed.
   */
  recordEvent(event: CampaignEvent): Promise<void>;
  /**
   * Lets something happen to a contact apart from the API, by hand or by a form, and tells the receiver
   * that editApiCallback named.
   *
   * Rejects with `EgoiConfigError` for an unknown event, list or contact, one that is removed already,
   * and values that addSubscriber would refuse.
   */
  recordContactEvent(event: ContactEvent): Promise<void>;
  /**
   * Adds an e-mail campaign that an event sends, which the API can neither make nor delete.
   *
   * @returns its hash
   */
  addTriggeredCampaign(campaign: TriggeredCampaign): Promise<string>;
  /**
   * Ends the moderation of a sender that API v3 made before the account does, which validates all.
   *
   * Rejects with `EgoiConfigError` for an unknown status, and a sender that the account does not have.
   */
  moderateSender(moderation: SenderModeration): Promise<void>;
  /**
   * Lets calls fail that no input makes fail. Decides before anything else of a call, its key included.
   * One call meets one failure; of several that wait for it, the one that was given first.
   *
   * @param method whose calls, under any of its spellings, or `'*'` for all
   * @param what a code, a fault or a delay
   * @param options how often, and whether the call is performed
   * @returns takes the failure back, and tells how often it is still to happen
   * @throws EgoiConfigError for a wrong method, failure or option
   */
  fail(method: MethodName | '*', what: ScriptedFailure, options?: FailureOptions): PendingFailure;
  /**
   * Lets requests by API v3 fail that no input makes fail, as `fail` does with calls of v2. Requests
   * count against the budgets all the same.
   *
   * @param operation whose requests, `'createContact'`, or `'*'` for all
   * @param what a status or a problem, a connection that is cut, a delay, or work that is lost
   * @param options how often, and whether the request is performed
   * @returns takes the failure back, and tells how often it is still to happen
   * @throws EgoiConfigError for a wrong operation, failure or option
   */
  failV3(
    operation: OperationName | '*',
    what: V3ScriptedFailure,
    options?: V3FailureOptions,
  ): PendingFailure;
  /**
   * Opens the file, and makes it where it is missing, as the first call would: a wrong one shows before
   * anybody calls.
   *
   * Rejects with `EgoiConfigError` for a file that is no account, and with `EgoiConnectionError` when
   * another process holds it.
   */
  open(): Promise<void>;
  /**
   * Answers a request by API v3: the same account, by the other API. Never rejects: what goes wrong is
   * an answer too.
   */
  answerV3(request: V3Request): Promise<V3Answer>;
  /**
   * The content of a file that the account made, by its name; `undefined` for a name that none has.
   *
   * Rejects with `EgoiAbortError` after `close()`, and with `EgoiConnectionError` when another process
   * holds the file.
   */
  madeFile(name: string): Promise<string | undefined>;
  /**
   * Does the work that waits for its turn, whatever the clock says. Rejects with `EgoiFaultError` when
   * the store failed in it, or in work that had its turn before.
   */
  workOff(): Promise<void>;
  /**
   * Throws away all that the account holds, in its file too, and begins it anew, as it was made. Failures
   * that wait for calls, and the budgets, stay.
   *
   * Rejects with `EgoiAbortError` after `close()`, and with `EgoiConnectionError` when another process
   * holds the file.
   */
  reset(): Promise<void>;
  /**
   * Posts a callback or webhook once more, as it was, if it is still among the last thousand that
   * `view.deliveries` shows.
   *
   * @param delivery its number
   * @returns whether it is
   */
  resend(delivery: number): boolean;
  /** Waits until the callbacks of the calls made so far are delivered, or given up. */
  settled(): Promise<void>;
  /** Waits for the calls made so far, without their delays, gives their callbacks a second, then lets go of the file, or of the account in memory. */
  close(): Promise<void>;
}

/**
 * Makes an embedded E-goi account that answers as the service does: ids as text, error answers as
 * values, bare words where the service says them. Calls run one at a time, in the order in which they
 * came, each whole or not at all: what ends in an error answer or is aborted leaves nothing behind.
 *
 * A call rejects with `EgoiUnsupportedError` for a method outside the catalogue, `EgoiAbortError` for a
 * signal that fired or after `close()`, `EgoiConfigError` for a file that is no account,
 * `EgoiConnectionError` when another process holds the file, and `EgoiFaultError` when the store fails or `fail` says so.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function sandboxTransport(options: SandboxOptions = {}): SandboxTransport {
  const resolved = resolveSandboxOptions(options);
  const { now, maxImportBytes } = resolved;
  const { formerFields: hasFormerFields = false } = resolved.contactRules;
  const host = openAccountHost(resolved);
  const { inTurn, transact } = host;
  const failures = failureScript(resolved.wait);
  const hasCallLeft = callBudget(resolved.callsPerHour);
  const closing = new AbortController();
  const v3Failures = v3FailureScript(resolved.wait, closing.signal);
  const v3 = v3Face(host, resolved, v3Failures, closing.signal);

  /** For what the account's owner does without a call. */
  const write = async <T>(step: (work: AccountWork) => Promise<T>): Promise<T> => {
    if (closing.signal.aborted) throw closedError({});
    const time = now();
    return inTurn(() => transact('write', time, step));
  };

  const look = async <T>(step: (sql: Statements) => Promise<T>): Promise<T> => {
    if (closing.signal.aborted) throw closedError({});
    try {
      return await host.look(step);
    } catch (error) {
      throw egoiErrorOf(error, {});
    }
  };

  const rehearse: AccountView['rehearse'] = async (act) => {
    if (closing.signal.aborted) throw closedError({});
    try {
      return await v3.rehearse(act);
    } catch (error) {
      throw egoiErrorOf(error, {});
    }
  };

  const answer = async (
    request: TransportRequest,
    spec: MethodSpec,
    context: ErrorContext,
  ): Promise<WireValue> => {
    const { params, credentials, signal } = request;
    const method = spec.name as MethodName;
    const caller = signIn(spec, credentials, params, resolved);
    const time = now();
    if (!hasCallLeft(time)) return callLimitAnswer;
    return transact(spec.effect === 'read' ? 'read' : 'write', time, async (work) => {
      const value = await handlers[method]({ ...work, method, params, caller, maxImportBytes });
      // Before the commit, so that an aborted call is known to have changed nothing.
      if (signal.aborted) throw abortionError(signal, context, 'not_sent');
      return value;
    });
  };

  return {
    id,
    async call(request) {
      const context = errorContext(request, id);
      const spec = findMethod(request.method);
      if (spec === undefined || !Object.hasOwn(handlers, spec.name)) {
        throw new EgoiUnsupportedError(`the sandbox has no method '${request.method}'`, context);
      }
      if (closing.signal.aborted) throw closedError(context);
      if (request.signal.aborted) throw abortionError(request.signal, context, 'not_sent');
      const startedMs = performance.now();
      const perform = () =>
        inTurn(async () => {
          if (request.signal.aborted) throw abortionError(request.signal, context, 'not_sent');
          try {
            return await answer(request, spec, context);
          } catch (error) {
            const refusal = refusalIn(error, { method: spec.name as MethodName, hasFormerFields });
            if (refusal !== undefined) return refusal.answer;
            throw egoiErrorOf(error, context);
          }
        });
      const link = linkSignals([request.signal, closing.signal]);
      try {
        const failing = { method: spec.name, signal: link.signal, context };
        const value = await failures.run(failing, perform);
        return { value, transport: id, durationMs: performance.now() - startedMs };
      } catch (error) {
        throw egoiErrorOf(error, context);
      } finally {
        link.dispose();
      }
    },
    snapshot: () => look(takeSnapshot),
    view: accountView({ look, rehearse, deliveries: host.deliveries.log }),
    outbox: () => look(readOutbox),
    recordEvent: (event) => write((work) => recordCampaignEvent(work, event)),
    recordContactEvent: (event) => write((work) => recordContactEvent(work, event)),
    addTriggeredCampaign: (campaign) => write((work) => addTriggeredCampaign(work, campaign)),
    moderateSender: (moderation) => write((work) => moderateSender(work, moderation)),
    fail: (method, what, how) => failures.add(method, what, how),
    failV3: (operation, what, how) => v3Failures.add(operation, what, how),
    async open() {
      await look(accountSeed);
    },
    answerV3: (request) => v3.answer(request),
    madeFile: (name) => look((sql) => readMadeFile(sql, name)),
    async workOff() {
      if (closing.signal.aborted) throw closedError({});
      await host.workOff().catch((error: unknown) => {
        throw egoiErrorOf(error, {});
      });
    },
    async reset() {
      if (closing.signal.aborted) throw closedError({});
      await host.reset().catch((error: unknown) => {
        throw egoiErrorOf(error, {});
      });
    },
    resend: (delivery) => host.deliveries.again(delivery),
    settled: host.settled,
    async close() {
      closing.abort(closedError({}));
      await host.close();
    },
  };
}
