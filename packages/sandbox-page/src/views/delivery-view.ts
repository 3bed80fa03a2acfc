import type { AccountView } from '@egoi-client/sandbox';
import { readableBody } from '../calls/readable-body.ts';
import { html, type Html } from './html.ts';
import { actionButton, base, shownText } from './layout.ts';
import { statusLabel } from './status-label.ts';
import { table } from './table.ts';

/** A callback or webhook with what came of it. */
type ShownDelivery = NonNullable<ReturnType<AccountView['delivery']>>;

const kinds = { callback: 'callback', webhook: 'webhook', outcome: 'callback_url' } as const;

/** Where something goes, without what may be secret in it. */
export function addressOnly(url: string): string {
  if (!URL.canParse(url)) return url.replace(/[?#].*$/s, '');
  const { origin, pathname, search, hash } = new URL(url);
  return `${origin}${pathname}${search === '' && hash === '' ? '' : '?…'}`;
}

function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}

/** Of a table of them. */
export function deliveryRow({ id, delivery, addedMs, state, tries }: ShownDelivery): Html {
  return html`<tr><td class="time">${clock(addedMs).slice(0, 8)}</td><td class="name"><a href="${base}/account/deliveries/${id}">${shownText(delivery.event, 60)}</a> <span class="wire">${kinds[delivery.kind]}</span></td><td>${shownText(addressOnly(delivery.url), 100)}</td><td>${statusLabel(state)}</td><td class="number">${tries.length}</td></tr>`;
}

/** All about one. @param notice what became of the last wish */
export function deliveryView(
  { id, delivery, addedMs, repeats, state, tries, nextTryMs }: ShownDelivery,
  notice: string,
): Html {
  const { kind, event, list, url, type, body } = delivery;
  const bytes = Buffer.from(body);
  const { pretty, raw, note } = readableBody({ bytes, length: bytes.length }, type, (text) => text);
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / <a href="${base}/account/deliveries">deliveries</a> / ${id}</p>
<div class="title"><h1>${shownText(event, 80)}</h1><span class="wire">${kinds[kind]}</span>${statusLabel(state)}</div>
${notice === '' ? '' : html`<p class="notice" role="status">${shownText(notice)}</p>`}
<section class="card"><dl><div><dt>Asked for</dt><dd>${new Date(addedMs).toISOString().replace('T', ' ').replace('Z', ' UTC')}</dd></div>
<div><dt>Address</dt><dd>${shownText(addressOnly(url), 500)}</dd></div>
${list === 0 ? '' : html`<div><dt>List</dt><dd><a href="${base}/account/lists/${list}">list ${list}</a></dd></div>`}
${repeats === undefined ? '' : html`<div><dt>Repeats</dt><dd><a href="${base}/account/deliveries/${repeats}">delivery ${repeats}</a></dd></div>`}
${nextTryMs === undefined ? '' : html`<div><dt>Next try</dt><dd>${clock(nextTryMs)} UTC</dd></div>`}</dl>
<div class="actions">${actionButton(`/account/deliveries/${id}/resend`, 'Send again')}</div></section>
<section class="card"><h2>Tries</h2>${table(
    'Tries',
    ['Try', 'When', 'Status', 'Came of it'],
    tries.map(
      ({ startedMs, status, problem }, index) =>
        html`<tr><td>${index + 1}</td><td class="time">${clock(startedMs)}</td><td>${status ?? ''}</td><td>${problem === '' ? html`<span class="outcome ok">taken</span>` : html`<span class="outcome failed">${shownText(problem)}</span>`}</td></tr>`,
    ),
    untried(state),
  )}</section>
<section class="card"><h2>What is sent</h2><p class="line"><code>POST, ${type}, ${bytes.length.toLocaleString('en')} bytes</code></p>
${note === '' ? '' : html`<p class="quiet">${note}.</p>`}<pre tabindex="0" class="wrap"><code>${pretty}</code></pre>
${raw === pretty ? '' : html`<details><summary>As it is sent</summary><pre tabindex="0" class="raw"><code>${raw}</code></pre></details>`}</section>`;
}

function untried(state: ShownDelivery['state']): string {
  if (state === 'off') return 'None: the account was told to post nothing (option callbacks).';
  if (state === 'dropped') {
    return 'None: too many waited, or one before it to this address was given up.';
  }
  return 'None yet: it waits for those before it to this address.';
}
