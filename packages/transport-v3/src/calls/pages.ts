import { namesIn, Refusal } from './refusal.ts';

/** A page as an operation answers it. */
interface AnsweredPage<Item> {
  readonly items: readonly Item[];
  readonly total_items?: number | undefined;
}

/** What is read of a collection. */
export interface PageWish<Item> {
  readonly start: number;
  /** Most items; infinite for all. */
  readonly limit: number;
  /** Items of a page. */
  readonly pageSize: number;
  /** Tells an item from all others. */
  readonly keyOf: (item: Item) => string | number;
  /** Asks for one page. */
  readonly ask: (page: {
    readonly offset: number;
    readonly limit: number;
  }) => Promise<AnsweredPage<Item>>;
}

/** Page size that the service took before it took more. */
const formerPageSize = 100;

/**
 * Reads a collection page by page, to its end or to the limit. `total_items` ends it where it is told,
 * a short page elsewhere. An item that moved back while it was read is given once.
 */
export async function readPages<Item>(wish: PageWish<Item>): Promise<{
  readonly items: Item[];
  /** Items on all pages, where the service says so. */
  readonly total: number | undefined;
}> {
  const { start, limit, keyOf } = wish;
  const items = new Map<string | number, Item>();
  let { pageSize } = wish;
  let offset = start;
  let total: number | undefined;
  for (;;) {
    const size = Math.max(1, Math.min(pageSize, limit - items.size));
    let page: AnsweredPage<Item>;
    try {
      page = await wish.ask({ offset, limit: size });
    } catch (error) {
      if (size <= formerPageSize || !refusesLimit(error)) throw error;
      pageSize = formerPageSize;
      continue;
    }
    total = page.total_items ?? total;
    const before = items.size;
    for (const item of page.items) items.set(keyOf(item), item);
    offset += page.items.length;
    const isLast = total === undefined ? page.items.length < size : offset >= total;
    // A page of items that are all known says that the service gives the same page for ever.
    if (isLast || items.size >= limit || items.size === before) break;
  }
  return { items: [...items.values()].slice(0, limit), total };
}

function refusesLimit(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    error.problem?.status === 422 &&
    namesIn(error.problem.errors).includes('limit')
  );
}
