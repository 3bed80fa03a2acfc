import { allMethods, type Catalogue } from './catalogue/catalogue.ts';
import type { CallOptions, MethodSpec, Paging } from './catalogue/method-spec.ts';
import { EgoiApiError } from './errors/api-error.ts';
import { EgoiAbortError, EgoiProtocolError, type InputProblem } from './errors/errors.ts';
import { isWireObject, type WireObject, type WireValue } from './wire-value.ts';

/** The methods that answer page by page, with the parameters and the items of their pages. */
export type PagedMethods = {
  readonly [Name in keyof Catalogue as PageOf<Catalogue[Name]> extends never
    ? never
    : Name]: PageOf<Catalogue[Name]>;
};

type PageOf<Spec> = Spec extends { readonly page?: infer Facts }
  ? unknown extends Facts
    ? never
    : NonNullable<Facts>
  : never;

/** Where paging begins and how much it asks for at a time. */
export interface PageOptions extends CallOptions {
  /** How many items to skip. @default 0 */
  readonly from?: number | undefined;
  /** Items of one page, 1 to 1,000: no known client asks for more. @default 1000 */
  readonly pageSize?: number | undefined;
}

/** One page. */
export interface Page<Item> {
  /** How many items of the service's order come before this page. */
  readonly start: number;
  /** Without those that the page before held too. */
  readonly items: readonly Item[];
  /** The `from` that goes on after this page. */
  readonly next: number;
}

/** The items of all pages one by one, or page by page with `pages()`. Every iteration asks anew. */
export interface Pages<Item> extends AsyncIterable<Item> {
  pages(): AsyncIterable<Page<Item>>;
}

/** The most that one page may ask for, and what it asks for when nothing is said. */
export const defaultPageSize = 1000;

/** What paging needs of a client: one checked call. */
export type PageCall = (params: WireObject) => Promise<WireValue>;

/** Makes the pages of one method. Nothing is asked before the first iteration. */
export function pagesOf(
  paging: Paging,
  call: PageCall,
  options: { readonly from: number; readonly pageSize: number; readonly signal?: AbortSignal },
): Pages<WireValue> {
  const pages = () => readPages(paging, call, options);
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) {
        for (const item of items) {
          if (options.signal?.aborted === true) {
            throw new EgoiAbortError('paging was aborted by its caller');
          }
          yield item;
        }
      }
    },
  };
}

/**
 * Asks page after page. A short page ends it once a full one has shown that the service takes
 * `limit` as asked; before that only an empty one does, since a service that gives fewer at a time
 * would seem to have no more. Memory holds two pages, whatever the number of items.
 */
async function* readPages(
  paging: Paging,
  call: PageCall,
  { from, pageSize }: { readonly from: number; readonly pageSize: number },
): AsyncGenerator<Page<WireValue>> {
  let start = from;
  let known: ReadonlySet<unknown> = new Set();
  let sawFullPage = false;
  let repeats = 0;
  for (;;) {
    const found = await askFor(paging, call, start, pageSize);
    if (found.length === 0) return;
    const identities = found.map((item) => identityOf(item, paging));
    const items = found.filter((_item, index) => !known.has(identities[index]));
    repeats = items.length === 0 ? repeats + 1 : 0;
    // Whoever takes no heed of `start` has given everything at once, or will never give the rest.
    if (repeats > 0 && found.length !== pageSize) return;
    if (repeats > 1) {
      throw new EgoiProtocolError(
        'the service answers the same page again and again, as if it knew no start; ask for less with the parameters of the method',
        { delivery: 'answered' },
      );
    }
    const next = start + found.length;
    if (items.length > 0) yield { start, items, next };
    if (sawFullPage && found.length < pageSize) return;
    sawFullPage ||= found.length === pageSize;
    known = new Set(identities);
    start = next;
  }
}

async function askFor(
  { items, none }: Paging,
  call: PageCall,
  start: number,
  limit: number,
): Promise<readonly WireValue[]> {
  try {
    const answer = await call({ start, limit });
    const found = items === undefined ? answer : isWireObject(answer) ? answer[items] : undefined;
    return Array.isArray(found) ? found : [];
  } catch (error) {
    // Some methods have a code for "there are none", which past the last item is the end.
    const isEnd = start > 0 && error instanceof EgoiApiError && none?.includes(error.code);
    if (isEnd === true) return [];
    throw error;
  }
}

function identityOf(item: WireValue, { key }: Paging): unknown {
  return (isWireObject(item) ? item[key] : undefined) ?? JSON.stringify(item);
}

/** What is wrong with a wish for pages, before anything is asked. */
export function checkPaging(
  spec: MethodSpec | undefined,
  params: { readonly [key: string]: unknown },
  from: number,
  pageSize: number,
): InputProblem[] {
  const problems: InputProblem[] = [];
  if (spec?.paging === undefined) {
    const pagedNames = allMethods().flatMap(({ name, paging }) => (paging ? [name] : []));
    problems.push({
      path: 'method',
      problem: `has no pages; these do: ${pagedNames.join(', ')}`,
    });
  }
  for (const name of ['start', 'limit']) {
    if (Object.hasOwn(params, name)) {
      problems.push({ path: name, problem: 'is set by paging; use the options from and pageSize' });
    }
  }
  if (!Number.isSafeInteger(from) || from < 0) {
    problems.push({ path: 'options.from', problem: 'must be a whole number, 0 or more' });
  }
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > defaultPageSize) {
    problems.push({ path: 'options.pageSize', problem: `must be 1 to ${defaultPageSize}` });
  }
  return problems;
}
