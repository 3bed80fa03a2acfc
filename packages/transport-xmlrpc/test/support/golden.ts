import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One captured exchange; folders are named `<method>__<case>`. */
export interface GoldenExchange {
  readonly folder: string;
  readonly method: string;
  readonly request: string;
  readonly status: number;
  /** The answer's body, without the status line and headers. */
  readonly answer: string;
}

const root = path.join(__dirname, '..', 'golden');

/** All captured exchanges, in the order of their names. */
export function goldenExchanges(): GoldenExchange[] {
  return readdirSync(root).toSorted().map(goldenExchange);
}

export function goldenExchange(folder: string): GoldenExchange {
  const response = readFileSync(path.join(root, folder, 'response.http'), 'utf8');
  const blank = /\r?\n\r?\n/.exec(response);
  if (blank === null) throw new Error(`${folder}: no blank line after the headers`);
  return {
    folder,
    method: folder.slice(0, folder.indexOf('__')),
    request: readFileSync(path.join(root, folder, 'request.xml'), 'utf8'),
    status: Number(response.split(' ')[1]),
    answer: response.slice(blank.index + blank[0].length),
  };
}
