import { html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page; what was put into it has been escaped. */
export type Html = HtmlEscapedString;

/** Writes a piece of a page, each value in it escaped unless it is a piece itself. */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  // It is a promise only where one is put in, and no view does.
  return template(strings, ...values) as Html;
}
