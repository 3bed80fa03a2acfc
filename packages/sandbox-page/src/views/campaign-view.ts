import type { CampaignReport } from '@egoi-client/sandbox';
import { nameOfCampaign, statusLabel, table } from './account-view.ts';
import { html, type Html } from './html.ts';
import { base, shownText } from './layout.ts';

const bars = [
  ['sent', 'Sent to'],
  ['view', 'Opened'],
  ['click', 'Clicked'],
  ['bounce', 'Bounced'],
  ['complaint', 'Complained'],
  ['removed', 'Unsubscribed'],
] as const;

export function campaignView({ campaign, counts, links }: CampaignReport): Html {
  const { hash, channel, status, list, sent, started, created } = campaign;
  const byAction = new Map(counts.map((count) => [count.action, count]));
  const rows = bars.map(([action, words]) => {
    const { contacts = 0, times = 0 } = byAction.get(action) ?? {};
    return { words, contacts, times };
  });
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / campaign <code>${hash.slice(0, 8)}</code></p>
<div class="title"><h1>${shownText(nameOfCampaign(campaign.subject, campaign.internal_name), 200)}</h1><span class="wire">${channel}</span>${statusLabel(status)}</div>
<section class="card"><dl><div><dt>Hash</dt><dd><code>${hash}</code></dd></div><div><dt>List</dt><dd><a href="${base}/account/lists/${list}">list ${list}</a></dd></div><div><dt>Made</dt><dd>${created}</dd></div><div><dt>Sent</dt><dd>${started === null ? 'not yet' : `${started}, ${sent.toLocaleString('en')} messages`}</dd></div></dl></section>
<section class="card"><h2>Report</h2>${
    started === null
      ? html`<p class="quiet">There is a report once it was sent.</p>`
      : html`${barChart(rows)}<details><summary>As a table</summary>${table(
          'Report',
          ['What', '#Contacts', '#Times'],
          rows.map(
            ({ words, contacts, times }) =>
              html`<tr><td>${words}</td><td class="number">${contacts.toLocaleString('en')}</td><td class="number">${times.toLocaleString('en')}</td></tr>`,
          ),
          '',
        )}</details><p><a href="${base}/outbox">In the outbox</a> recipients open, click, unsubscribe and bounce.</p>`
  }</section>
${
  links.length === 0
    ? ''
    : html`<section class="card"><h2>Links</h2>${table(
        'Clicks by link',
        ['Address', '#Clicks'],
        links.map(
          ({ url, clicks }) =>
            html`<tr><td>${shownText(url)}</td><td class="number">${clicks.toLocaleString('en')}</td></tr>`,
        ),
        '',
      )}</section>`
}`;
}

const rowHeight = 28;
const labelWidth = 110;
const barWidth = 360;

/** Contacts by what they did, as a part of those whom it was sent to. */
function barChart(rows: readonly { readonly words: string; readonly contacts: number }[]): Html {
  const most = Math.max(1, ...rows.map(({ contacts }) => contacts));
  const height = rows.length * rowHeight;
  const told = rows.map(({ words, contacts }) => `${words} ${contacts}`).join(', ');
  return html`<svg class="chart" viewBox="0 0 560 ${height}" role="img" aria-label="${told}">${rows.map(
    ({ words, contacts }, index) => {
      const y = index * rowHeight;
      const share = `${Math.round((contacts / most) * 1000) / 10} %`;
      return html`<text x="0" y="${y + 18}" class="axis">${words}</text><rect class="bed" x="${labelWidth}" y="${y + 6}" width="${barWidth}" height="16" rx="3"/><rect x="${labelWidth}" y="${y + 6}" width="${Math.round((contacts / most) * barWidth)}" height="16" rx="3"/><text x="${labelWidth + barWidth + 10}" y="${y + 18}">${contacts.toLocaleString('en')}${index === 0 ? '' : ` · ${share}`}</text>`;
    },
  )}</svg>`;
}
