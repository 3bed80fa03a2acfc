import {
  type AnyErrorCode,
  EgoiConfigError,
  EgoiFaultError,
  findMethod,
  type WireValue,
} from '@egoi-client/core';
import {
  abortionError,
  type ErrorContext,
  option,
  resolveOptions,
  type Wait,
} from '@egoi-client/core/wire';
import {
  delayShape,
  occurrenceShape,
  type PendingFailure,
  pendingFailures,
} from './pending-failures.ts';

/** What a call is made to end in: a code, a fault of the protocol, or a delay. */
export type ScriptedFailure =
  /** A code; the same as `{ code }`. */
  | AnyErrorCode
  /** A code, also one that no table lists, as `{ ERROR: code }` (without `as` too) or as a bare word. */
  | { readonly code: AnyErrorCode; readonly as?: 'struct' | 'word' }
  /** A fault: the call rejects with `EgoiFaultError`, which a gateway passes on in its protocol's own way. */
  | { readonly faultCode: string; readonly faultString: string }
  /** No failure but a wait of 0 to 86,400,000 milliseconds. Other calls do not wait for it. */
  | { readonly delayMs: number };

/** How often and when a failure happens. */
export interface FailureOptions {
  /** Calls that it happens to, 1 or more, or `Infinity`. @default 1 */
  readonly times?: number;
  /** `'before'`: in place of the call. `'after'`: the call is performed, and its answer is lost. @default 'before' */
  readonly when?: 'before' | 'after';
}

type Step =
  | { readonly value: WireValue }
  | { readonly faultCode: string; readonly faultString: string }
  | { readonly delayMs: number };

interface Entry {
  readonly method: string;
  readonly step: Step;
  readonly when: 'before' | 'after';
}

/** One call, as a failure sees it. */
interface FailingCall {
  readonly method: string;
  readonly signal: AbortSignal;
  readonly context: ErrorContext;
}

/** The failures that calls are to meet. */
export interface FailureScript {
  /** @returns takes the failure back @throws EgoiConfigError for a wrong method, failure or option */
  add(method: string, what: ScriptedFailure, options?: FailureOptions): PendingFailure;
  /** Performs a call under the oldest failure that waits for it, if there is one. */
  run(call: FailingCall, perform: () => Promise<WireValue>): Promise<WireValue>;
}

/** @param wait lets delays pass */
export function failureScript(wait: Wait): FailureScript {
  const pending = pendingFailures<Entry>();

  const pause = async (
    delayMs: number,
    { signal, context }: FailingCall,
    delivery: 'not_sent' | 'unknown',
  ) => {
    try {
      await wait(delayMs, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (signal.aborted) throw abortionError(signal, context, delivery);
  };

  return {
    add(method, what, options = {}) {
      const spec = method === '*' ? undefined : findMethod(method);
      if (method !== '*' && spec === undefined) {
        throw new EgoiConfigError("fail: the method must be one of the catalogue, or '*'");
      }
      const { times, when } = resolveOptions('fail', occurrenceShape, options);
      return pending.add({ method: spec?.name ?? '*', step: stepOf(what), when }, times);
    },

    async run(call, perform) {
      const entry = pending.take(({ method }) => method === '*' || method === call.method);
      if (entry === undefined) return perform();
      const { step, when } = entry;
      if ('delayMs' in step) {
        if (when === 'before') await pause(step.delayMs, call, 'not_sent');
        const value = await perform();
        if (when === 'after') await pause(step.delayMs, call, 'unknown');
        return value;
      }
      if (when === 'after') await perform();
      if ('faultCode' in step) throw new EgoiFaultError(step, call.context);
      return step.value;
    },
  };
}

const codeShape = { code: option.text(), as: option.word(['struct', 'word'], 'struct') };
const faultShape = { faultCode: option.text(), faultString: option.text() };

function stepOf(what: ScriptedFailure): Step {
  const failure: unknown = typeof what === 'string' ? { code: what } : what;
  const has = (name: string) =>
    typeof failure === 'object' && failure !== null && Object.hasOwn(failure, name);
  if (has('delayMs')) return resolveOptions('fail', delayShape, failure);
  if (has('faultCode')) return resolveOptions('fail', faultShape, failure);
  const { code, as } = resolveOptions('fail', codeShape, failure);
  return { value: as === 'word' ? code : { ERROR: code } };
}
