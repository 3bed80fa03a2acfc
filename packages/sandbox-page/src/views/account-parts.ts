import type { AccountView, ViewPage } from '@egoi-client/sandbox';
import { deliveryRow } from './delivery-view.ts';
import { html, type Html } from './html.ts';
import { base, shownText } from './layout.ts';
import { statusLabel } from './status-label.ts';
import { figure } from './table.ts';

/** A kind of thing that the account holds, as rows of a table. */
export interface AccountPart {
  /** In its address. */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  /** Those with a `#` before them are of numbers. */
  readonly heads: readonly string[];
  /** What to say where there is none. */
  readonly nothing: string;
  /** Whether it takes the whole width at first sight. */
  readonly isWide: boolean;
  rows(view: AccountView, page: ViewPage): Promise<readonly Html[]>;
}

/** What a campaign is called. */
export function nameOfCampaign(subject: string, internalName: string): string {
  if (subject !== '') return subject;
  return internalName === '' ? '(without a subject)' : internalName;
}

/** All of them, in the order in which they are shown. */
export const accountParts: readonly AccountPart[] = [
  {
    name: 'lists',
    title: 'Lists',
    caption: 'Lists, the newest first',
    heads: ['List', '#Contacts', '#Active', '#Removed', 'Language'],
    nothing: 'There is no list. createList makes one.',
    isWide: true,
    rows: async (view, page) =>
      (await view.lists(page)).map(
        ({ id, name, internal_name, total, active, removed, language }) =>
          html`<tr><td class="name"><a href="${base}/account/lists/${id}">${shownText(internal_name === '' ? name : internal_name, 120)}</a> <span class="quiet">${id}</span></td>${figure(total)}${figure(active)}${figure(removed)}<td>${language}</td></tr>`,
      ),
  },
  {
    name: 'campaigns',
    title: 'Campaigns',
    caption: 'Campaigns, the newest first',
    heads: ['Campaign', 'Goes by', 'Status', '#Sent', 'Made'],
    nothing: 'No campaign was made.',
    isWide: true,
    rows: async (view, page) =>
      (await view.campaigns(page)).map(
        ({ hash, subject, internal_name, channel, status, sent, created }) =>
          html`<tr><td class="name"><a href="${base}/account/campaigns/${hash}">${shownText(nameOfCampaign(subject, internal_name), 120)}</a></td><td><span class="wire">${channel}</span></td><td>${statusLabel(status)}</td>${figure(sent)}<td class="time">${created.slice(0, 16)}</td></tr>`,
      ),
  },
  {
    name: 'deliveries',
    title: 'Deliveries',
    caption: 'Deliveries of callbacks and webhooks, the newest first',
    heads: ['Asked for', 'Event', 'Address', 'State', '#Tries'],
    nothing:
      'Nobody was told of anything. editApiCallback and the webhooks of API v3 name who is to be.',
    isWide: true,
    rows: async (view, page) => view.deliveries(page).map(deliveryRow),
  },
  {
    name: 'operations',
    title: 'Operations',
    caption: 'Operations, the newest first',
    heads: ['Operation', 'Status', '#Contacts', 'Asked for'],
    nothing: 'Nothing was queued. Imports and sends show here.',
    isWide: false,
    rows: async (view, page) =>
      (await view.operations(page)).map(
        ({ id, type, status, total, moment }) =>
          html`<tr><td>${type} <span class="quiet">${id}</span></td><td>${statusLabel(status)}</td>${figure(total)}<td class="time">${moment.slice(0, 16)}</td></tr>`,
      ),
  },
  {
    name: 'automations',
    title: 'Automations',
    caption: 'Automations, the oldest first',
    heads: ['Automation', 'Status', '#Starts'],
    nothing: 'There are none. The option autobots of the sandbox makes some.',
    isWide: false,
    rows: async (view, page) =>
      (await view.automations(page)).map(
        ({ name, status, runs, id }) =>
          html`<tr><td>${shownText(name, 80)} <span class="quiet">${id}</span></td><td>${statusLabel(status)}</td>${figure(runs)}</tr>`,
      ),
  },
  {
    name: 'tags',
    title: 'Tags',
    caption: 'Tags, the oldest first',
    heads: ['Tag', '#Contacts'],
    nothing: 'There are none.',
    isWide: false,
    rows: async (view, page) =>
      (await view.tagCounts(page)).map(
        ({ id, name, contacts }) =>
          html`<tr><td><span class="tag">${shownText(name, 60)}</span> <span class="quiet">${id}</span></td>${figure(contacts)}</tr>`,
      ),
  },
  {
    name: 'senders',
    title: 'Senders',
    caption: 'Senders, the oldest first',
    heads: ['Sender', 'Goes by', 'Status'],
    nothing: 'There are none.',
    isWide: false,
    rows: async (view, page) =>
      (await view.senders(page)).map(
        ({ id, channel, sender, name, status }) =>
          html`<tr><td>${shownText(name === '' ? sender : `${name} <${sender}>`, 120)} <span class="quiet">${id}</span></td><td><span class="wire">${channel}</span></td><td>${statusLabel(status)}</td></tr>`,
      ),
  },
];
