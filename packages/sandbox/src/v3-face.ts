import {
  findRoute,
  type OperationAnswers,
  type OperationName,
  operations,
  problem,
  readRequest,
  writeAnswer,
  writeProblem,
  type WrittenAnswer,
} from '@egoi-client/v3-api';
import type { AccountHost } from './account-host.ts';
import { isBusy } from './account/store/connection.ts';
import type { ResolvedSandboxOptions } from './options.ts';
import type { HandlerCall } from './v3/calls/handler.ts';
import { rateLimits } from './v3/calls/rate-limits.ts';
import { refusalIn } from './v3/calls/refusal.ts';
import { checkKey } from './v3/calls/sign-in.ts';
import { handlers } from './v3/handlers/handlers.ts';
import { whyUnserved } from './v3/handlers/unserved.ts';

/** A request to the account by API v3, as HTTP brings it. */
export interface V3Request {
  /** `GET`, `POST`, … */
  readonly method: string;
  /** Path and query below the address of the API: `/lists?limit=5`. */
  readonly path: string;
  /** What the header `Apikey` says; `undefined` where there is none. */
  readonly apiKey: string | undefined;
  /** The body as text; `''` where there is none. */
  readonly body: string;
  /** Where whoever asks finds the files that the account makes, without a slash at its end. */
  readonly filesUrl: string;
}

/** What API v3 answers. */
export interface V3Answer {
  readonly status: number;
  /** Names in lower case; what is left of the budgets is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; `''` where there is none. */
  readonly body: string;
  /** What failed inside, for a log: the answer itself tells no more than that something did. */
  readonly defect?: unknown;
}

/** A handler whose operation, and so the type of its input, is known at run time alone. */
type AnyHandler = (call: HandlerCall<OperationName>) => Promise<OperationAnswers[OperationName]>;
const handlersByName = handlers as Partial<Record<OperationName, AnyHandler>>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * What answers requests by API v3, over an account that v2 may be served from as well.
 *
 * @param closing fires when the account closes: what comes afterwards is refused
 */
export function v3Face(
  host: AccountHost,
  options: ResolvedSandboxOptions,
  closing: AbortSignal,
): (request: V3Request) => Promise<V3Answer> {
  const { now, username, v3RequestsPerMinute, v3RequestsPerHour } = options;
  const count = rateLimits(
    { requests: v3RequestsPerMinute, windowMs: minuteMs },
    { requests: v3RequestsPerHour, windowMs: hourMs },
  );

  const answer = async (request: V3Request, time: Date): Promise<WrittenAnswer> => {
    // Its store would begin anew, with an account that holds nothing.
    if (closing.aborted) return writeProblem(problem(503, 'The account was closed'));
    const { method, path, apiKey, body, filesUrl } = request;
    const route = findRoute(method, path.replace(/\?.*$/s, ''));
    if (route.kind === 'operation') {
      const { needsKey, effect } = operations[route.name];
      // Whoever has no key learns nothing of what else is wrong.
      if (needsKey) checkKey(apiKey, effect === 'read', options);
      // Nobody is to mend a request that is not served in the end.
      if (handlersByName[route.name] === undefined) return unserved(route.name);
    }
    const read = readRequest({ method, path, body });
    if (read.kind === 'problem') return writeProblem(read.problem);
    const { name, input } = read;
    const handler = handlersByName[name];
    if (handler === undefined) return unserved(name);
    const mode = operations[name].effect === 'read' ? 'read' : 'write';
    const value = await host.inTurn(() =>
      host.transact(mode, time, (work) => handler({ ...work, input, filesUrl, username })),
    );
    const written = writeAnswer<OperationName>(name, value);
    if (written.kind === 'answer') return written;
    throw new Error(`the answer of ${name} is not as described: ${written.problems[0]?.path}`);
  };

  return async (request) => {
    const time = now();
    const { isSpent, headers } = count(time);
    const { defect, ...written }: { readonly defect?: unknown } & WrittenAnswer = isSpent
      ? writeProblem(problem(429, 'The requests of this window are spent'))
      : await answer(request, time).catch(refusalFor);
    const { status, body } = written;
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return {
      status,
      headers: body === '' ? headers : { ...headers, 'content-type': type },
      body,
      ...(defect === undefined ? {} : { defect }),
    };
  };
}

function unserved(name: OperationName): WrittenAnswer {
  return writeProblem(problem(404, `The sandbox does not serve ${name}: ${whyUnserved(name)}`));
}

/** The answer for what ended a request. */
function refusalFor(error: unknown): WrittenAnswer & { readonly defect?: unknown } {
  const refusal = refusalIn(error);
  if (refusal !== undefined) {
    return writeProblem(problem(refusal.status, refusal.detail, refusal.errors));
  }
  if (isBusy(error)) {
    return writeProblem(problem(503, 'Another process holds the file of the account'));
  }
  return { ...writeProblem(problem(500, 'The account failed')), defect: error };
}
