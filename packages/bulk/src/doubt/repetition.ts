import type { WireObject, WireValue } from '@egoi-client/core';
import type { BatchParameters } from '../batches/send-batch.ts';
import { textOf } from './contact-keys.ts';

/** Parameters beside the contacts that make the service write to people (reference, addSubscriberBulk). */
const replies = ['autoresponder', 'notification'];

/** Unconfirmed and invited contacts get a mail that asks them. */
const askingStatuses = new Set(['0', '3']);

/** Fields that a contact's record does not show: a look at it cannot tell whether they came. */
const unseen = ['tags', 'from', 'formID', 'validate_email', 'validate_phone'];

/** Who sends the confirmation and welcome mails, and in which form. */
const mailed = ['from', 'formID'];

/**
 * Why sending a batch again could reach people a second time; `undefined` where it only writes the same
 * values again.
 */
export function whyNotRepeated(
  parameters: BatchParameters,
  contacts: readonly WireObject[],
): string | undefined {
  const asked = replies.find((name) => isOn(parameters[name]));
  if (asked !== undefined) return `${asked} asks for automatic replies, which would go out again`;
  const status = ['defaultStatus', 'status'].find((name) => isAsking(parameters[name]));
  if (status !== undefined || contacts.some((contact) => isAsking(contact['status']))) {
    return 'contacts with status 0 or 3 would be asked for their consent again';
  }
  if (contacts.some((contact) => mailed.some((name) => isOn(contact[name])))) {
    return 'contacts with from or formID would get their welcome mail again';
  }
  if (contacts.some((contact) => textOf(contact[parameters.compareField]).trim() === '')) {
    return `contacts without ${parameters.compareField} would be there twice`;
  }
  return undefined;
}

/** Whether a batch does something that the records of its contacts do not show. */
export function hasUnseenEffects(
  parameters: BatchParameters,
  contacts: readonly WireObject[],
): boolean {
  return 'tags' in parameters || contacts.some((contact) => unseen.some((name) => name in contact));
}

function isOn(value: WireValue | undefined): boolean {
  return !['', '0', 'false', 'no', 'off'].includes(textOf(value).trim().toLowerCase());
}

function isAsking(value: WireValue | undefined): boolean {
  return askingStatuses.has(textOf(value).trim());
}
