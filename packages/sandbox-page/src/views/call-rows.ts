import { type Exchange, nameOf, outcomeOf, wireOf } from '../calls/exchange.ts';
import { html, type Html } from './html.ts';
import { base, shownText } from './layout.ts';

/** One line of the list of calls. */
export function callRow(exchange: Exchange, redact: (text: string) => string): Html {
  const { id, time, durationMs, replayOf } = exchange;
  const outcome = outcomeOf(exchange);
  return html`<tr data-id="${id}" data-kind="${outcome.kind}"><td class="time"><time datetime="${time.toISOString()}">${time.toISOString().slice(11, 19)}<span class="fine">${time.toISOString().slice(19, 23)}</span></time></td><td><span class="wire">${wireOf(exchange)}</span></td><td class="name"><a href="${base}/calls/${id}">${shownText(redact(nameOf(exchange)), 120)}</a>${replayOf === undefined ? '' : html` <span class="quiet">replays ${replayOf}</span>`}</td><td><span class="outcome ${outcome.kind}">${shownText(redact(outcome.words), 60)}</span></td><td class="number fine">${durationMs === undefined ? '' : millis(durationMs)}</td></tr>`;
}

/** A duration, with as many digits as say something. */
export function millis(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}
