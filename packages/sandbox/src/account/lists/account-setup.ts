import { addAutobot } from '../store/autobots.ts';
import { addForms } from '../store/forms.ts';
import type { Statements } from '../store/statements.ts';

/** A form that lists get when they are created. */
export interface SandboxForm {
  readonly title: string;
  /** Only the list with this number. @default every list */
  readonly list?: number;
}

/** An automation that a new account has. */
export interface SandboxAutobot {
  readonly name: string;
  /** The number of the list that it belongs to; calls may create the list later. @default contacts of every list may start it */
  readonly list?: number;
  /** Only an active one can be started. @default 'active' */
  readonly status?: 'active' | 'paused';
}

const maxItems = 1000;

/** Tells whether a value is a list of forms. */
export function isForms(value: unknown): boolean {
  return isListOf(value, ['title', 'list'], ({ title, list }) => isTitle(title) && isList(list));
}

/** Tells whether a value is a list of automations. */
export function isAutobots(value: unknown): boolean {
  return isListOf(value, ['name', 'list', 'status'], ({ name, list, status }) => {
    return (
      isTitle(name) && isList(list) && [undefined, 'active', 'paused'].includes(status as never)
    );
  });
}

/** Gives a new list the forms that are meant for it. */
export function addFormsTo(
  sql: Statements,
  list: number,
  forms: readonly SandboxForm[],
): Promise<void> {
  const meant = forms.filter((form) => form.list === undefined || form.list === list);
  return addForms(
    sql,
    list,
    meant.map((form) => form.title),
  );
}

/** Gives a new account its automations, numbered from 1. */
export async function addAutobots(
  sql: Statements,
  autobots: readonly SandboxAutobot[],
): Promise<void> {
  for (const { name, list, status } of autobots) {
    await addAutobot(sql, { name, list: list ?? null, status: status ?? 'active' });
  }
}

function isListOf(
  value: unknown,
  members: readonly string[],
  isItem: (item: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  if (!Array.isArray(value) || value.length > maxItems) return false;
  return value.every((item: unknown) => {
    if (typeof item !== 'object' || item === null) return false;
    return Object.keys(item).every((key) => members.includes(key)) && isItem({ ...item });
  });
}

function isTitle(value: unknown): boolean {
  // Control characters and broken surrogates could not be answered on every wire.
  return (
    typeof value === 'string' && value.trim() !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value)
  );
}

function isList(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) > 0);
}
