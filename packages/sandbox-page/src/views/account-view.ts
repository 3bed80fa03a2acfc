import type { AccountView } from '@egoi-client/sandbox';
import { html, type Html } from './html.ts';
import { base, pageSteps, shownText } from './layout.ts';

type Shown<Name extends keyof AccountView> = Awaited<ReturnType<AccountView[Name]>>;

/** What the first page of the account shows. */
export interface ShownAccount {
  readonly range: { readonly start: number; readonly limit: number };
  /** One more than a page where there are more. */
  readonly lists: Shown<'lists'>;
  readonly campaigns: Shown<'campaigns'>;
  readonly operations: Shown<'operations'>;
  readonly tags: Shown<'tags'>;
  readonly automations: Shown<'automations'>;
}

const statusKinds: ReadonlyMap<string, string> = new Map([
  ['finished', 'ok'],
  ['active', 'ok'],
  ['failed', 'failed'],
  ['canceled', 'refused'],
  ['deleted', 'refused'],
  ['paused', 'refused'],
]);

/** The state of a campaign, an operation or an automation. */
export function statusLabel(status: string): Html {
  return html`<span class="outcome ${statusKinds.get(status) ?? 'running'}">${status}</span>`;
}

export function accountView({
  range,
  lists,
  campaigns,
  operations,
  tags,
  automations,
}: ShownAccount): Html {
  const hasMore = lists.length > range.limit || campaigns.length > range.limit;
  return html`<h1 class="unseen">Account</h1>
<section class="card"><h2>Lists</h2>${table(
    'Lists, the newest first',
    ['List', '#Contacts', '#Active', '#Removed', 'Language'],
    lists
      .slice(0, range.limit)
      .map(
        (list) =>
          html`<tr><td class="name"><a href="${base}/account/lists/${list.id}">${shownText(list.internal_name === '' ? list.name : list.internal_name, 120)}</a> <span class="quiet">${list.id}</span></td>${figures(list.total, list.active, list.removed)}<td>${list.language}</td></tr>`,
      ),
    'There is no list. createList makes one.',
  )}</section>
<section class="card"><h2>Campaigns</h2>${table(
    'Campaigns, the newest first',
    ['Campaign', 'Goes by', 'Status', '#Sent', 'Made'],
    campaigns
      .slice(0, range.limit)
      .map(
        ({ hash, subject, internal_name, channel, status, sent, created }) =>
          html`<tr><td class="name"><a href="${base}/account/campaigns/${hash}">${shownText(nameOfCampaign(subject, internal_name), 120)}</a></td><td><span class="wire">${channel}</span></td><td>${statusLabel(status)}</td>${figures(sent)}<td class="time">${created.slice(0, 16)}</td></tr>`,
      ),
    'No campaign was made.',
  )}${pageSteps(range, { hasMore }, (start) => `${base}/account?start=${start}`)}</section>
<div class="cards">
<section class="card"><h2>Tags</h2>${tags.length === 0 ? html`<p class="quiet">There are none.</p>` : html`<p>${tags.slice(0, 200).map(({ name, contacts }) => html`<span class="tag">${shownText(name, 60)} <span class="quiet">${contacts.toLocaleString('en')}</span></span> `)}</p>`}</section>
<section class="card"><h2>Automations</h2>${table(
    'Automations',
    ['Automation', 'Status', '#Starts'],
    automations.map(
      ({ name, status, runs, id }) =>
        html`<tr><td>${shownText(name, 80)} <span class="quiet">${id}</span></td><td>${statusLabel(status)}</td>${figures(runs)}</tr>`,
    ),
    'There are none. The option autobots of the sandbox makes some.',
  )}</section>
<section class="card"><h2>Operations</h2>${table(
    'Operations, the newest first',
    ['Operation', 'Status', '#Contacts', 'Asked for'],
    operations.map(
      ({ id, type, status, total, moment }) =>
        html`<tr><td>${type} <span class="quiet">${id}</span></td><td>${statusLabel(status)}</td>${figures(total)}<td class="time">${moment.slice(0, 16)}</td></tr>`,
    ),
    'Nothing was queued. Imports and sends show here.',
  )}</section>
</div>`;
}

export function nameOfCampaign(subject: string, internalName: string): string {
  if (subject !== '') return subject;
  return internalName === '' ? '(without a subject)' : internalName;
}

/** Cells of numbers. */
function figures(...values: readonly number[]): Html[] {
  return values.map((value) => html`<td class="number">${value.toLocaleString('en')}</td>`);
}

/** @param heads those with a `#` before them are of numbers @param nothing what to say where there is no row */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly Html[],
  nothing: string,
): Html {
  if (rows.length === 0) return html`<p class="quiet">${nothing}</p>`;
  return html`<div class="scroll"><table class="rows"><caption class="unseen">${caption}</caption><thead><tr>${heads.map(
    (head) =>
      head.startsWith('#')
        ? html`<th scope="col" class="number">${head.slice(1)}</th>`
        : html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
