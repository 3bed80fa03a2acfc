import type { XmlHandler, XmlRun } from './xml-handler.ts';

/** Hands the events of a run to a handler one by one. */
export function replay({ events }: XmlRun, handler: XmlHandler): void {
  for (const event of events) {
    if (event.kind === 'start') handler.start(event.name, event.attributes);
    else if (event.kind === 'text') handler.text(event.text);
    else handler.end(event.name);
  }
}
