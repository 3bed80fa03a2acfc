import { createHash } from 'node:crypto';
import {
  EgoiConnectionError,
  type EgoiError,
  EgoiInputError,
  EgoiPartialError,
  type Loss,
  type ServiceBudget,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import {
  abortionError,
  type ErrorContext,
  normaliseResult,
  waitByTimer,
} from '@egoi-client/core/wire';
import { type HttpClient, sendExchange } from '@egoi-client/http';
import {
  type OperationAnswers,
  type OperationInputs,
  type OperationName,
  operations,
  readAnswer,
  usualJsonLimits,
  writeRequest,
  type WrittenRequest,
} from '@egoi-client/v3-api';
import type { ResolvedV3TransportOptions } from './options.ts';
import {
  budgetIn,
  failureOf,
  faultOf,
  foreignAnswer,
  quotaHeaders,
  tooMuchAnswered,
} from './answer-errors.ts';
import type { LookUps } from './look-ups.ts';
import { type FurtherStep, mayBeDone, type SteppingCall, takeSteps } from './further-steps.ts';
import { codeOf, codeOfMembers, type ProblemCodes, Refusal } from './refusal.ts';

/** What the calls of one transport share. */
export interface CallTools {
  readonly options: ResolvedV3TransportOptions;
  readonly http: HttpClient;
  readonly lookUps: LookUps;
}

/** One call of a method of API v2, and the requests of API v3 that it takes. */
export class V3Call implements SteppingCall {
  readonly method: string;
  readonly params: WireObject;
  readonly options: ResolvedV3TransportOptions;
  readonly signal: AbortSignal;
  /** The key of the account; `undefined` where the call has none. */
  readonly apiKey: string | undefined;
  /** Requests made so far. */
  requests = 0;
  /** Status of the last answer; 0 where none came. */
  status = 0;
  /** What the service said last of the account's limit. */
  budget: ServiceBudget | undefined;
  /** What a step was to do and could not. */
  readonly undone: Loss[] = [];
  /** Names of the declared losses that answers have shown. */
  readonly shown = new Set<string>();
  /** Whether a request was made that has changed the account, or may have. */
  mayHaveWritten = false;
  /** What was asked last. */
  last: OperationName = 'ping';
  readonly #request: TransportRequest;
  readonly #tools: CallTools;
  readonly #context: ErrorContext;
  readonly #pluginKey: string | undefined;
  #account: string | undefined;
  #receivedBytes = 0;

  constructor(request: TransportRequest, context: ErrorContext, tools: CallTools) {
    const { plugin_key: pluginKey, ...params } = request.params;
    this.method = request.spec?.name ?? request.method;
    this.params = params;
    this.options = tools.options;
    this.signal = request.signal;
    this.apiKey = 'apiKey' in request.credentials ? request.credentials.apiKey.reveal() : undefined;
    this.#request = request;
    this.#tools = tools;
    this.#context = context;
    this.#pluginKey =
      typeof pluginKey === 'string' && isHeaderText(pluginKey) ? pluginKey : undefined;
  }

  /**
   * Makes one request.
   *
   * @param codes how its problems are told
   * @throws Refusal for what API v3 refuses, and EgoiError
   */
  async ask<Name extends OperationName>(
    name: Name,
    input: OperationInputs[Name],
    codes: ProblemCodes = {},
  ): Promise<OperationAnswers[Name]> {
    const request = this.#written(name, input, codes);
    const { effect } = operations[name];
    this.last = name;
    try {
      const answer = await this.#exchange(name, request, codes);
      if (effect !== 'read') this.mayHaveWritten = true;
      return answer;
    } catch (error) {
      if (effect !== 'read' && mayBeDone(error)) this.mayHaveWritten = true;
      throw error;
    }
  }

  /** A fact of the account that is kept for a while. */
  lookUp<T>(key: string, load: () => Promise<T>): Promise<T> {
    return this.#tools.lookUps.get(this.#keyOf(key), load);
  }

  /**
   * Something among the facts of the account that are kept for a while. What is not among them may have
   * been made since: they are asked for anew.
   *
   * @param find gives `undefined` for what is not there
   */
  async find<T, Found>(
    key: string,
    load: () => Promise<T>,
    find: (facts: T) => Found | undefined,
  ): Promise<Found | undefined> {
    const kept = this.known(key) as T | undefined;
    const found = kept === undefined ? undefined : find(kept);
    if (found !== undefined) return found;
    if (kept !== undefined) this.forget(key);
    return find(await this.lookUp(key, load));
  }

  /** A fact where it is kept already. */
  known(key: string): unknown {
    return this.#tools.lookUps.known(this.#keyOf(key));
  }

  /** Forgets a fact that may be out of date. */
  forget(key: string): void {
    this.#tools.lookUps.drop(this.#keyOf(key));
  }

  /** Changes a fact that is kept. Who asks for it while it changes may get it as it was: it is not kept. */
  async change<T>(key: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } finally {
      this.forget(key);
    }
  }

  /**
   * Does what follows the write that decides the call. A step that the service refuses does not keep the
   * others from being done; one that fails otherwise does.
   *
   * @param done what was done, in words
   * @param answer what the call answers, or what says it once the steps were taken
   * @param undo takes back what was done, where the first step is refused
   * @throws Refusal where the first step is refused and all is as it was
   * @throws EgoiPartialError where a step was not done, unless the option `whenPartly` says `report`
   */
  async finish(
    done: readonly string[],
    answer: WireValue | (() => WireValue),
    steps: readonly FurtherStep[],
    undo?: FurtherStep,
  ): Promise<WireValue> {
    const { cause, undone, ...told } = await takeSteps(done, steps, undo, this);
    this.undone.push(...undone);
    const value = typeof answer === 'function' ? answer() : answer;
    if (cause === undefined || this.options.whenPartly === 'report') return value;
    const { retryAfterMs } = cause;
    const details = { ...this.#context, cause, retryAfterMs };
    throw new EgoiPartialError({ ...told, answer: this.#asPromised(value) }, details);
  }

  /** An answer in the form that the catalogue promises, which the client gives to those of calls that end well alone. */
  #asPromised(answer: WireValue): WireValue {
    const { spec, params } = this.#request;
    return spec === undefined ? answer : normaliseResult(spec.formFor(params).result, answer);
  }

  /** Passes time. @throws EgoiError where the call is ended meanwhile */
  async pause(waitMs: number): Promise<void> {
    await waitByTimer(waitMs, this.signal);
    if (this.signal.aborted) throw abortionError(this.signal, this.#context, 'unknown');
  }

  /** The error that stands for a refusal which no code of API v2 means. */
  errorOf(refusal: Refusal): EgoiError {
    return faultOf(refusal, this.#context);
  }

  async #exchange<Name extends OperationName>(
    name: Name,
    request: WrittenRequest,
    codes: ProblemCodes,
  ): Promise<OperationAnswers[Name]> {
    const { http, options } = this.#tools;
    const context = this.#context;
    this.requests += 1;
    const answer = await sendExchange(
      http,
      {
        url: `${options.endpoint}${request.path}`,
        method: request.method,
        headers: this.#headers(name, request),
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: this.signal,
        context,
        wantedHeaders: quotaHeaders,
      },
      this.#request.observe,
    );
    this.status = answer.status;
    this.budget = budgetIn(answer) ?? this.budget;
    this.#receivedBytes += Buffer.byteLength(answer.text);
    // Pages may come without end.
    if (this.#receivedBytes > options.maxResponseBytes) {
      throw tooMuchAnswered(options.maxResponseBytes, context);
    }
    const limits = { ...usualJsonLimits, maxBytes: options.maxResponseBytes };
    const reading = readAnswer(name, { status: answer.status, body: answer.text }, limits);
    if (reading.kind === 'answer') {
      if (answer.beforeRequestEnd === true) throw answeredEarly(answer.status, context);
      return reading.value;
    }
    if (reading.kind === 'foreign') throw foreignAnswer(answer, reading.reason, context);
    const failure = failureOf(reading.problem, answer, context);
    if (failure !== undefined) throw failure;
    const isWrongKey = reading.problem.status === 401;
    throw new Refusal(isWrongKey ? 'INVALID' : codeOf(reading.problem, codes), reading.problem);
  }

  #written<Name extends OperationName>(
    name: Name,
    input: OperationInputs[Name],
    codes: ProblemCodes,
  ): WrittenRequest {
    const request = writeRequest(name, input);
    if (request.kind === 'request') return request;
    const members = request.problems.flatMap(({ path }) => path.split(/[.[\]]+/).toReversed());
    const code = codeOfMembers(members, codes);
    if (code !== undefined) throw new Refusal(code);
    throw new EgoiInputError(request.problems, this.#context);
  }

  #headers(name: OperationName, { body }: WrittenRequest): Record<string, string> {
    const hasKey = operations[name].needsKey && this.apiKey !== undefined;
    return {
      Accept: 'application/json',
      ...(hasKey ? { Apikey: this.apiKey ?? '' } : {}),
      ...(this.#pluginKey === undefined ? {} : { Pluginkey: this.#pluginKey }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
  }

  /** No key is kept: its hash tells accounts apart as well. */
  #keyOf(key: string): string {
    this.#account ??= createHash('sha256')
      .update(this.apiKey ?? '')
      .digest('base64');
    return `${this.#account} ${key}`;
  }
}

/** What a header may hold. */
export function isHeaderText(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function answeredEarly(status: number, context: ErrorContext): EgoiConnectionError {
  const message = `the answer (HTTP ${status}) came before the request was wholly sent, so that it is not known what became of it`;
  return new EgoiConnectionError(message, { ...context, delivery: 'unknown' });
}
