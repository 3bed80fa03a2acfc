import type { CallSummary } from '../calls/call-summary.ts';
import { html, type Html } from './html.ts';
import { base } from './layout.ts';

/** One line of the list of calls. The page fills in those that arrive while it is open. */
export function callRow({ id, time, wire, name, outcome, ...further }: CallSummary): Html {
  const { durationMs, replayOf } = further;
  return html`<tr data-id="${id}" data-kind="${outcome.kind}"><td class="time"><time datetime="${time}">${time.slice(11, 19)}<span class="fine">${time.slice(19, 23)}</span></time></td><td><span class="wire">${wire}</span></td><td class="name"><a href="${base}/calls/${id}"><bdi>${name}</bdi></a>${replayOf === undefined ? '' : html` <span class="quiet">replays ${replayOf}</span>`}</td><td><span class="outcome ${outcome.kind}">${outcome.words}</span></td><td class="number fine">${durationMs === undefined ? '' : millis(durationMs)}</td></tr>`;
}

/** A duration, with as many digits as say something. */
export function millis(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}
