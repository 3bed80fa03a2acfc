import type { WireObject } from '@egoi-client/core';
import { scalarText } from '../params.ts';

/** What is told of a contact: the name of the form field. Source: reference, 14.10. */
export type CallbackEvent = 'addSubscriber' | 'removeSubscriber';

/**
 * The body of a callback: a form whose one field is named after the event and holds an XML document
 * with the contact's fields as child elements, in upper case; a field without a value is an empty
 * element. The name of the root element is the sandbox's choice. Source: reference, 14.10.
 *
 * @param record the contact as subscriberData answers it
 */
export function eventForm(event: CallbackEvent, record: WireObject): string {
  const fields = Object.entries(record).map(
    ([name, value]) => `<${name}>${escapeText(scalarText(value) ?? '')}</${name}>`,
  );
  const document = `<?xml version="1.0" encoding="UTF-8"?>\n<subscriber>${fields.join('')}</subscriber>`;
  return new URLSearchParams([[event, document]]).toString();
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
