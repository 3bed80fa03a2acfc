import type { ContactPage, ListDetail } from '@egoi-client/sandbox';
import { table } from './account-view.ts';
import { html, type Html } from './html.ts';
import { base, pageSteps, shownText } from './layout.ts';

export const contactsPerPage = 50;

/** A list with those of its contacts that are asked for. */
export interface ShownList extends ListDetail {
  readonly contacts: ContactPage;
  readonly range: { readonly start: number; readonly limit: number };
  /** `''` for no search. */
  readonly search: string;
  /** Name of the segment whose members are shown; `''` for all. */
  readonly segment: string;
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
  const { list, fields, segments, forms, callback, webhooks, segment } = shown;
  const href = `${base}/account/lists/${list.id}`;
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / list ${list.id}</p>
<div class="title"><h1>${shownText(list.name, 200)}</h1>${list.internal_name === list.name ? '' : html`<span class="quiet">${shownText(list.internal_name, 120)}</span>`}</div>
<section class="card figures" aria-label="Contacts by status">${figure('contacts', list.total)}${figure('active', list.active)}${figure('unconfirmed', list.unconfirmed)}${figure('inactive', list.inactive)}${figure('removed', list.removed)}</section>
<section class="card"><h2>Contacts${segment === '' ? '' : html` in ${shownText(segment, 80)}`}</h2>
<form class="bar" role="search" action="${href}"><label class="grow"><span class="unseen">Search by address, name, number or UID</span><input type="search" name="q" value="${shown.search}" placeholder="Search: address, name, number, UID  ( / )"></label>${
    segments.length === 0
      ? ''
      : html`<label><span class="unseen">Segment</span><select name="segment"><option value="">All contacts</option>${segments.map(({ name }) => html`<option value="${name}"${name === segment ? html` selected` : ''}>${name.slice(0, 80)}</option>`)}</select></label>`
  }<button>Search</button></form>
${contactTable(shown, href)}</section>
<div class="cards">
<section class="card"><h2>Extra fields</h2>${table(
    'Extra fields',
    ['Field', 'Type'],
    fields.map(
      ({ id, name, type }) =>
        html`<tr><td>${shownText(name, 80)} <span class="quiet">extra_${id}</span></td><td>${type}</td></tr>`,
    ),
    'There are none.',
  )}</section>
<section class="card"><h2>Segments</h2>${table(
    'Segments',
    ['Segment', 'Made'],
    segments.map(
      ({ name, created }) =>
        html`<tr><td class="name"><a href="${href}?segment=${encodeURIComponent(name)}">${shownText(name, 80)}</a></td><td class="time">${created.slice(0, 16)}</td></tr>`,
    ),
    'There are none.',
  )}</section>
<section class="card"><h2>Forms</h2>${table(
    'Forms',
    ['Form', 'Kind'],
    forms.map(
      ({ id, title, is_default }) =>
        html`<tr><td>${shownText(title, 80)} <span class="quiet">${id}</span></td><td>${is_default === 1 ? 'default' : ''}</td></tr>`,
    ),
    'There are none. The option forms of the sandbox makes some.',
  )}</section>
<section class="card"><h2>Who is told</h2>${table(
    'Callbacks and webhooks',
    ['Kind', 'Address', 'Of'],
    [
      ...(callback === undefined
        ? []
        : [
            html`<tr><td>callback</td><td>${shownText(callback.url)}</td><td>${shownText(callback.switches)}</td></tr>`,
          ]),
      ...webhooks.map(
        ({ url, actions }) =>
          html`<tr><td>webhook</td><td>${shownText(url)}</td><td>${shownText(actions.join(', '))}</td></tr>`,
      ),
    ],
    'Nobody: editApiCallback and the webhooks of API v3 name who is.',
  )}</section>
</div>`;
}

function contactTable({ list, contacts, range, search, segment }: ShownList, href: string): Html {
  const query = (start: number) => {
    const asked = new URLSearchParams();
    if (search !== '') asked.set('q', search);
    if (segment !== '') asked.set('segment', segment);
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
