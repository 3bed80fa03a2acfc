import { reportHtml, reportOfFindings, reportOfRecord, type UsedCall } from '@egoi-client/migrate';
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const seed = 20261126;

/** What is left of a page when its own elements are taken out. */
function withoutElements(page: string): string {
  const own =
    /<!doctype html>|<\/?(?:html|head|meta|title|style|body|main|h1|h2|h3|p|div|table|thead|tbody|tr|th|td|a|span|section|dl|dt|dd|ul|li|code)(?: [a-z-]+="[^"<>]*")*>/g;
  return page.replace(own, '');
}

const used = (method: string, more: Partial<UsedCall> = {}): UsedCall => ({
  method,
  parameters: [],
  count: 1,
  ...more,
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '<!--',
  '&lt;b&gt;',
  'javascript:alert(1)',
  '\u202egetLists\u202c',
  'a\u0000b\u001b[31m',
  '\ud800',
  'x'.repeat(100_000),
];

describe('the page of a report', () => {
  test.each(hostile.map((name, index) => [index, name] as const))(
    'shows hostile name %i as text',
    (_, name) => {
      const page = reportHtml(
        reportOfRecord([
          used(name, {
            parameters: [name],
            seen: { requests: 1, durationMs: 1, losses: [name], refused: name },
          }),
          used('addSubscriber', {
            parameters: [name],
            places: [{ file: name, line: 1, confidence: 1 }],
            seen: { requests: 1, durationMs: 1, losses: [`addSubscriber.${name}`] },
          }),
        ]),
        name,
      );
      expect(withoutElements(page)).not.toMatch(/<[^ ]/);
      for (const sign of ['\u202e', '\u202c', '\u0000', '\u001b']) expect(page).not.toContain(sign);
      expect(page.length).toBeLessThan(40_000);
    },
  );

  test('shows any name as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const page = reportHtml(reportOfRecord([used(name)]), name);
        expect(withoutElements(page)).not.toMatch(/<[^ ]/);
      }),
      { seed },
    );
  });

  test('needs nothing from elsewhere, and lets nothing run', () => {
    const page = reportHtml(
      reportOfRecord([used('getForms'), used('addSubscriber')]),
      'calls.jsonl',
    );
    expect(page).not.toMatch(/https?:|src=|<script|<link|url\(|@import|\son\w+=/);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}';`);
  });

  test('has one heading for each method, in order, and tables with headings of their columns', () => {
    const page = reportHtml(
      reportOfFindings([
        {
          file: 'a.php',
          line: 1,
          column: 1,
          method: 'createList',
          parameters: ['idioma_lista'],
          confidence: 1,
          reasons: [],
        },
      ]),
      'shop',
    );
    expect(page).toContain('<html lang="en">');
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => level);
    expect(levels).toEqual(['1', '2', '2', '3', '3', '3']);
    expect(page).toContain('<th scope="col">Method</th>');
    expect(page).toContain('<a href="#method-1">createList</a>');
    expect(page).toContain('prefers-color-scheme:dark');
  });
});
