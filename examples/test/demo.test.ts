import { expect, test } from '@jest/globals';
import { formatDemo, runDemo } from '../demo/run-demo.ts';

test('the demo takes all four transports through every step with strictly equal answers', async () => {
  const seen = new Set<string>();
  const report = await runDemo((transport) => seen.add(transport));
  expect([...seen]).toEqual(['soap', 'soap-universal', 'xmlrpc', 'rest']);
  expect(report.unequal).toEqual([]);
  const table = formatDemo(report);
  for (const words of ['500 taken in', '503 contacts', '5 codes', 'All 4 transports']) {
    expect(table).toContain(words);
  }
});

test('the demo says which step differs', () => {
  const cell = (answer: unknown) => ({ answer, summary: '', durationMs: 1 });
  const columns = [
    { transport: 'soap', cells: [cell(1)] },
    { transport: 'rest', cells: [cell('1')] },
  ];
  expect(formatDemo({ steps: ['sign in'], columns, unequal: ['sign in'] })).toContain(
    'The answers differ in: sign in.',
  );
});
