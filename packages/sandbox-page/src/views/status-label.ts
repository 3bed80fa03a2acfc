import { html, type Html } from './html.ts';

const kinds: ReadonlyMap<string, string> = new Map([
  ['finished', 'ok'],
  ['active', 'ok'],
  ['delivered', 'ok'],
  ['failed', 'failed'],
  ['given up', 'failed'],
  ['rejected', 'failed'],
  ['canceled', 'refused'],
  ['deleted', 'refused'],
  ['paused', 'refused'],
  ['dropped', 'refused'],
  ['off', 'refused'],
]);

/** The state of a campaign, an operation, a delivery or the like. */
export function statusLabel(status: string): Html {
  return html`<span class="outcome short ${kinds.get(status) ?? 'running'}">${status}</span>`;
}
