import { html, type Html } from './html.ts';

/** A cell of a number. */
export function figure(value: number): Html {
  return html`<td class="number">${value.toLocaleString('en')}</td>`;
}

/** @param heads those with a `#` before them are of numbers, and empty ones of buttons @param nothing what to say where there is no row */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly Html[],
  nothing: string,
): Html {
  if (rows.length === 0) return html`<p class="quiet">${nothing}</p>`;
  return html`<div class="scroll"><table class="rows"><caption class="unseen">${caption}</caption><thead><tr>${heads.map(
    (head) => {
      if (head === '') return html`<th scope="col"><span class="unseen">Do</span></th>`;
      return head.startsWith('#')
        ? html`<th scope="col" class="number">${head.slice(1)}</th>`
        : html`<th scope="col">${head}</th>`;
    },
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Most rows of something that belongs to one list, and is seldom long. */
const mostRows = 200;

/** The same of what may be long now and then: its start. */
export function startOfTable<Item>(
  caption: string,
  heads: readonly string[],
  items: readonly Item[],
  rowOf: (item: Item) => Html,
  nothing: string,
): Html {
  const rows = items.slice(0, mostRows).map(rowOf);
  const more = items.length - rows.length;
  return html`${table(caption, heads, rows, nothing)}${more === 0 ? '' : html`<p class="quiet">and ${more.toLocaleString('en')} more</p>`}`;
}
