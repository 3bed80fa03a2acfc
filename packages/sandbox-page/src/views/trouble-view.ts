import { allMethods } from '@egoi-client/core';
import { operationNames } from '@egoi-client/v3-api';
import type { SandboxClock } from '../sandbox-clock.ts';
import type { Trouble } from '../trouble/scripted-trouble.ts';
import { html, type Html } from './html.ts';
import { actionButton, base, shownText } from './layout.ts';
import { table } from './table.ts';

/** What waits to go wrong, and the clock. */
export interface ShownTrouble {
  readonly troubles: readonly Trouble[];
  readonly clock: SandboxClock | undefined;
  /** What became of the last wish. */
  readonly notice: string;
}

const codes = ['INTERNAL_ERROR', 'NO_ACCESS', 'LIST_NOT_FOUND', 'SUBSCRIBER_NOT_FOUND', 'INVALID'];
const steps = [
  ['1 minute', 60_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
  ['30 days', 2_592_000_000],
] as const;

const timesField = html`<label class="field"><span>How often</span><select name="times"><option value="1">the next call</option><option value="3">3 calls</option><option value="10">10 calls</option><option value="all">all, until taken back</option></select></label>`;

export function troubleView({ troubles, clock, notice }: ShownTrouble): Html {
  return html`<h1 class="unseen">Make trouble</h1>
${notice === '' ? '' : html`<p class="notice" role="status">${shownText(notice, 600)}</p>`}
<section class="card waiting"><h2>What waits to go wrong</h2>${table(
    'What waits to go wrong, the newest first',
    ['Since', 'What', 'Left', ''],
    troubles.map(
      ({ id, words, time, times, left }) =>
        html`<tr><td class="time">${time.toISOString().slice(11, 19)}</td><td>${shownText(words)}</td><td>${leftOf(times, left)}</td><td>${actionButton('/trouble/take-back', 'Take back', { id }, 'plain')}</td></tr>`,
    ),
    'Nothing. One call meets one failure; what is used up stays here until it is taken away.',
  )}</section>
<div class="cards">
${card(
  'A call of v2 fails',
  'fail',
  html`<label class="field"><span>Method; empty for all</span><input type="text" name="method" list="methods" autocomplete="off"></label>
<label class="field"><span>Code that it answers</span><input type="text" name="code" list="codes" value="INTERNAL_ERROR" required></label>
<label class="field"><span>When</span><select name="when"><option value="before">in place of the call</option><option value="after">after its work is done</option></select></label>${timesField}
<datalist id="methods">${allMethods().map(({ name }) => html`<option value="${name}">`)}</datalist><datalist id="codes">${codes.map((code) => html`<option value="${code}">`)}</datalist>`,
  'Let it fail',
)}
${card(
  'A request of API v3 fails',
  'fail-v3',
  html`<label class="field"><span>Operation; empty for all</span><input type="text" name="operation" list="operations" autocomplete="off"></label>
<label class="field"><span>Status, 400 to 599</span><input type="number" name="status" min="400" max="599" value="503" required></label>${timesField}
<datalist id="operations">${operationNames.map((name) => html`<option value="${name}">`)}</datalist>`,
  'Let it fail',
)}
${card(
  'Slow answers',
  'delay',
  html`<label class="field"><span>Milliseconds that each call waits</span><input type="number" name="delayMs" min="0" max="86400000" value="2000" required></label>${timesField}`,
  'Slow down',
)}
<section class="card"><h2>The hour's calls</h2><p class="quiet">As if other programs had made all 150: v2 answers CALL_LIMIT_EXCEEDED, v3 answers 429.</p><div class="actions">${actionButton('/trouble/spend', 'Spend the quota')}</div></section>
<section class="card"><h2>The clock</h2>${
    clock === undefined
      ? html`<p class="quiet">The account has a clock of its own.</p>`
      : html`<p>The account's clock shows <b>${clock.now().toISOString().slice(0, 19).replace('T', ' ')}</b> UTC${clock.aheadMs === 0 ? '' : ', ahead of the real time'}. Queued work whose turn comes is done.</p><div class="actions">${steps.map(([words, ms]) => actionButton('/trouble/forward', `+ ${words}`, { ms }))}</div>`
  }</section>
<section class="card"><h2>What the account holds</h2><p class="quiet">Sample data adds a list, a newsletter with opens and clicks, and an SMS. A reset throws away all that the account holds, in its file too.</p><div class="actions">${actionButton('/trouble/sample', 'Add sample data', {}, '', 'Adding…')}${actionButton('/trouble/reset', 'Reset the account', {}, 'danger', 'Resetting…')}</div><p id="working" class="quiet" role="status"></p></section>
</div>`;
}

function leftOf(times: number, left: Trouble['left']): Html[] {
  return left.map(({ api, times: own }) => {
    const words = own === Infinity ? 'until taken back' : `${own} of ${times} left`;
    return html`<span class="outcome short ${own === 0 ? 'running' : 'refused'}">${left.length === 1 ? '' : `${api} `}${own === 0 ? 'used up' : words}</span> `;
  });
}

function card(title: string, name: string, fields: Html, button: string): Html {
  return html`<section class="card"><h2>${title}</h2><form method="post" action="${base}/trouble/${name}" class="fields">${fields}<button>${button}</button></form></section>`;
}
