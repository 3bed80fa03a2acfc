import { ArrivingPage } from './arriving-page.ts';
import { allMethods } from '../catalogue/catalogue.ts';
import type { MethodSpec, Paging } from '../catalogue/method-spec.ts';
import type { CallOptions } from '../options/call-options.ts';
import { EgoiApiError } from '../errors/api-error.ts';
import { EgoiAbortError, type InputProblem } from '../errors/errors.ts';
import type { PagedItems } from '../answers/normalise.ts';
import type { Page } from './page.ts';
import { PageCourse } from './page-course.ts';
import type { WireObject, WireValue } from '../values/wire-value.ts';

/** Where paging begins and how much it asks for at a time. */
export interface PageOptions extends CallOptions {
  /** How many items to skip. @default 0 */
  readonly from?: number | undefined;
  /** Items of one page, 1 to 1,000: no known client asks for more. @default 1000 */
  readonly pageSize?: number | undefined;
}

/**
 * The items of all pages one by one as they arrive, or page by page with `pages()`. Every iteration
 * asks anew.
 */
export interface Pages<Item> extends AsyncIterable<Item> {
  pages(): AsyncIterable<Page<Item>>;
}

/** The most that one page may ask for, and what it asks for when nothing is said. */
export const defaultPageSize = 1000;

/** Who takes the items of a page while they arrive. */
export interface PageReader {
  readonly onItem: (item: WireValue, index: number) => boolean;
  /** Ends the call when nobody wants the rest. */
  readonly leaving: AbortSignal;
}

/** What paging needs of a client: one checked call, its answer as the wire brought it. */
type PageCall = (params: WireObject, reader?: PageReader) => Promise<WireValue>;

/** A method with pages. */
interface PagedMethod {
  readonly paging: Paging;
  readonly items: PagedItems;
  readonly call: PageCall;
}

interface PagingRange {
  readonly from: number;
  readonly pageSize: number;
  readonly signal?: AbortSignal;
}

/** Makes the pages of one method. Nothing is asked before the first iteration. */
export function pagesOf(method: PagedMethod, range: PagingRange): Pages<WireValue> {
  return {
    pages: () => readPages(method, range),
    [Symbol.asyncIterator]() {
      const leaving = new AbortController();
      const items = readItems(method, range, leaving.signal);
      return {
        next: () => items.next(),
        return() {
          // First of all, as a `next` that still waits for the answer would keep the loop waiting.
          leaving.abort(new EgoiAbortError('the loop over the items was left'));
          return items.return(undefined);
        },
      };
    },
  };
}

async function* readPages(
  method: PagedMethod,
  { from, pageSize }: PagingRange,
): AsyncGenerator<Page<WireValue>, undefined> {
  const course = new PageCourse(method.paging.key, method.items, from, pageSize);
  while (!course.ended) {
    const page = course.take(await askFor(method, course));
    if (page.items.length > 0) yield { ...page, items: page.items.map(method.items.read) };
  }
}

/** Gives each item once it is there, and the rest of its page when the answer is whole. */
async function* readItems(
  method: PagedMethod,
  { from, pageSize, signal }: PagingRange,
  leaving: AbortSignal,
): AsyncGenerator<WireValue, undefined> {
  const course = new PageCourse(method.paging.key, method.items, from, pageSize);
  while (!course.ended) {
    const page = new ArrivingPage(course);
    void page.follow(askFor(method, course, { onItem: page.add, leaving }));
    for (;;) {
      for (const item of page.arrived()) {
        if (signal?.aborted === true) {
          throw new EgoiAbortError('paging was aborted by its caller');
        }
        yield method.items.read(item);
      }
      if (page.outcome !== undefined) break;
      await page.change();
    }
    if ('error' in page.outcome) {
      if (leaving.aborted) return;
      throw page.outcome.error;
    }
    course.goOn(page.outcome.identities);
  }
}

async function askFor(
  { paging, items, call }: PagedMethod,
  { start, pageSize: limit }: PageCourse,
  reader?: PageReader,
): Promise<readonly WireValue[]> {
  try {
    return items.in(await call({ start, limit }, reader));
  } catch (error) {
    // Some methods have a code for "there are none", which past the last item is the end.
    const isEnd = start > 0 && error instanceof EgoiApiError && paging.none?.includes(error.code);
    if (isEnd === true) return [];
    throw error;
  }
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
