import { describe, expect, test } from '@jest/globals';
import { navigationOf } from '../src/navigation.ts';

const page = (path: string, title: string, ...leadsTo: string[]) => ({
  path,
  title,
  text: '',
  leadsTo,
});

describe('the way to the pages', () => {
  const pages = [
    page('CHANGELOG.md', 'Changelog'),
    page('README.md', 'client', 'docs/errors.md', 'docs/guides/b.md', 'packages/core/README.md'),
    page('docs/errors.md', 'Error codes'),
    page('docs/guides/README.md', 'Guides', 'docs/guides/b.md'),
    page('docs/guides/a.md', 'A'),
    page('docs/guides/b.md', 'B'),
    page('packages/core/README.md', '@client/core'),
  ];
  const entries = [{ name: 'core/wire', folder: 'packages/core', source: '' }];
  const { title, nav, sidebar } = navigationOf(pages, entries);

  test('follows the folders, in the order in which the READMEs lead to the pages', () => {
    expect(sidebar).toEqual([
      { text: 'Error codes', link: '/docs/errors' },
      {
        text: 'Guides',
        link: '/docs/guides/',
        collapsed: true,
        items: [
          { text: 'B', link: '/docs/guides/b' },
          { text: 'A', link: '/docs/guides/a' },
        ],
      },
      {
        text: 'Packages',
        collapsed: true,
        items: [
          {
            text: '@client/core',
            link: '/packages/core/',
            collapsed: true,
            items: [{ text: 'API of core/wire', link: '/api/core/wire' }],
          },
        ],
      },
      { text: 'Changelog', link: '/CHANGELOG' },
    ]);
  });

  test('has the folders with a page of their own above, and the API', () => {
    expect(title).toBe('client');
    expect(nav).toEqual([
      { text: 'Guides', link: '/docs/guides/' },
      { text: 'API', link: '/api/' },
    ]);
  });
});
