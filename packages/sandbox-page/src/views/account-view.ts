import { type AccountPart, accountParts } from './account-parts.ts';
import { html, type Html } from './html.ts';
import { base, pageSteps } from './layout.ts';
import { table } from './table.ts';

/** Rows of each part on the first page of the account. */
export const rowsAtFirst = 8;
/** Rows of a part that is shown by itself. */
export const rowsPerPage = 50;

/** Some rows of a part; one more than a page where there are more. */
export interface ShownPart {
  readonly part: AccountPart;
  readonly rows: readonly Html[];
}

/** Everything at a glance: the start of each part. */
export function accountView(shown: readonly ShownPart[]): Html {
  const wide = shown.filter(({ part }) => part.isWide);
  const narrow = shown.filter(({ part }) => !part.isWide);
  return html`<h1 class="unseen">Account</h1>${wide.map(glanceAt)}<div class="cards">${narrow.map(glanceAt)}</div>`;
}

function glanceAt({ part, rows }: ShownPart): Html {
  const { name, title } = part;
  return html`<section class="card"><h2>${title}</h2>${partTable(part, rows.slice(0, rowsAtFirst))}${
    rows.length > rowsAtFirst
      ? html`<p><a href="${base}/account/${name}">All ${title.toLowerCase()}</a></p>`
      : ''
  }</section>`;
}

/** One part, page by page. */
export function accountPartView({ part, rows }: ShownPart, start: number): Html {
  const range = { start, limit: rowsPerPage };
  return html`<p class="crumbs"><a href="${base}/account">Account</a> / ${part.title.toLowerCase()}</p>
<section class="card"><h1>${part.title}</h1>${partTable(part, rows.slice(0, rowsPerPage))}${pageSteps(
    range,
    { hasMore: rows.length > rowsPerPage },
    (from) => `${base}/account/${part.name}?start=${from}`,
  )}</section>`;
}

function partTable({ caption, heads, nothing }: AccountPart, rows: readonly Html[]): Html {
  return table(caption, heads, rows, nothing);
}

/** The part of a name; `undefined` where there is none. */
export function partNamed(name: string): AccountPart | undefined {
  return accountParts.find((part) => part.name === name);
}
