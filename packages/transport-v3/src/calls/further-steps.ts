import { EgoiError, EgoiHttpError, mayRepeat } from '@egoi-client/core';
import { operations } from '@egoi-client/v3-api';
import { Refusal } from './refusal.ts';
import type { V3Call } from './v3-call.ts';

/** Something to do after the write that decides a call. */
export interface FurtherStep {
  /** The parameter or field that it is for. */
  readonly name: string;
  /** What it does, in words. */
  readonly words: string;
  run(): Promise<unknown>;
}

/** How a step ended that was not done. */
export interface StepFailure {
  readonly error: EgoiError;
  /** What the service refused it with, which says nothing of the steps that follow. */
  readonly refusal: Refusal | undefined;
  readonly mayBeDone: boolean;
}

/** Longest wait that the service may ask for between two tries of a step, in milliseconds. */
const longestWaitMs = 10_000;

/**
 * Takes a step, and again where that does no harm: the call as a whole cannot be repeated any more.
 *
 * @returns `undefined` once it is done
 */
export async function takeStep(step: FurtherStep, call: V3Call): Promise<StepFailure | undefined> {
  const { stepTries, stepDelayMs } = call.options;
  let wasMaybeDone = false;
  for (let tries = 1; ; tries += 1) {
    call.mayHaveWritten = false;
    try {
      await step.run();
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof EgoiError)) throw error;
      if (wasMaybeDone && saysDone(error, call)) return undefined;
      wasMaybeDone ||= call.mayHaveWritten;
      const told = error instanceof Refusal ? call.errorOf(error) : error;
      const waitMs = Math.max(told.retryAfterMs ?? 0, stepDelayMs * 2 ** (tries - 1));
      const isLast = tries >= stepTries || waitMs > longestWaitMs || !isHarmlessTwice(error, call);
      if (isLast || !(await hasPassed(waitMs, call))) {
        const refusal = error instanceof Refusal ? error : undefined;
        return { error: told, refusal, mayBeDone: wasMaybeDone };
      }
    } finally {
      // Something was written before the steps, whatever this one did.
      call.mayHaveWritten = true;
    }
  }
}

/** Whether a write that failed so may have been done all the same. */
export function mayBeDone(error: unknown): boolean {
  if (error instanceof Refusal) return (error.problem?.status ?? 0) >= 500;
  if (!(error instanceof EgoiError) || error.delivery === 'not_sent') return false;
  // The service gives up at 408, and may have been half through. Any other such page did nothing.
  const { status = 0 } = error instanceof EgoiHttpError ? error : {};
  return status < 300 || status >= 500 || status === 408;
}

function isHarmlessTwice(error: EgoiError | Refusal, { last }: V3Call): boolean {
  const { effect } = operations[last];
  if (error instanceof EgoiError) return mayRepeat(error, effect);
  return effect !== 'write' && error.problem?.status === 500;
}

/** Whether a refusal says that what is to be gone is gone: by the try whose answer was lost. */
function saysDone(error: EgoiError | Refusal, { last }: V3Call): boolean {
  if (!(error instanceof Refusal)) return false;
  const isDeletion = operations[last].method === 'DELETE';
  return isDeletion ? error.problem?.status === 404 : error.code === 'SUBSCRIBER_ALREADY_REMOVED';
}

async function hasPassed(waitMs: number, call: V3Call): Promise<boolean> {
  try {
    await call.pause(waitMs);
    return true;
  } catch {
    return false;
  }
}
