import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const run = promisify(execFile);
const program = join(__dirname, 'support/stage-repository.ts');
const repositoryRoot = join(__dirname, '../../..');

describe('the pages of a repository, staged for the site', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'egoi-client-site-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Stages a repository of these files; gives what each page shows, by its place. */
  async function stage(texts: Readonly<Record<string, string>>): Promise<Map<string, string>> {
    const repository = join(folder, 'repository');
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), text);
    }
    await run('git', ['init', '--quiet', repository]);
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', program, repository, join(folder, 'staged')],
      { cwd: repositoryRoot },
    );
    return new Map(JSON.parse(stdout) as [string, string][]);
  }

  function staged(place: string): string {
    return readFileSync(join(folder, 'staged', place), 'utf8');
  }

  test('a README is the index of its folder, and links to it lead there', async () => {
    await stage({
      'README.md': '# Home\n\n[a guide](docs/guides/first.md#then), [all](docs/guides/README.md)\n',
      'docs/guides/README.md': '# Guides\n\n[home](../../README.md)\n',
      'docs/guides/first.md': '# First\n\n## Then\n\n[core](../../packages/core), [here](#then)\n',
      'packages/core/README.md': '# core\n',
    });
    expect(staged('index.md')).toBe(
      '# Home\n\n[a guide](docs/guides/first.md#then), [all](docs/guides/index.md)\n',
    );
    expect(staged('docs/guides/index.md')).toBe('# Guides\n\n[home](../../index.md)\n');
    expect(staged('docs/guides/first.md')).toBe(
      '# First\n\n## Then\n\n[core](../../packages/core/index.md), [here](#then)\n',
    );
  });

  test('a file and a folder that a page leads to become pages that show them', async () => {
    const shown = await stage({
      'README.md': '# Home\n\n[a program](examples/first.ts) and [clients](clients/)\n',
      'examples/first.ts': 'const fence = "````";\n',
      'clients/php/first.php': '<?php echo 1;\n',
    });
    expect(staged('index.md')).toContain('[a program](examples/first.ts.md)');
    expect(staged('index.md')).toContain('[clients](clients/index.md)');
    expect(staged('examples/first.ts.md')).toBe(
      '# `examples/first.ts`\n\n`````ts\nconst fence = "````";\n`````\n',
    );
    expect(staged('clients/index.md')).toContain('- [`php/first.php`](php/first.php.md)');
    expect(shown.get('clients/php/first.php.md')).toBe('clients/php/first.php');
  });

  test('links in code, to elsewhere and to nowhere stay as they are, and so does what git ignores', async () => {
    const text =
      '# Home\n\n`[code](docs/a.md)` [out](https://example.com/README.md) [gone](gone.md)\n';
    const shown = await stage({
      '.gitignore': 'docs/made.md\n',
      'README.md': text,
      'docs/made.md': '# Made\n',
      'notes/README.md': '# No page\n',
    });
    expect(staged('index.md')).toBe(text);
    expect([...shown.keys()]).toEqual(['index.md']);
  });

  test('pictures come along', async () => {
    await stage({
      'docs/speed.md': '# Speed\n\n![speed](speed.svg)\n',
      'docs/speed.svg': '<svg/>',
    });
    expect(staged('docs/speed.svg')).toBe('<svg/>');
  });
});
