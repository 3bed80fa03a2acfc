import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One captured exchange; folders are named `<method>__<case>`. */
export interface GoldenExchange {
  readonly folder: string;
  readonly method: string;
  readonly request: string;
  /** The bodies, without the status line. */
  readonly json: string;
  readonly xml: string;
}

const root = join(__dirname, '..', 'golden');

/** All captured exchanges, in the order of their names. */
export function goldenExchanges(): GoldenExchange[] {
  return readdirSync(root).toSorted().map(goldenExchange);
}

export function goldenExchange(folder: string): GoldenExchange {
  return {
    folder,
    method: folder.slice(0, folder.indexOf('__')),
    // The capture ends the file with a line break that was not sent.
    request: read(folder, 'request.form').trimEnd(),
    json: bodyOf(folder, 'response.json'),
    xml: bodyOf(folder, 'response.xml'),
  };
}

function bodyOf(folder: string, name: string): string {
  const response = read(folder, name);
  const blank = response.indexOf('\n\n');
  if (blank === -1) throw new Error(`${folder}/${name}: no blank line after the status`);
  return response.slice(blank + 2);
}

function read(folder: string, name: string): string {
  return readFileSync(join(root, folder, name), 'utf8');
}
