import { mkdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';

let place: Place;

beforeEach(() => {
  place = new Place();
});

afterEach(() => place.remove());

const source = `<?php
$client = new SoapClient('http://api.e-goi.com/v2/soap.php?wsdl');
$client->getForms(['apikey' => $key, 'listID' => 1]);
$client->createList(['apikey' => $key, 'nome' => 'N', 'idioma_lista' => 'pt']);
`;

const line = (more: object) =>
  JSON.stringify({
    method: 'createList',
    wire: 'rest',
    parameters: { nome: 'string', idioma_lista: 'string' },
    outcome: 'answered',
    losses: ['createList.idioma_lista'],
    requests: 1,
    count: 2,
    durationMs: 9,
    first: '2026-11-26T10:00:00.000Z',
    last: '2026-11-26T10:00:00.000Z',
    ...more,
  });

const writeRecord = (...lines: readonly string[]) =>
  place.write('calls.jsonl', ['{"egoiRecord":1}', ...lines].join('\n'));

describe('egoi migrate scan', () => {
  test('says of each call where it is, what becomes of it and what to change', async () => {
    mkdirSync(place.path('shop'));
    place.write('shop/a.php', source);
    const { code, stdout, stderr } = await place.run('migrate', 'scan', 'shop');
    expect(code).toBe(0);
    expect(stdout).toContain('getForms: refused, 1 place over soap');
    expect(stdout).toContain('Take the call out: keep the addresses of the forms that you use.');
    expect(stdout).toContain('createList: with losses');
    expect(stdout).toContain('Leave idioma_lista out: it has no effect.');
    expect(stdout).toMatch(/a\.php:4 {2}sure to \d+%/);
    expect(stderr).toBe('1 source was looked at.\n');
  });

  test('gives all of it as JSON, in one line', async () => {
    mkdirSync(place.path('shop'));
    place.write('shop/a.php', source);
    const { code, stdout, stderr } = await place.run('migrate', 'scan', 'shop', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { methods: 2, refused: 1 },
      findings: [{ file: 'a.php', line: 3, method: 'getForms' }, { line: 4 }],
      files: 1,
      isComplete: true,
    });
  });

  test('says so where there is no call, and where there is no folder', async () => {
    place.write('a.php', '<?php echo 1;');
    expect((await place.run('migrate', 'scan', '.')).stdout).toBe('No call of API v2 was found.\n');
    const { code, stderr } = await place.run('migrate', 'scan', 'none');
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'egoi: there is no folder none\n' });
  });
});

describe('egoi migrate report', () => {
  test('reports on a record, and writes its page', async () => {
    const file = writeRecord(line({}));
    const { code, stdout, stderr } = await place.run('migrate', 'report', file, '--html', 'r.html');
    expect(code).toBe(0);
    expect(stdout).toContain('2 calls of 1 method: 0 exact over API v3, 1 with losses, 0 refused.');
    expect(stderr).toBe('The page is in r.html\n');
    expect(readFileSync(place.path('r.html'), 'utf8')).toContain(
      '<h2 id="method-1">createList</h2>',
    );
  });

  test.each([
    ['refused', line({}), 0],
    ['leave', line({}), 0],
    ['losses', line({}), 6],
    ['leave', line({ method: 'addSubscriber', losses: ['addSubscriber.fax'] }), 6],
    [
      'refused',
      line({ method: 'getForms', losses: [], outcome: 'refused', refused: 'unsupported' }),
      6,
    ],
    ['refused', line({ method: 'noSuchMethod', losses: [] }), 6],
  ])(
    'with --fail-on %s ends with 6 where there is such a thing (%#)',
    async (what, text, ending) => {
      const { code } = await place.run('migrate', 'report', writeRecord(text), '--fail-on', what);
      expect(code).toBe(ending);
    },
  );

  test('tells of lines that it could not read, and ends with 6', async () => {
    const { code, stdout, stderr } = await place.run(
      'migrate',
      'report',
      writeRecord(line({}), '{"me'),
    );
    expect(code).toBe(6);
    expect(stdout).toContain('createList: with losses');
    expect(stderr).toContain('1 line of the record could not be read');
  });

  test('refuses what is no record', async () => {
    const { code, stderr } = await place.run('migrate', 'report', place.write('x', 'hello'));
    expect(code).toBe(2);
    expect(stderr).toContain('is no record of a gateway');
    expect((await place.run('migrate')).code).toBe(2);
  });
});
