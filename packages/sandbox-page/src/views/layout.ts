import { createHash } from 'node:crypto';
import { script } from '../assets/script.ts';
import { styles } from '../assets/styles.ts';
import { html, type Html } from './html.ts';

/** Where the page is. */
export const base = '/_sandbox';

/** Names the state of a file, so that a browser keeps it until there is another. */
function stateOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

const assetUrls = {
  styles: `${base}/page.css?${stateOf(styles)}`,
  script: `${base}/page.js?${stateOf(script)}`,
};

const sections = [
  ['calls', 'Calls'],
  ['outbox', 'Outbox'],
  ['account', 'Account'],
  ['trouble', 'Make trouble'],
] as const;

/** A part of the page with a line in its navigation. */
export type Section = (typeof sections)[number][0];

/** The whole of a page. */
export function page(section: Section, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · E-goi sandbox</title>
<link rel="icon" href="${base}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assetUrls.styles}">
<script src="${assetUrls.script}" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="brand" href="${base}/calls"><svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><rect x="1" y="1" width="14" height="14" rx="3.5" fill="currentColor"/><path d="M4.5 8.5h7M4.5 5.5h7M4.5 11.5h4" stroke="var(--surface)" stroke-width="1.4" stroke-linecap="round"/></svg>E-goi sandbox</a>
<nav aria-label="Views">${sections.map(
    ([name, words]) =>
      html`<a href="${base}/${name}"${name === section ? html` aria-current="page"` : ''}>${words}</a>`,
  )}</nav>
</header>
<main id="content" tabindex="-1">
${content}
</main>
</body>
</html>`;
}

/** What to show where there is nothing, with what would change that. */
export function emptyState(words: string, hint: Html | string = ''): Html {
  return html`<div class="empty"><p>${words}</p>${hint === '' ? '' : html`<p class="quiet">${hint}</p>`}</div>`;
}

/** A button that changes something: always a POST. @param meanwhile what it says while that takes its time */
export function actionButton(
  action: string,
  words: string,
  fields: Readonly<Record<string, string | number>> = {},
  variant = '',
  meanwhile = '',
): Html {
  return html`<form method="post" action="${base}${action}" class="inline">${Object.entries(
    fields,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="${variant}"${meanwhile === '' ? '' : html` data-meanwhile="${meanwhile}"`}>${words}</button></form>`;
}

const mostShown = 300;

/** A text of unknown length, cut where it would fill the page, and kept apart from the direction of its surroundings. */
export function shownText(text: string, most: number = mostShown): Html {
  const isLong = text.length > most;
  return html`<bdi>${isLong ? text.slice(0, most) : text}</bdi>${isLong ? html`<span class="quiet"> … ${text.length.toLocaleString('en')} characters</span>` : ''}`;
}

/** Steps through something long. @param hrefOf the address of the part that starts at a number */
export function pageSteps(
  { start, limit }: { readonly start: number; readonly limit: number },
  { total, hasMore }: { readonly total?: number | undefined; readonly hasMore: boolean },
  hrefOf: (start: number) => string,
): Html {
  const all = total === undefined ? '' : `${total.toLocaleString('en')} in all`;
  if (start === 0 && !hasMore) return html`<p class="quiet">${all}</p>`;
  const from = `from ${(start + 1).toLocaleString('en')} on`;
  return html`<nav class="pages" aria-label="Pages">${start === 0 ? '' : html`<a rel="prev" href="${hrefOf(Math.max(0, start - limit))}">Before</a>`}${hasMore ? html`<a rel="next" href="${hrefOf(start + limit)}">Next</a>` : ''}<span class="quiet">${[from, all].filter(Boolean).join(', ')}</span></nav>`;
}

/** Where in something long a request asks to be. */
export function startIn(query: Readonly<Record<string, string>>): number {
  const start = Number(query['start']);
  return Number.isSafeInteger(start) && start > 0 ? start : 0;
}
