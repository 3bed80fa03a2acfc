import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(__dirname, '../../../packages');

/** The captured traffic of one case on one wire. */
export interface GoldenExchange {
  readonly method: string;
  readonly request: string;
  /** Bodies of the answers, by the file's ending. */
  readonly answers: Readonly<Record<string, string>>;
}

const folders = {
  soap: 'soap-encoding/test/golden/soap',
  'soap-universal': 'soap-encoding/test/golden/soap_any',
  xmlrpc: 'transport-xmlrpc/test/golden',
  rest: 'transport-rest/test/golden',
} as const;

export type GoldenWire = keyof typeof folders;

/** The names of all cases, the same on every wire. */
export function goldenCases(wire: GoldenWire): string[] {
  return readdirSync(join(packages, folders[wire]), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name.split('__')[1] ?? '')
    .toSorted();
}

export function readGolden(wire: GoldenWire, name: string): GoldenExchange {
  const root = join(packages, folders[wire]);
  const folder = readdirSync(root).find((entry) => entry.endsWith(`__${name}`));
  if (folder === undefined) throw new Error(`no golden case ${name} of ${wire}`);
  const answers: Record<string, string> = {};
  let request = '';
  for (const file of readdirSync(join(root, folder))) {
    const text = readFileSync(join(root, folder, file), 'utf8');
    // The file ends with a line break that was not sent; in a form it would belong to the last value.
    if (file.startsWith('request')) request = text.trimEnd();
    else answers[file.split('.').at(-1) ?? ''] = bodyOf(text);
  }
  return { method: folder.split('__')[0] ?? '', request, answers };
}

/** A captured answer is a status line and headers, a blank line, the body. */
function bodyOf(text: string): string {
  const blank = /\r?\n\r?\n/.exec(text);
  return blank === null ? text : text.slice(blank.index + blank[0].length);
}
