import {
  checkContact,
  type InputProblem,
  isContactField,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { ContactRow } from '../contact-row.ts';
import type { UnknownFields } from '../contract.ts';

/** A row of the source, checked. */
export interface CheckedRow {
  readonly contact: WireObject;
  /** As it was read. */
  readonly raw: unknown;
  readonly line: number | undefined;
  /** Why it cannot be sent; none when it can. */
  readonly problems: readonly InputProblem[];
}

const unknownField = "is no field of a contact; unknownFields: 'send' would send it";

/** Checks a row of the source by the catalogue, and that it has what existing contacts are recognised by. */
export function readRow(item: unknown, compareField: string, unknown: UnknownFields): CheckedRow {
  const isRow = item instanceof ContactRow;
  const raw = isRow ? item.contact : item;
  const line = isRow ? item.line : undefined;
  if (isRow && item.problem !== undefined) {
    return { contact: {}, raw, line, problems: [{ path: 'row', problem: item.problem }] };
  }
  const { contact, problems } = checkContact(raw);
  if (problems.length > 0) return { contact, raw, line, problems };
  const more: InputProblem[] = [];
  if (unknown === 'reject') {
    for (const name of Object.keys(contact)) {
      if (!isContactField(name)) more.push({ path: name, problem: unknownField });
    }
  }
  if (isEmpty(Object.hasOwn(contact, compareField) ? contact[compareField] : undefined)) {
    more.push({
      path: compareField,
      problem: 'is empty; it is the field by which existing contacts are recognised',
    });
  }
  return { contact, raw, line, problems: more };
}

function isEmpty(value: WireValue | undefined): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
