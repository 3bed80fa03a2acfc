import type { ContactPage, ListDetail } from '@egoi-client/sandbox';
import { shareBar } from './charts.ts';
import { addressOnly } from './delivery-view.ts';
import { html, type Html } from './html.ts';
import { base, pageSteps, shownText } from './layout.ts';
import { startOfTable, table } from './table.ts';

export const contactsPerPage = 50;

/** A list with those of its contacts that are asked for. */
export interface ShownList extends ListDetail {
  readonly contacts: ContactPage;
  readonly range: { readonly start: number; readonly limit: number };
  /** `''` for no search. */
  readonly search: string;
  /** Whose contacts are shown: `segment:` with its name, `tag:` with its number, or `''` for all. */
  readonly among: string;
  readonly tags: readonly { readonly id: number; readonly name: string }[];
}

const statuses: ReadonlyMap<number, readonly [string, string]> = new Map([
  [0, ['unconfirmed', 'running']],
  [1, ['active', 'ok']],
  [2, ['removed', 'refused']],
  [4, ['inactive', 'running']],
]);

/** Whether a contact gets messages. */
export function contactStatus(status: number): Html {
  const [words, kind] = statuses.get(status) ?? [String(status), 'running'];
  return html`<span class="outcome ${kind}">${words}</span>`;
}

/** A number with what it counts. */
function figure(words: string, value: number): Html {
  return html`<div class="figure"><b>${value.toLocaleString('en')}</b><span>${words}</span></div>`;
}

export function listView(shown: ShownList): Html {
  const { list, fields, segments, forms, callback, webhooks } = shown;
  const href = `${base}/account/lists/${list.id}`;
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / list ${list.id}</p>
<div class="title"><h1>${shownText(list.name, 200)}</h1>${list.internal_name === list.name ? '' : html`<span class="quiet">${shownText(list.internal_name, 120)}</span>`}</div>
<section class="card figures" aria-label="Contacts by status">${figure('contacts', list.total)}${figure('active', list.active)}${figure('unconfirmed', list.unconfirmed)}${figure('inactive', list.inactive)}${figure('removed', list.removed)}</section>
${
  list.total === 0
    ? ''
    : html`<section class="card"><h2>Shares</h2>${shareBar('Contacts by status', [
        { words: 'active', value: list.active },
        { words: 'unconfirmed', value: list.unconfirmed },
        { words: 'inactive', value: list.inactive },
        { words: 'removed', value: list.removed },
      ])}</section>`
}
<section class="card"><h2>Contacts${chosenOf(shown)}</h2>
<form class="bar" role="search" action="${href}"><label class="grow"><span class="unseen">Search by address, name, number or UID</span><input type="search" name="q" value="${shown.search}" placeholder="Search: address, name, number, UID  ( / )"></label>${membershipSelect(shown)}<button>Search</button></form>
${contactTable(shown, href)}</section>
<div class="cards">
<section class="card"><h2>Extra fields</h2>${startOfTable(
    'Extra fields',
    ['Field', 'Type'],
    fields,
    ({ id, name, type }) =>
      html`<tr><td>${shownText(name, 80)} <span class="quiet">extra_${id}</span></td><td>${type}</td></tr>`,
    'There are none.',
  )}</section>
<section class="card"><h2>Segments</h2>${startOfTable(
    'Segments',
    ['Segment', 'Made'],
    segments,
    ({ name, created }) =>
      html`<tr><td class="name"><a href="${href}?among=${encodeURIComponent(`segment:${name}`)}">${shownText(name, 80)}</a></td><td class="time">${created.slice(0, 16)}</td></tr>`,
    'There are none.',
  )}</section>
<section class="card"><h2>Forms</h2>${startOfTable(
    'Forms',
    ['Form', 'Kind'],
    forms,
    ({ id, title, is_default }) =>
      html`<tr><td>${shownText(title, 80)} <span class="quiet">${id}</span></td><td>${is_default === 1 ? 'default' : ''}</td></tr>`,
    'There are none. The option forms of the sandbox makes some.',
  )}</section>
<section class="card"><h2>Who is told</h2>${table(
    'Callbacks and webhooks',
    ['Kind', 'Address', 'Of'],
    [
      ...(callback === undefined
        ? []
        : [
            html`<tr><td>callback</td><td>${shownText(addressOnly(callback.url))}</td><td>${shownText(callback.switches)}</td></tr>`,
          ]),
      ...webhooks.map(
        ({ url, actions }) =>
          html`<tr><td>webhook</td><td>${shownText(addressOnly(url))}</td><td>${shownText(actions.join(', '))}</td></tr>`,
      ),
    ],
    'Nobody: editApiCallback and the webhooks of API v3 name who is.',
  )}</section>
</div>`;
}

function chosenOf({ among, tags }: ShownList): Html | '' {
  if (among.startsWith('segment:')) {
    return html` in ${shownText(among.slice('segment:'.length), 80)}`;
  }
  const tag = tags.find(({ id }) => among === `tag:${id}`);
  return tag === undefined ? '' : html` with the tag ${shownText(tag.name, 80)}`;
}

/** Most characters of a name among others to choose from. */
const mostOfName = 80;

function membershipSelect({ segments, tags, among }: ShownList): Html | '' {
  if (segments.length === 0 && tags.length === 0) return '';
  const choice = (value: string, name: string) =>
    html`<option value="${value}"${value === among ? html` selected` : ''}>${name.slice(0, mostOfName)}</option>`;
  return html`<label><span class="unseen">Segment or tag</span><select name="among"><option value="">All contacts</option>${
    segments.length === 0
      ? ''
      : html`<optgroup label="Segments">${segments.map(({ name }) => choice(`segment:${name}`, name))}</optgroup>`
  }${
    tags.length === 0
      ? ''
      : html`<optgroup label="Tags">${tags.map(({ id, name }) => choice(`tag:${id}`, name))}</optgroup>`
  }</select></label>`;
}

function contactTable({ list, contacts, range, search, among }: ShownList, href: string): Html {
  const query = (start: number) => {
    const asked = new URLSearchParams();
    if (search !== '') asked.set('q', search);
    if (among !== '') asked.set('among', among);
    asked.set('start', String(start));
    return `${href}?${asked.toString()}`;
  };
  const rows = contacts.contacts.map((contact) => {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
    const address = contact.email ?? contact.cellphone ?? contact.telephone ?? contact.uid;
    return html`<tr><td class="name"><a href="${base}/account/lists/${list.id}/contacts/${contact.uid}">${shownText(address, 80)}</a></td><td>${shownText(name, 60)}</td><td>${contactStatus(contact.status)}</td><td class="time">${contact.add_date.slice(0, 16)}</td></tr>`;
  });
  return html`${table('Contacts', ['Address', 'Name', 'Status', 'Added'], rows, search === '' ? 'There are none.' : 'Nobody is found.')}${pageSteps(range, contacts, query)}`;
}
