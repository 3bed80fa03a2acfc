import {
  abortionError,
  EgoiAbortError,
  EgoiConnectionError,
  EgoiError,
  EgoiFaultError,
  EgoiUnsupportedError,
  type ErrorContext,
  errorContext,
  findMethod,
  type MethodName,
  type MethodSpec,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import { momentOf } from './clock.ts';
import { addGeneratedContacts } from './contacts/generated-contacts.ts';
import { handlers } from './handlers/handlers.ts';
import { resolveSandboxOptions, type SandboxOptions } from './options.ts';
import { givenReferences, seededReferences } from './references.ts';
import { Refusal } from './refusal.ts';
import { serialQueue } from './serial-queue.ts';
import { signIn } from './sign-in.ts';
import { accountSeed } from './store/account.ts';
import { isBusy, openDatabase } from './store/database.ts';
import { type SandboxSnapshot, takeSnapshot } from './snapshot.ts';
import type { Statements } from './store/statements.ts';

const id = 'sandbox';

/** An embedded account that answers calls. */
export interface SandboxTransport extends Transport<'sandbox'> {
  /** Everything that the account holds, for a test to look at. */
  snapshot(): Promise<SandboxSnapshot>;
  /** Waits for the calls made so far, then lets go of the file, or of the account in memory. */
  close(): Promise<void>;
}

/**
 * Makes an embedded E-goi account that answers as the service does: ids as text, error answers as
 * values, bare words where the service says them. Calls run one at a time, in the order in which they
 * came, each whole or not at all: what ends in an error answer or is aborted leaves nothing behind.
 *
 * A call rejects with `EgoiUnsupportedError` for a method outside the catalogue, `EgoiAbortError` for a
 * signal that fired or after `close()`, `EgoiConfigError` for a file that is no account,
 * `EgoiConnectionError` when another process holds the file, and `EgoiFaultError` when the store fails.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function sandboxTransport(options: SandboxOptions = {}): SandboxTransport {
  const resolved = resolveSandboxOptions(options);
  const { file, now, seed, ids, contacts } = resolved;
  const inTurn = serialQueue();
  const given = ids === undefined ? undefined : givenReferences(ids);
  const database = openDatabase(file, {
    seed,
    async fill(sql) {
      if (contacts === 0) return;
      await addGeneratedContacts(sql, contacts, momentOf(now()), given ?? seededReferences(seed));
    },
  });
  let isClosed = false;

  const answer = async (
    request: TransportRequest,
    spec: MethodSpec,
    context: ErrorContext,
  ): Promise<WireValue> => {
    const { params, credentials, signal } = request;
    const caller = signIn(spec, credentials, params, resolved);
    const run = async (sql: Statements) => {
      const value = await handlers[spec.name as MethodName]({
        params,
        caller,
        sql,
        moment: momentOf(now()),
        references: given ?? seededReferences(await accountSeed(sql)),
        limits: resolved,
      });
      // Before the commit, so that an aborted call is known to have changed nothing.
      if (signal.aborted) throw abortionError(signal, context, 'not_sent');
      return value;
    };
    return spec.effect === 'read' ? database.read(run) : database.write(run);
  };

  return {
    id,
    async call(request) {
      const context = errorContext(request, id);
      const spec = findMethod(request.method);
      if (spec === undefined || !Object.hasOwn(handlers, spec.name)) {
        throw new EgoiUnsupportedError(`the sandbox has no method '${request.method}'`, context);
      }
      if (isClosed) throw closedError(context);
      if (request.signal.aborted) throw abortionError(request.signal, context, 'not_sent');
      const startedMs = performance.now();
      const value = await inTurn(async () => {
        if (request.signal.aborted) throw abortionError(request.signal, context, 'not_sent');
        try {
          return await answer(request, spec, context);
        } catch (error) {
          if (error instanceof Refusal) return error.answer;
          throw egoiErrorOf(error, context);
        }
      });
      return { value, transport: id, durationMs: performance.now() - startedMs };
    },
    async snapshot() {
      if (isClosed) throw closedError({});
      return inTurn(() => database.read(takeSnapshot));
    },
    async close() {
      isClosed = true;
      await inTurn(() => database.close());
    },
  };
}

function closedError(context: ErrorContext): EgoiAbortError {
  return new EgoiAbortError('the sandbox was closed', { ...context, delivery: 'not_sent' });
}

function egoiErrorOf(error: unknown, context: ErrorContext): EgoiError {
  if (error instanceof EgoiError) return error;
  if (isBusy(error)) {
    return new EgoiConnectionError('another process holds the file of the sandbox', {
      ...context,
      delivery: 'not_sent',
      cause: error,
    });
  }
  const problem = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return new EgoiFaultError({ faultCode: 'Server', faultString: `sandbox: ${problem}` }, context);
}
