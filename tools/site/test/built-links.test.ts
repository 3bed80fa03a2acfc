import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { followLinks } from '../src/built-links.ts';

describe('the links of a built site', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'egoi-client-site-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function followIn(files: Readonly<Record<string, string>>, base = '/') {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return followLinks(folder, base);
  }

  const guide = '<h1 id="guide">Guide</h1><h2 id="où">Where</h2>';

  test('those that lead to a page, to its heading or to a part of it are alive', () => {
    const found = followIn({
      'index.html':
        '<link rel="stylesheet" href="/all.css"><a href="docs/guide.html#guide">a</a><a href="/docs/guide.html#o%C3%B9">b</a><a href="docs/">c</a><a href="#">d</a>',
      'docs/guide.html': `${guide}<a href="../">home</a><a href="#guide">up</a><img src="data:,">`,
      'docs/index.html': '<a href="./guide.html">guide</a>',
      'all.css': 'a { background: url("data:,") }',
      '404.html': '',
    });
    expect(found.dead).toEqual([]);
    expect(found.loadedFromElsewhere).toEqual([]);
    expect(found.pages).toEqual(['docs/guide.html', 'docs/index.html', 'index.html']);
    expect(found.followed).toBe(8);
  });

  test('those to a page or a heading that is not there are dead', () => {
    const { dead } = followIn({
      'index.html':
        '<a href="gone.html">a</a><a href="guide.html#gone">b</a><a href="#gone">c</a><img src="gone.png">',
      'guide.html': guide,
    });
    expect(dead).toEqual([
      { page: 'index.html', url: 'gone.html', reason: 'no such page' },
      { page: 'index.html', url: 'guide.html#gone', reason: 'no such heading' },
      { page: 'index.html', url: '#gone', reason: 'no such heading' },
      { page: 'index.html', url: 'gone.png', reason: 'no such page' },
    ]);
  });

  test('a link that leaves the site is listed once, and what would be loaded from elsewhere is told', () => {
    const { leaving, loadedFromElsewhere, dead } = followIn({
      'index.html':
        '<a href="https://example.com/">a</a><a href="https://example.com/">b</a><script src="https://example.com/x.js"></script>',
      'all.css': '@import "//example.com/fonts.css"; a { src: url(https://example.com/f.woff2) }',
    });
    expect(leaving).toEqual(['https://example.com/']);
    expect(loadedFromElsewhere.map(({ page, url }) => `${page} ${url}`).toSorted()).toEqual([
      'all.css //example.com/fonts.css',
      'all.css https://example.com/f.woff2',
      'index.html https://example.com/x.js',
    ]);
    expect(dead).toEqual([]);
  });

  test('under a path of its own, what lies beside that path is none of the site', () => {
    const { dead } = followIn(
      { 'index.html': '<a href="/client/">a</a><a href="/index.html">b</a>' },
      '/client/',
    );
    expect(dead).toEqual([{ page: 'index.html', url: '/index.html', reason: 'no such page' }]);
  });
});
