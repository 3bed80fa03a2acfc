import { type InputProblem, type WireObject, type WireValue } from '@egoi-client/core';
import { checkContact, isContactField } from '@egoi-client/core/wire';
import { cleanContact } from '../cleaning/clean-contact.ts';
import type { Noise } from '../cleaning/noise.ts';
import { ContactRow } from '../contact-row.ts';
import type { UnknownFields } from '../contract.ts';
import type { OptionSpelling } from '../option-spelling.ts';

/** What becomes of fields that the catalogue does not know, and how a message says so. */
export interface UnknownFieldRule {
  readonly unknownFields: UnknownFields;
  readonly spelling: OptionSpelling;
}

/** A row of the source, cleaned and checked. */
export interface CheckedRow {
  readonly contact: WireObject;
  /** As it was read. */
  readonly raw: unknown;
  readonly line: number | undefined;
  /** What was left out of its values. */
  readonly noise: ReadonlySet<Noise>;
  /** Why it cannot be sent; none when it can. */
  readonly problems: readonly InputProblem[];
}

const noNoise: ReadonlySet<Noise> = new Set();

/** Cleans a row of the source, and checks it by the catalogue and for what existing contacts are recognised by. */
export function readRow(
  item: unknown,
  compareField: string,
  unknown: UnknownFieldRule,
): CheckedRow {
  try {
    return readUnguarded(item, compareField, unknown);
  } catch {
    // An object may throw when it is read: a getter, a proxy.
    const problems = [{ path: 'row', problem: 'cannot be read: reading it throws an error' }];
    return { contact: {}, raw: item, line: undefined, noise: noNoise, problems };
  }
}

function readUnguarded(item: unknown, compareField: string, unknown: UnknownFieldRule): CheckedRow {
  const isRow = item instanceof ContactRow;
  const raw = isRow ? item.contact : item;
  const line = isRow ? item.line : undefined;
  if (isRow && item.problem !== undefined) {
    const problems = [{ path: 'row', problem: item.problem }];
    return { contact: {}, raw, line, noise: noNoise, problems };
  }
  const noise = new Set<Noise>();
  const { contact, problems } = checkContact(raw, (cleaned) =>
    cleanContact(cleaned, compareField, noise),
  );
  const all = [...problems];
  if (problems.length === 0 && unknown.unknownFields === 'reject') {
    const problem = `is no field of a contact; ${unknown.spelling('unknownFields', 'send')} would send it`;
    for (const name of Object.keys(contact)) {
      if (!isContactField(name)) all.push({ path: name, problem });
    }
  }
  if (
    problems.length === 0 &&
    isEmpty(Object.hasOwn(contact, compareField) ? contact[compareField] : undefined)
  ) {
    all.push({
      path: compareField,
      problem: 'is empty; it is the field by which existing contacts are recognised',
    });
  }
  return { contact, raw, line, noise, problems: all };
}

function isEmpty(value: WireValue | undefined): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
