import type { CallLog } from '../calls/call-log.ts';
import { type Exchange, nameOf, outcomeOf, wireOf } from '../calls/exchange.ts';
import { type CallSummary, summaryOf } from '../calls/call-summary.ts';
import { callRow } from './call-rows.ts';
import { html, type Html } from './html.ts';
import { actionButton, base } from './layout.ts';

/** What the list of calls is filtered by. */
export interface CallFilter {
  /** Part of a method, wire or outcome, in any letter case. */
  readonly words: string;
  readonly kind: 'all' | 'ok' | 'problems';
}

const kinds = [
  ['all', 'All'],
  ['ok', 'OK'],
  ['problems', 'Problems'],
] as const;

/** What the page fills in for a call that arrives. */
const unfilled: CallSummary = {
  id: 0,
  time: '',
  wire: 'HTTP',
  name: '',
  outcome: { kind: 'ok', words: '' },
  durationMs: undefined,
  replayOf: undefined,
};

export function readFilter(query: Readonly<Record<string, string>>): CallFilter {
  const { q: words = '', kind: asked } = query;
  const kind = kinds.find(([name]) => name === asked)?.[0] ?? 'all';
  return { words: words.slice(0, 200), kind };
}

/**
 * The calls with, beside them, the one that was chosen.
 *
 * @param place of the stream of calls, from which on the page follows it
 */
export function callsView(
  log: CallLog,
  place: string,
  filter: CallFilter,
  detail: Html | undefined,
  origin: string,
): Html {
  const shown = log.newest().filter((exchange) => passes(exchange, filter));
  const dropped =
    log.dropped === 0
      ? ''
      : `, ${log.dropped.toLocaleString('en')} older ones dropped to save memory`;
  return html`<h1 class="unseen">Calls</h1>
<form class="bar" role="search" action="${base}/calls" id="call-filter">
<label class="grow"><span class="unseen">Filter by method, wire or outcome</span><input type="search" name="q" value="${filter.words}" placeholder="Filter: method, wire, outcome  ( / )" autocomplete="off"></label>
<label><span class="unseen">Outcome</span><select name="kind">${kinds.map(
    ([name, words]) =>
      html`<option value="${name}"${name === filter.kind ? html` selected` : ''}>${words}</option>`,
  )}</select></label>
<noscript><button>Filter</button></noscript>
<button type="button" id="pause" aria-pressed="false" hidden>Pause</button>
<span id="live" class="quiet" role="status" hidden></span>
</form>
<div class="split${detail === undefined ? '' : ' chosen'}">
<div class="list">
<table class="rows"><caption class="unseen">Calls, the newest first</caption><thead><tr><th scope="col">Time</th><th scope="col">Wire</th><th scope="col">Method</th><th scope="col">Outcome</th><th scope="col" class="number fine">ms</th></tr></thead>
<tbody id="calls" data-live="${base}/calls/live" data-place="${place}" data-most="${log.most}">${shown.map((exchange) => callRow(summaryOf(exchange)))}</tbody></table>
<template id="call-row">${callRow(unfilled)}</template>
<div id="no-calls" class="empty"${shown.length > 0 ? html` hidden` : ''}><p>${log.size === 0 ? 'No calls yet' : 'No call matches the filter'}</p><p class="quiet">Calls show here as they arrive. In a terminal: <code>egoi call getLists -e ${origin}</code></p></div>
<div class="foot"><p class="quiet"><span id="kept">${log.size}</span> kept${dropped}</p>${actionButton('/calls/clear', 'Clear', {}, 'plain')}</div>
</div>
<section id="detail" aria-label="The chosen call" tabindex="-1">${detail === undefined ? html`<div class="empty wide"><p class="quiet">Choose a call to see what went over the wire.</p></div>` : detail}</section>
</div>`;
}

function passes(exchange: Exchange, { words, kind }: CallFilter): boolean {
  const outcome = outcomeOf(exchange);
  if (kind === 'ok' && outcome.kind !== 'ok') return false;
  if (kind === 'problems' && (outcome.kind === 'ok' || outcome.kind === 'running')) return false;
  if (words === '') return true;
  const text = `${wireOf(exchange)} ${nameOf(exchange)} ${outcome.words}`.toLowerCase();
  return text.includes(words.trim().toLowerCase());
}
