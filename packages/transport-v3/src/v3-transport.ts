import {
  EgoiConfigError,
  EgoiError,
  EgoiUnsupportedError,
  type Loss,
  type MethodName,
  type Transport,
  type TransportReply,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import {
  abortionError,
  didYouMean,
  type ErrorContext,
  errorContext,
  retoldError,
} from '@egoi-client/core/wire';
import { createHttpClient, wireLimits } from '@egoi-client/http';
import { LookUps } from './calls/look-ups.ts';
import { holdersIn } from './contacts/contact-codes.ts';
import { mostContactBytes, mostContacts } from './contacts/import-rows.ts';
import { occurringLosses, shownLosses } from './calls/losses.ts';
import type { MethodEntry, TranslatedMethod } from './calls/method-entry.ts';
import { Refusal } from './calls/refusal.ts';
import { type CallTools, isHeaderText, V3Call } from './calls/v3-call.ts';
import { methodEntries } from './methods/all-methods.ts';
import { lossesOf, translations } from './methods/facts.ts';
import { resolveV3TransportOptions, type V3TransportOptions } from './calls/options.ts';

const id = 'v3';

/**
 * Answers the methods of API v2 by API v3. The key travels in the header `Apikey` alone. What API v3
 * cannot carry of a call is told as a loss, or the call is refused before anything is sent.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function v3Transport(options: V3TransportOptions = {}): Transport<'v3'> {
  const resolved = resolveV3TransportOptions(options);
  checkAllowedLosses(resolved.allowLosses);
  const http = createHttpClient(resolved);
  const tools: CallTools = { options: resolved, http, lookUps: new LookUps() };
  return {
    id,
    limits: wireLimits({
      maxRequestBytes: resolved.maxRequestBytes,
      // A call of one request is done or not done; one of several may be done in part.
      maxItems: mostContacts,
      isQueued: true,
      sizeOf: (item) => ({ bytes: mostContactBytes(item), fields: 0 }),
    }),
    call: (request) => answerCall(request, tools),
    close: () => http.close(),
  };
}

/** @throws EgoiConfigError for a loss that no method has */
function checkAllowedLosses(names: readonly string[]): void {
  const all = translations().flatMap(({ method }) =>
    lossesOf(method).map(({ name }) => `${method}.${name}`),
  );
  for (const name of names) {
    if (all.includes(name)) continue;
    const hint = didYouMean(name, all);
    throw new EgoiConfigError(`v3Transport: allowLosses names '${name}', which is no loss${hint}`);
  }
}

async function answerCall(request: TransportRequest, tools: CallTools): Promise<TransportReply> {
  const startedMs = performance.now();
  const context = errorContext(request, id);
  const { signal } = request;
  if (signal.aborted) throw abortionError(signal, context, 'not_sent');
  const name = request.spec?.name ?? request.method;
  const entry = entryOf(name);
  if (entry === undefined) {
    throw new EgoiUnsupportedError(`API v3 has no counterpart of the method '${name}'`, context);
  }
  if (entry.verdict === 'refused') {
    const { reason, wayOut } = entry;
    throw new EgoiUnsupportedError(`API v3 cannot answer ${name}: ${reason}; ${wayOut}`, context);
  }
  const call = new V3Call(request, context, tools);
  const losses = occurringLosses(name, entry, call, context);
  const { value, isRefused } = await valueOf(entry, call, request, context).catch(
    (error: unknown) => {
      throw toldOfCall(error, call, request);
    },
  );
  const told: Loss[] = isRefused ? [] : [...losses, ...shownLosses(entry, call), ...call.undone];
  for (const loss of told) tellOf(loss, request, tools);
  return {
    value,
    transport: id,
    durationMs: performance.now() - startedMs,
    requests: call.requests,
    ...(call.status === 0 ? {} : { status: call.status }),
    ...(told.length === 0 ? {} : { losses: told }),
    ...(call.budget === undefined ? {} : { budget: call.budget }),
  };
}

/** What an error of one request does not know of the whole call. */
function toldOfCall(
  error: unknown,
  { requests, budget, mayHaveWritten }: V3Call,
  { spec }: TransportRequest,
): unknown {
  if (!(error instanceof EgoiError) || requests === 0) return error;
  // What failed was a look-up: the service cannot have seen the change that was to follow it.
  const isUnwritten = !mayHaveWritten && spec?.effect !== 'read' && error.kind !== 'fault';
  return retoldError(error, {
    requests,
    budget,
    ...(isUnwritten ? { delivery: 'not_sent' } : {}),
  });
}

function entryOf(name: string): MethodEntry | undefined {
  return Object.hasOwn(methodEntries, name) ? methodEntries[name as MethodName] : undefined;
}

interface Outcome {
  readonly value: WireValue;
  /** Whether it is an error of the API, which is a value too. */
  readonly isRefused: boolean;
}

/** What API v2 says as a bare word: everything about credentials (reference, 14.8). */
const bareCodes: ReadonlySet<string> = new Set([
  'INVALID',
  'NO_ACCESS',
  'NO_APIKEY',
  'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
]);

/** @param uid the contact that holds what was to be unique */
function refused(code: string, uid?: string): Outcome {
  if (bareCodes.has(code)) return { value: code, isRefused: true };
  return { value: { ERROR: code, ...(uid === undefined ? {} : { UID: uid }) }, isRefused: true };
}

async function valueOf(
  entry: TranslatedMethod,
  call: V3Call,
  { credentials, spec }: TransportRequest,
  context: ErrorContext,
): Promise<Outcome> {
  if ('username' in credentials) {
    const message =
      'API v3 has no login with user name and password: use the API key of the account';
    throw new EgoiUnsupportedError(message, context);
  }
  if (spec?.parts === undefined) {
    if (call.apiKey === undefined) return refused('NO_USERNAME_AND_PASSWORD_AND_APIKEY');
    if (call.apiKey === '') return refused('NO_APIKEY');
    // What no header can hold is no key.
    if (!isHeaderText(call.apiKey)) return refused('INVALID');
  }
  try {
    return { value: await entry.answer(call), isRefused: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === undefined) throw call.errorOf(error);
    return refused(error.code, holdersIn(error.problem?.errors)[0]);
  }
}

function tellOf(loss: Loss, { method, callId }: TransportRequest, { options }: CallTools): void {
  try {
    options.onLoss(loss, { method, callId });
  } catch {
    // Who only listens must not end the call.
  }
}
