import type { CampaignReport } from '@egoi-client/sandbox';
import { nameOfCampaign } from './account-parts.ts';
import { barChart, lineChart, meter, timeText } from './charts.ts';
import { html, type Html } from './html.ts';
import { base, shownText } from './layout.ts';
import { statusLabel } from './status-label.ts';
import { figure, table } from './table.ts';

const bars = [
  ['sent', 'Sent to'],
  ['view', 'Opened'],
  ['click', 'Clicked'],
  ['bounce', 'Bounced'],
  ['complaint', 'Complained'],
  ['removed', 'Unsubscribed'],
] as const;

export function campaignView({ campaign, counts, timeline, links }: CampaignReport): Html {
  const { hash, channel, status, list, sent, started, created } = campaign;
  const byAction = new Map(counts.map((count) => [count.action, count]));
  const rows = bars.map(([action, words]) => {
    const { contacts = 0, times = 0 } = byAction.get(action) ?? {};
    return { words, value: contacts, times };
  });
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / <a href="${base}/account/campaigns">campaigns</a> / <code>${hash.slice(0, 8)}</code></p>
<div class="title"><h1>${shownText(nameOfCampaign(campaign.subject, campaign.internal_name), 200)}</h1><span class="wire">${channel}</span>${statusLabel(status)}</div>
<section class="card"><dl><div><dt>Hash</dt><dd><code>${hash}</code></dd></div><div><dt>List</dt><dd><a href="${base}/account/lists/${list}">list ${list}</a></dd></div><div><dt>Made</dt><dd>${created}</dd></div><div><dt>Sent</dt><dd>${started === null ? 'not yet' : `${started}, ${sent.toLocaleString('en')} messages`}</dd></div></dl></section>
<section class="card"><h2>Report</h2>${
    started === null
      ? html`<p class="quiet">There is a report once it was sent.</p>`
      : html`${barChart(rows)}<details><summary>As a table</summary>${table(
          'Report',
          ['What', '#Contacts', '#Times'],
          rows.map(
            ({ words, value, times }) =>
              html`<tr><td>${words}</td>${figure(value)}${figure(times)}</tr>`,
          ),
          '',
        )}</details><p><a href="${base}/outbox">In the outbox</a> recipients open, click, unsubscribe and bounce.</p>`
  }</section>
${timeline.length === 0 ? '' : overTime(timeline)}
${links.length === 0 ? '' : linkShares(links)}`;
}

function overTime(timeline: CampaignReport['timeline']): Html {
  const times = timeline.map(({ startMs }) => startMs);
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const views = timeline.map((slot) => slot.views);
  const clicks = timeline.map((slot) => slot.clicks);
  return html`<section class="card"><h2>Opens and clicks over time</h2>${
    timeline.length === 1
      ? html`<p class="quiet">All at ${timeText(first, first, last)} UTC so far; a line needs two moments.</p>`
      : lineChart(times, [
          { words: 'Opens', counts: views },
          { words: 'Clicks', counts: clicks },
        ])
  }<details><summary>As a table</summary>${table(
    'Opens and clicks over time',
    ['From', '#Opens', '#Clicks'],
    timeline.map(
      (slot) =>
        html`<tr><td class="time">${timeText(slot.startMs, first, last)}</td>${figure(slot.views)}${figure(slot.clicks)}</tr>`,
    ),
    '',
  )}</details></section>`;
}

function linkShares(links: CampaignReport['links']): Html {
  const all = links.reduce((sum, { clicks }) => sum + clicks, 0);
  return html`<section class="card"><h2>Links</h2>${table(
    'Clicks by link',
    ['Address', '#Clicks', 'Share'],
    links.map(
      ({ url, clicks }) =>
        html`<tr><td>${shownText(url)}</td>${figure(clicks)}<td class="share">${meter(clicks, all)}</td></tr>`,
    ),
    '',
  )}</section>`;
}
