import { readFileSync } from 'node:fs';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';

const { base, title, nav, sidebar } = JSON.parse(readFileSync('site.json', 'utf8'));

const searchOptions = {
  // A word of the API is in many of its headings; what explains it comes first.
  boostDocument: (address) => (address.includes('/api/') ? 0.3 : 1),
};

export default defineConfig({
  base,
  title,
  lang: 'en',
  srcDir: '.pages',
  outDir: '../dist',
  // src/built-links.ts finds them in the built pages, those of a heading as well.
  ignoreDeadLinks: true,
  markdown: {
    // Headings have the anchors that they have in the repository.
    anchor: { slugify: slug },
    languageAlias: { mjs: 'js', cjs: 'js' },
  },
  vite: { build: { chunkSizeWarningLimit: 10_000 } },
  themeConfig: {
    nav,
    sidebar,
    outline: [2, 3],
    search: { provider: 'local', options: { miniSearch: { searchOptions } } },
  },
});
