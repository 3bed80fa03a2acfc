import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordHeadLine } from '@egoi-client/gateway';
import { readRecord, reportOfFindings, reportOfRecord, reportText } from '@egoi-client/migrate';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egoi-report-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (more: object) =>
  JSON.stringify({
    method: 'addSubscriber',
    wire: 'soap',
    parameters: { listID: 'string', email: 'string' },
    outcome: 'answered',
    losses: ['addSubscriber.ADD_DATE'],
    requests: 2,
    count: 1,
    durationMs: 30,
    first: '2026-11-26T10:00:00.000Z',
    last: '2026-11-26T11:00:00.000Z',
    ...more,
  });

function record(...lines: readonly string[]): string {
  const path = join(folder, 'calls.jsonl');
  writeFileSync(path, [recordHeadLine, ...lines].join('\n'));
  return path;
}

const reportOn = async (...lines: readonly string[]) =>
  reportOfRecord((await readRecord(record(...lines))).calls);

describe('the report of a record', () => {
  test('adds up the lines of one shape, of several processes too', async () => {
    const read = await readRecord(
      record(line({}), recordHeadLine, line({ count: 4, requests: 6 })),
    );
    expect(read.calls).toMatchObject([
      { method: 'addSubscriber', count: 5, seen: { requests: 8 } },
    ]);
    expect(read).toMatchObject({ from: '2026-11-26T10:00:00.000Z', unreadLines: 0 });
  });

  test('names the losses that were told, with what to do, and no others', async () => {
    const { basis, methods } = await reportOn(line({ count: 3, requests: 6 }));
    expect(basis).toBe('told');
    expect(methods).toMatchObject([
      {
        method: 'addSubscriber',
        verdict: 'with losses',
        count: 3,
        losses: [
          {
            name: 'ADD_DATE',
            kind: 'field',
            calls: 3,
            change: 'Do not read ADD_DATE from the answer.',
          },
        ],
        cost: { requests: 1, measured: 2 },
      },
    ]);
  });

  test('says of calls that were refused for a loss which one it was', async () => {
    const { methods } = await reportOn(
      line({
        method: 'addSubscriberBulk',
        parameters: { listID: 'string', subscribers: 'list', 'subscribers[].status': 'string' },
        outcome: 'refused',
        refused: 'unsupported',
        losses: ['addSubscriberBulk.subscribers.status'],
        requests: 0,
      }),
    );
    expect(methods[0]).toMatchObject({
      verdict: 'with losses',
      refusedCalls: [{ kind: 'unsupported', calls: 1 }],
      losses: [{ name: 'subscribers.status', needsLeave: true }],
    });
    expect(methods[0]?.losses[0]?.change).toContain(
      '--allow-loss addSubscriberBulk.subscribers.status',
    );
  });

  test('says why a method is refused and what to do instead, and puts it first', async () => {
    const { counts, methods } = await reportOn(
      line({}),
      line({
        method: 'getForms',
        parameters: {},
        outcome: 'refused',
        refused: 'unsupported',
        losses: [],
      }),
      line({ method: 'noSuchMethod', outcome: 'refused', refused: 'unknown-method', losses: [] }),
      line({ method: 'getCredits', parameters: {}, losses: [] }),
    );
    expect(counts).toEqual({
      methods: 4,
      calls: 4,
      exact: 1,
      withLosses: 1,
      refused: 1,
      unknown: 1,
    });
    expect(methods.map(({ method }) => method)).toEqual([
      'getForms',
      'noSuchMethod',
      'addSubscriber',
      'getCredits',
    ]);
    expect(methods[0]?.refusal).toEqual({
      reason: 'API v3 does not list forms',
      wayOut: 'keep the addresses of the forms that you use',
    });
    expect(methods[3]?.changes).toEqual(['Nothing but the address.']);
  });

  test('foresees the losses from the parameters where the record was made over API v2', async () => {
    const { basis, methods } = await reportOn(
      line({ losses: [], parameters: { listID: 'string', email: 'string', fax: 'string' } }),
    );
    expect(basis).toBe('foreseen');
    const names = methods[0]?.losses.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['fax', 'FIRST_NAME']));
    expect(names).not.toContain('status');
  });

  test('passes over a torn line, and tells of it', async () => {
    expect(await readRecord(record(line({}), line({}).slice(0, 40)))).toMatchObject({
      unreadLines: 1,
      calls: [{ count: 1 }],
    });
  });

  test('is refused for what is no record', async () => {
    const path = join(folder, 'other.txt');
    writeFileSync(path, 'hello\n');
    await expect(readRecord(path)).rejects.toThrow(/is no record of a gateway/);
    await expect(readRecord(join(folder, 'none'))).rejects.toThrow(/cannot be read: ENOENT/);
  });
});

describe('the report of sources', () => {
  test('has the same words, with places', () => {
    const finding = { file: 'a.php', line: 3, column: 1, confidence: 0.9, reasons: [] };
    const report = reportOfFindings([
      { ...finding, method: 'createList', wire: 'soap', parameters: ['nome', 'idioma_lista'] },
      { ...finding, line: 9, method: 'createList', parameters: ['nome'] },
    ]);
    expect(report).toMatchObject({
      of: 'sources',
      basis: 'foreseen',
      counts: { methods: 1, calls: 2 },
    });
    expect(report.methods[0]).toMatchObject({
      losses: [{ name: 'idioma_lista', kind: 'parameter', dependsOnValues: false }],
      places: [{ line: 3 }, { line: 9 }],
    });
    const text = reportText(report);
    expect(text).toContain('createList: with losses, 2 places over soap');
    expect(text).toContain('a.php:3  sure to 90%');
    expect(Math.max(...text.split('\n').map((row) => row.length))).toBeLessThanOrEqual(80);
  });
});
