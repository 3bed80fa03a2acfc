import { readXml } from '@egoi-client/xml';

/**
 * A document as a list of its elements and texts, without what may differ between writers: white
 * space between elements, CDATA or entities, `<a/>` or `<a></a>`.
 */
export function xmlEvents(document: string): string[] {
  const events: string[] = [];
  const open: { text: string; hasChildren: boolean }[] = [];
  readXml(document, {
    start({ local }) {
      const parent = open.at(-1);
      if (parent !== undefined) parent.hasChildren = true;
      open.push({ text: '', hasChildren: false });
      events.push(`<${local}>`);
    },
    text(text) {
      const current = open.at(-1);
      if (current !== undefined) current.text += text;
    },
    end({ local }) {
      const ended = open.pop();
      if (ended?.hasChildren === false) events.push(ended.text);
      events.push(`</${local}>`);
    },
  });
  return events;
}
