import {
  findRoute,
  type OperationAnswers,
  type OperationName,
  operations,
  problem,
  readRequest,
  type V3Answer,
  type V3Request,
  writeAnswer,
  writeProblem,
} from '@egoi-client/v3-api';
import type { AccountHost, TakeStep } from './account-host.ts';
import { isBusy } from './account/store/connection.ts';
import { forgetQueuedSince, lastOperationId } from './account/store/operations.ts';
import type { ResolvedSandboxOptions } from './options.ts';
import type { V3FailureScript } from './v3-failures.ts';
import type { HandlerCall } from './v3/calls/handler.ts';
import { rateLimits } from './v3/calls/rate-limits.ts';
import { refusalIn } from './v3/calls/refusal.ts';
import { checkKey } from './v3/calls/sign-in.ts';
import { handlers } from './v3/handlers/handlers.ts';
import { isUnserved, type UnservedName, unservedReasons } from './v3/handlers/unserved.ts';

/** A handler whose operation, and so the type of its input, is known at run time alone. */
type AnyHandler = (call: HandlerCall<OperationName>) => Promise<OperationAnswers[OperationName]>;
const handlersByName = handlers as Record<keyof typeof handlers, AnyHandler>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** An account as API v3 sees it. */
export interface V3Face {
  answer(request: V3Request): Promise<V3Answer>;
  /**
   * Answers requests one after the other with nothing in their way, no key, limit or failure, and undoes
   * all that they did. It may run again where a file was busy.
   */
  rehearse<T>(act: (answer: RehearsedAnswer) => Promise<T>): Promise<T>;
}

/** Answers a request, for as long as the rehearsal lasts. */
type RehearsedAnswer = (request: V3Request) => Promise<Pick<V3Answer, 'status' | 'body'>>;

/**
 * What answers requests by API v3, over an account that v2 may be served from as well.
 *
 * @param failures that requests are to meet, before anything else of them is looked at
 * @param closing fires when the account closes: what comes afterwards is refused
 */
export function v3Face(
  host: AccountHost,
  options: ResolvedSandboxOptions,
  failures: V3FailureScript,
  closing: AbortSignal,
): V3Face {
  const { now, username, v3RequestsPerMinute, v3RequestsPerHour } = options;
  const count = rateLimits(
    { requests: v3RequestsPerMinute, windowMs: minuteMs },
    { requests: v3RequestsPerHour, windowMs: hourMs },
  );

  const answer = async (request: V3Request, time: Date, losesWork: boolean): Promise<Answered> => {
    // Its store would begin anew, with an account that holds nothing.
    if (closing.aborted) return writeProblem(problem(503, 'The account was closed'));
    const { apiKey } = request;
    const operation = operationOf(request);
    if (operation !== undefined) {
      const { needsKey, effect } = operations[operation];
      // Whoever has no key learns nothing of what else is wrong.
      if (needsKey) checkKey(apiKey, effect === 'read', options);
      // Nobody is to mend a request that is not served in the end.
      if (isUnserved(operation)) return unserved(operation);
    }
    return handled(request, losesWork, (name, step) => {
      const mode = operations[name].effect === 'read' ? 'read' : 'write';
      return host.inTurn(() => host.transact(mode, time, step));
    });
  };

  const handled = async (
    { method, path, body, filesUrl }: V3Request,
    losesWork: boolean,
    perform: (name: OperationName, step: Parameters<TakeStep>[0]) => ReturnType<TakeStep>,
  ): Promise<Answered> => {
    const read = readRequest({ method, path, body });
    if (read.kind === 'problem') return writeProblem(read.problem);
    const { name, input } = read;
    if (isUnserved(name)) return unserved(name);
    const handler = handlersByName[name];
    const handle = losesWork ? withoutWork(handler) : handler;
    const value = await perform(name, (work) => handle({ ...work, input, filesUrl, username }));
    const written = writeAnswer<OperationName>(name, value as OperationAnswers[OperationName]);
    if (written.kind === 'answer') return written;
    throw new Error(`the answer of ${name} is not as described: ${written.problems[0]?.path}`);
  };

  const served = async (request: V3Request): Promise<V3Answer> => {
    const time = now();
    const { isSpent, headers } = count(time);
    const perform = (losesWork: boolean) =>
      isSpent
        ? Promise.resolve(writeProblem(problem(429, 'The requests of this window are spent')))
        : answer(request, time, losesWork).catch(refusalFor);
    const operation = operationOf(request);
    const { status, body, defect, isLost }: Answered =
      operation === undefined
        ? await perform(false)
        : await failures.run(operation, perform).catch(refusalFor);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return {
      status,
      headers: {
        ...headers,
        // A scripted one finds something left.
        ...(status === 429 && !isSpent ? { 'x-ratelimit-remaining': '0' } : {}),
        ...(body === '' ? {} : { 'content-type': type }),
        ...(status === 405 ? allowedAt(request) : {}),
      },
      body,
      ...(defect === undefined ? {} : { defect }),
      ...(isLost === true ? { isLost } : {}),
    };
  };

  return {
    answer: served,
    rehearse: (act) =>
      host.rehearse(now(), (take) =>
        act((request) => handled(request, false, (_name, step) => take(step)).catch(refusalFor)),
      ),
  };
}

function unserved(name: UnservedName): Answered {
  const detail = `The sandbox does not serve ${name}: ${unservedReasons[name]}`;
  return writeProblem(problem(404, detail));
}

/** An answer before its headers. */
type Answered = Pick<V3Answer, 'status' | 'body' | 'defect' | 'isLost'>;

function routeOf({ method, path }: V3Request) {
  return findRoute(method, path.replace(/\?.*$/s, ''));
}

function operationOf(request: V3Request): OperationName | undefined {
  const route = routeOf(request);
  return route.kind === 'operation' ? route.name : undefined;
}

/** The header that HTTP wants of a refusal for the method (RFC 9110, 15.5.6). */
function allowedAt(request: V3Request): Readonly<Record<string, string>> {
  const route = routeOf(request);
  return route.kind === 'wrong method' ? { allow: route.allowed.join(', ') } : {};
}

/** Does all that a handler does, but for the work that it queues: nobody hears of that again. */
function withoutWork(handler: AnyHandler): AnyHandler {
  return async (call) => {
    const last = await lastOperationId(call.sql);
    const value = await handler({ ...call, queued: () => undefined });
    await forgetQueuedSince(call.sql, last);
    return value;
  };
}

/** The answer for what ended a request. */
function refusalFor(error: unknown): Answered {
  const refusal = refusalIn(error);
  if (refusal !== undefined) {
    return writeProblem(problem(refusal.status, refusal.detail, refusal.errors));
  }
  if (isBusy(error)) {
    return writeProblem(problem(503, 'Another process holds the file of the account'));
  }
  return { ...writeProblem(problem(500, 'The account failed')), defect: error };
}
