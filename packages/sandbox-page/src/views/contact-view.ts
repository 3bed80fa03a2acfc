import type { ContactDetail, ListDetail } from '@egoi-client/sandbox';
import { html, type Html } from './html.ts';
import { base, shownText } from './layout.ts';
import { contactStatus } from './list-view.ts';
import { table } from './table.ts';

/** A contact with what is needed to name its parts. */
export interface ShownContact extends ContactDetail {
  readonly around: ListDetail;
  readonly allTags: readonly { readonly id: number; readonly name: string }[];
}

export function contactView({
  contact,
  record,
  tags,
  history,
  around,
  allTags,
}: ShownContact): Html {
  const { list, fields } = around;
  const names = new Map(fields.map(({ id, name }) => [`EXTRA_FIELD_${id}`, name]));
  const tagNames = new Map(allTags.map(({ id, name }) => [id, name]));
  const entries = Object.entries(record).filter(([, value]) => value !== '' && value !== '0');
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / <a href="${base}/account/lists/${list.id}">list ${list.id}</a> / ${contact.uid}</p>
<div class="title"><h1>${shownText(contact.email ?? contact.cellphone ?? contact.uid, 200)}</h1>${contactStatus(contact.status)}</div>
<div class="cards">
<section class="card"><h2>What the API tells of it</h2><dl>${entries.map(
    ([name, value]) =>
      html`<div><dt>${shownText(names.get(name) ?? name, 60)}</dt><dd>${shownText(typeof value === 'object' ? JSON.stringify(value) : String(value))}</dd></div>`,
  )}</dl></section>
<section class="card"><h2>Tags</h2>${tags.length === 0 ? html`<p class="quiet">It carries none.</p>` : html`<p>${tags.map((tag) => html`<span class="tag">${shownText(tagNames.get(tag) ?? String(tag), 60)}</span> `)}</p>`}</section>
<section class="card"><h2>What happened to it</h2>${table(
    'What happened to it, the newest first',
    ['When', 'What', 'Campaign'],
    history
      .slice(0, 200)
      .map(
        ({ moment, action, campaign }) =>
          html`<tr><td class="time">${moment}</td><td>${action}</td><td>${campaign === null ? '' : html`<a href="${base}/account/campaigns/${campaign}"><code>${campaign.slice(0, 8)}</code></a>`}</td></tr>`,
      ),
    'Nothing.',
  )}</section>
</div>`;
}
