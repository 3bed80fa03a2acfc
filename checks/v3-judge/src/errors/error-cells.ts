import {
  errorStatusesOf,
  type OperationName,
  operations,
  problemTitles,
} from '@egoi-client/v3-api';
import type { Answer } from '../served/run-calls.ts';

/** A way in which an operation can refuse or fail. */
export interface ErrorCell {
  readonly name: OperationName;
  readonly status: number;
  /** The reason of a conflict, by its name in `errors`; `undefined` where the API leaves it open. */
  readonly key: string | undefined;
}

/** All ways in which some operations can refuse or fail, by their description. */
export function errorCells(names: Iterable<OperationName>): ErrorCell[] {
  return [...names].flatMap((name) => {
    const keys = Object.keys(operations[name].conflict?.reasons ?? {});
    return errorStatusesOf(operations[name]).flatMap((status): ErrorCell[] =>
      status === 409 && keys.length > 0
        ? keys.map((key) => ({ name, status, key }))
        : [{ name, status, key: undefined }],
    );
  });
}

/** Names a cell: `deleteList 409 has_automations`. */
export function cellName({ name, status, key }: ErrorCell): string {
  return `${name} ${status}${key === undefined ? '' : ` ${key}`}`;
}

/** What is not as it must be with the answer that shows a cell; `undefined` where nothing is. */
export function wrongInAnswer(
  cell: ErrorCell,
  { status, headers, body }: Answer,
): string | undefined {
  if (status !== cell.status)
    return `was answered ${status}: ${JSON.stringify(body)?.slice(0, 200)}`;
  if (headers['content-type'] !== 'application/problem+json') {
    return `is of ${headers['content-type']}`;
  }
  const problem = (body ?? {}) as Readonly<Record<string, unknown>>;
  const titles: Readonly<Record<number, string>> = problemTitles;
  if (problem['status'] !== status || problem['title'] !== titles[status]) {
    return `says ${JSON.stringify(problem).slice(0, 200)}`;
  }
  if (typeof problem['detail'] !== 'string' || problem['detail'] === '') return 'gives no detail';
  if (cell.key === undefined) return undefined;
  const errors = (problem['errors'] ?? {}) as Readonly<Record<string, unknown>>;
  return errors[cell.key] === sentenceOf(cell)
    ? undefined
    : `has the errors ${JSON.stringify(errors)}`;
}

/** The sentence that the API has for the reason of a conflict. */
export function sentenceOf({ name, key }: ErrorCell): string | undefined {
  return key === undefined ? undefined : operations[name].conflict?.reasons[key];
}
