import { momentText } from './moments.ts';

/** The part of a collection that is asked for. */
export interface PageQuery {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** How a collection is ordered. */
export interface OrderQuery<By extends string> {
  readonly order?: 'asc' | 'desc' | undefined;
  readonly order_by?: By | undefined;
}

/** The page that is asked for, of 10 unless something else is usual. */
export function pageIn(query: PageQuery, usual = 10): { start: number; limit: number } {
  return { start: query.offset ?? 0, limit: query.limit ?? usual };
}

/** A page of a collection that is small enough to be held whole, with the count of all. */
export function pageOf<Item>(
  all: readonly Item[],
  query: PageQuery,
  usual?: number,
): { readonly total_items: number; readonly items: readonly Item[] } {
  const { start, limit } = pageIn(query, usual);
  return { total_items: all.length, items: all.slice(start, start + limit) };
}

/** Orders items by a member, the largest first unless something else is asked for. */
export function ordered<Item extends Readonly<Record<string, unknown>>>(
  items: readonly Item[],
  query: OrderQuery<string>,
  usual: keyof Item & string,
): Item[] {
  const by = query.order_by ?? usual;
  const sign = query.order === 'asc' ? 1 : -1;
  return items.toSorted((a, b) => sign * compare(a[by], b[by]));
}

/** Numbers by their size, texts by their letters; what is neither is nothing, and comes first. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [textOf(a), textOf(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Tells whether a moment lies between two others, both of which may be missing. */
export function isBetween(
  moment: string,
  least: string | undefined,
  most: string | undefined,
): boolean {
  if (least !== undefined && moment < momentText(least)) return false;
  return most === undefined || moment <= momentText(most);
}
