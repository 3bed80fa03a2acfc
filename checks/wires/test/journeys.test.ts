import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

/** The journeys of the page on architecture, each with the files that it names. */
function journeys(): string[][] {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const [, chapter = ''] = /## Five journeys, file by file\n([^]*?)\n## /.exec(page) ?? [];
  return chapter
    .split(/^\*\*/m)
    .slice(1)
    .map((journey) =>
      [...journey.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file]) => `packages/${file}`),
    );
}

describe('the journeys of docs/architecture.md', () => {
  test('are five, over files that are there', () => {
    const files = journeys();
    expect(files.map(({ length }) => length > 5)).toEqual([true, true, true, true, true]);
    expect(files.flat().filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('a call over REST crosses the files that its list names, and at most 22', () => {
    // From the sources, as they are: compiled into one file, nothing of them could be told apart.
    const from = ['--conditions=@egoi-client/source', '--import', 'tsx'];
    const program = join(root, 'checks/wires/src/journeys/main.ts');
    const printed = execFileSync(process.execPath, [...from, program], {
      cwd: root,
      encoding: 'utf8',
    });
    const crossed = printed.trim().split('\n');
    console.info(`a call over REST crosses ${crossed.length} files`);
    expect(crossed.length).toBeLessThanOrEqual(22);
    expect(journeys()[0]?.toSorted()).toEqual(crossed.toSorted());
  }, 120_000);
});
