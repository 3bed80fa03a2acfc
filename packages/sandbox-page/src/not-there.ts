import type { Context } from 'hono';
import { base, emptyState, page, type Section } from './views/layout.ts';
import { html } from './views/html.ts';

/** Says that something is not there, or not any longer: as a page, or as text where a part of one was asked for. */
export function notThere(
  context: Context,
  section: Section,
  words: string,
): Response | Promise<Response> {
  if (context.req.header('x-part') !== undefined) return context.text(words, 404);
  const content = html`<h1 class="unseen">Not there</h1><div class="card">${emptyState(words, html`<a href="${base}/${section}">Back to what is there</a>`)}</div>`;
  return context.html(page(section, 'Not there', content), 404);
}
