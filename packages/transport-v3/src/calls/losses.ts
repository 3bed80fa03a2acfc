import { EgoiUnsupportedError, type Loss } from '@egoi-client/core';
import type { ErrorContext } from '@egoi-client/core/wire';
import type { DeclaredLoss, TranslatedMethod } from './method-entry.ts';
import { readValue } from '@egoi-client/core/wire';
import type { V3Call } from './v3-call.ts';

/**
 * The losses that a call has, which its parameters and the options say before anything is sent. One that
 * only an answer shows is not among them, and refused like the others where the caller wants none.
 *
 * @throws EgoiUnsupportedError for one that the caller would have to allow
 */
export function occurringLosses(
  method: string,
  { losses }: TranslatedMethod,
  { params, options }: V3Call,
  context: ErrorContext,
): Loss[] {
  const occurring = losses.filter((loss) => occurs(loss, params, options));
  for (const { name, reason, needsLeave = false } of occurring) {
    const isRefused = needsLeave || options.losses === 'refuse';
    const fullName = `${method}.${name}`;
    if (!isRefused || options.allowLosses.includes(fullName)) continue;
    const message = `API v3 cannot carry '${name}' of ${method}: ${reason}. Leave it out, or say that the loss is fine: allowLosses: ['${fullName}']`;
    throw new EgoiUnsupportedError(message, context, { unallowedLoss: name });
  }
  return occurring.filter(({ isShownByAnswer = false }) => !isShownByAnswer).map(plainLoss);
}

/** The losses that the answers of a call have shown. */
export function shownLosses({ losses }: TranslatedMethod, { shown }: V3Call): Loss[] {
  return losses
    .filter(({ name, isShownByAnswer = false }) => isShownByAnswer && shown.has(name))
    .map(plainLoss);
}

function plainLoss({ kind, name, reason }: DeclaredLoss): Loss {
  return { kind, name, reason };
}

function occurs(
  { kind, name, occurs: isLost }: DeclaredLoss,
  params: V3Call['params'],
  options: V3Call['options'],
): boolean {
  if (isLost !== undefined) return isLost(params, options);
  return kind !== 'parameter' || readValue(params, name) !== undefined;
}
