import { carriedText } from '@egoi-client/core/wire';
import { EgoiCallbackError } from './callback-error.ts';
import { type CallbackContact, type CallbackEvent, elementOrder } from './callback.ts';

/** The content type of what `writeCallback` writes. */
export const callbackType = 'application/x-www-form-urlencoded';

/** What a callback is written of. */
export interface CallbackToWrite {
  readonly event: CallbackEvent;
  /** What is not given is an empty element; of `others` there may be texts only. */
  readonly contact: Partial<CallbackContact>;
}

/**
 * Writes a callback as API v2 posts it: a form whose one field holds an XML document with the root
 * `DATA`, without a declaration and without attributes. What is unset is an empty element. Characters
 * that XML cannot carry are left out. Source: reference, 14.10.
 *
 * @returns the body, of the type `callbackType`
 * @throws EgoiCallbackError for a name among `others` that no element can have, and for what is no text there
 * @example
 * const body = writeCallback({
 *   event: 'removeSubscriber',
 *   contact: { UID: '34b7624024', LIST: 8, EMAIL: 'ana@example.com', STATUS: 2 },
 * });
 */
export function writeCallback({ event, contact }: CallbackToWrite): string {
  const elements = elementOrder.map((name) =>
    name === 'extraFields' ? extraElements(contact) : element(name, contact[name]),
  );
  const others = Object.entries(contact.others ?? {}).map(([name, value]) => {
    if (!/^[A-Za-z_][\w.-]*$/.test(name) || typeof value !== 'string') {
      throw new EgoiCallbackError(
        'content',
        'of others only texts can be written, by names that XML elements can have',
      );
    }
    return element(name, value);
  });
  const document = `<DATA>${elements.join('')}${others.join('')}</DATA>`;
  return new URLSearchParams([[event, document]]).toString();
}

function extraElements({ extraFields = {} }: Partial<CallbackContact>): string {
  return Object.entries(extraFields)
    .map(([field, value]) => element(`EXTRA_FIELD_${field}`, value))
    .join('');
}

function element(name: string, value: string | number | undefined): string {
  return `<${name}>${escapeText(carriedText(String(value ?? ''), ''))}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A parser would make a line feed of it.
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => entities[character] ?? character);
}
