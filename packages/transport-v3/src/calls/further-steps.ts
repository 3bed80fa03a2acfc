import { EgoiError, EgoiHttpError, type Loss, mayRepeat } from '@egoi-client/core';
import { type OperationName, operations } from '@egoi-client/v3-api';
import { Refusal } from './refusal.ts';

/** Something to do after the write that decides a call. */
export interface FurtherStep {
  /** The parameter or field that it is for. */
  readonly name: string;
  /** What it does, in words. */
  readonly words: string;
  run(): Promise<unknown>;
}

/** What became of some steps, in words, beside what was done before them. */
interface StepsTaken {
  readonly done: readonly string[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
  /** The first error; `undefined` where all were done. */
  readonly cause: EgoiError | undefined;
  readonly undone: readonly Loss[];
}

/**
 * Takes steps one after the other. One that the service refuses does not keep the others from being
 * taken; one that fails otherwise does.
 *
 * @param done what was done before
 * @param undo takes that back, where the first step is refused
 * @throws Refusal where the first step is refused and all is as it was
 */
export async function takeSteps(
  done: readonly string[],
  steps: readonly FurtherStep[],
  undo: FurtherStep | undefined,
  call: SteppingCall,
): Promise<StepsTaken> {
  const told = { done: [...done], unknown: [] as string[], missing: [] as string[] };
  const undone: Loss[] = [];
  let cause: EgoiError | undefined;
  for (const [index, step] of steps.entries()) {
    const failure = await takeStep(step, call);
    if (failure === undefined) {
      told.done.push(step.words);
      continue;
    }
    cause ??= failure.error;
    told[failure.mayBeDone ? 'unknown' : 'missing'].push(step.words);
    undone.push(lossOf(step, failure));
    const { refusal } = failure;
    const isAllUndone = index === 0 && refusal !== undefined && !failure.mayBeDone;
    if (isAllUndone && undo !== undefined) {
      const left = await takeStep(undo, call);
      if (left === undefined) throw refusal;
      if (left.mayBeDone) told.unknown.push(...told.done.splice(0));
    } else if (refusal !== undefined) continue;
    for (const left of steps.slice(index + 1)) {
      told.missing.push(left.words);
      undone.push(lossOf(left, { ...failure, mayBeDone: false }));
    }
    break;
  }
  return { ...told, cause, undone };
}

function lossOf({ name }: FurtherStep, { error, mayBeDone: isUnknown }: StepFailure): Loss {
  const state = isUnknown ? 'not known to be done' : 'not done';
  return { kind: 'parameter', name, reason: `${state}: ${error.message}` };
}

/** What the steps of a call are taken by. */
export interface SteppingCall {
  readonly options: { readonly stepTries: number; readonly stepDelayMs: number };
  /** What was asked last. */
  readonly last: OperationName;
  /** Whether a request was made that has changed the account, or may have. */
  mayHaveWritten: boolean;
  errorOf(refusal: Refusal): EgoiError;
  pause(waitMs: number): Promise<void>;
}

/** How a step ended that was not done. */
interface StepFailure {
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
async function takeStep(step: FurtherStep, call: SteppingCall): Promise<StepFailure | undefined> {
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

function isHarmlessTwice(error: EgoiError | Refusal, { last }: SteppingCall): boolean {
  const { effect } = operations[last];
  if (error instanceof EgoiError) return mayRepeat(error, effect);
  return effect !== 'write' && error.problem?.status === 500;
}

/** Whether a refusal says that what is to be gone is gone: by the try whose answer was lost. */
function saysDone(error: EgoiError | Refusal, { last }: SteppingCall): boolean {
  if (!(error instanceof Refusal)) return false;
  const isDeletion = operations[last].method === 'DELETE';
  return isDeletion ? error.problem?.status === 404 : error.code === 'SUBSCRIBER_ALREADY_REMOVED';
}

async function hasPassed(waitMs: number, call: SteppingCall): Promise<boolean> {
  try {
    await call.pause(waitMs);
    return true;
  } catch {
    return false;
  }
}
