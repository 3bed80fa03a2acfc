import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place, signalTest } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let place: Place;
let served: ServedAccount;

beforeEach(async () => {
  place = new Place();
  served = await serveAccount();
  Object.assign(place.env, served.env);
  await place.run('call', 'createList', 'nome=News');
});

afterEach(async () => {
  place.remove();
  await served.close();
});

function csvOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `c${index}@example.com,Name ${index}`);
  return `email,first_name\n${rows.join('\n')}\n`;
}

const esc = '\u001b';

describe('egoi import', () => {
  test('brings a file into a list, without a bar and without colours in a pipe', async () => {
    place.write('contacts.csv', csvOf(50));
    const { code, stdout, stderr } = await place.run(
      'import',
      'contacts.csv',
      '--list',
      '1',
      '--batch-contacts',
      '20',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('50 rows: 50 taken, 0 rejected, 0 unknown; this run made 3 calls.\n');
    expect(stdout).not.toContain(esc);
    expect(await served.addresses()).toHaveLength(50);
    expect(existsSync(place.path('contacts.csv.egoi-import'))).toBe(false);
  });

  test('reads NDJSON, and columns by other names', async () => {
    place.write('a.ndjson', '{"email":"a@example.com"}\n');
    place.write('b.csv', 'Mail;Notes\nb@example.com;x\n');
    expect(await place.run('import', 'a.ndjson', '--list', '1')).toMatchObject({ code: 0 });
    const columns = ['--column', 'Mail=email', '--column', 'Notes='];
    expect(await place.run('import', 'b.csv', '--list', '1', ...columns)).toMatchObject({
      code: 0,
    });
    expect(await served.addresses()).toEqual(['a@example.com', 'b@example.com']);
  });

  test('ends with 6 and names the file where rows were rejected', async () => {
    place.write('contacts.ndjson', '{"email":"a@example.com"}\n{"email":[]}\n');
    const { code, stdout, stderr } = await place.run(
      'import',
      'contacts.ndjson',
      '--list',
      '1',
      '--json',
    );
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({ contacts: 1, rejected: 1 });
    expect(JSON.parse(stderr)).toMatchObject({ error: { kind: 'incomplete' } });
    const rejects = readFileSync(place.path('contacts.ndjson.rejects.ndjson'), 'utf8');
    expect(rejects.trim().split('\n')).toHaveLength(1);
  });

  test('names the rows that are no addresses, and says what it cleaned', async () => {
    place.write('a.csv', 'email\nbad\nalsobad@\n\u00a0good@example.com\u200b\n');
    const { code, stdout, stderr } = await place.run('import', 'a.csv', '--list', '1');
    expect(code).toBe(6);
    expect(stdout).toContain('3 rows: 1 taken, 2 rejected, 0 unknown');
    expect(stdout).toContain('1 contacts were cleaned');
    expect(stdout).toContain('blank 1, invisible character 1');
    expect(stderr).toContain('2 rows were rejected');
    const rejects = readFileSync(place.path('a.csv.rejects.ndjson'), 'utf8').trim().split('\n');
    expect(rejects.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([2, 3]);
    expect(await served.addresses()).toEqual(['good@example.com']);
  });

  test('goes on after it was killed, and sends nothing twice', async () => {
    place.write('contacts.csv', csvOf(60));
    const words = ['import', 'contacts.csv', '--list', '1', '--batch-contacts', '20'];
    const waiting = place.start([...words, '--calls-per-hour', '2']);
    expect(await waiting.said(/waiting until/)).toContain("the hour's calls are spent");
    waiting.child.kill('SIGKILL');
    await waiting.ended;
    expect(await served.addresses()).toHaveLength(40);
    const again = await place.run(...words);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain(
      'egoi import contacts.csv --list 1 --batch-contacts 20 --resume',
    );
  });

  signalTest('ends in good order on SIGINT, says how to go on, and does', async () => {
    place.write('contacts.csv', csvOf(60));
    const words = ['import', 'contacts.csv', '--list', '1', '--batch-contacts', '20'];
    const waiting = place.start([...words, '--calls-per-hour', '2']);
    await waiting.said(/waiting until/);
    waiting.child.kill('SIGINT');
    const { code, stderr } = await waiting.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('To go on: egoi import contacts.csv');
    const resumed = await place.run(...words, '--resume');
    expect(resumed).toMatchObject({ code: 0 });
    expect(resumed.stdout).toBe(
      '60 rows: 60 taken, 0 rejected, 0 unknown; this run made 1 calls.\n',
    );
    expect(new Set(await served.addresses()).size).toBe(60);
  });

  test('names the rows that the service passed over, and ends with 6', async () => {
    const odd = '{"email":"nobody@example.invalid","validate_email":1}';
    place.write(
      'contacts.ndjson',
      `{"email":"a@example.com"}\n${odd}\n{"email":"b@example.com"}\n`,
    );
    const { code, stdout, stderr } = await place.run('import', 'contacts.ndjson', '--list', '1');
    expect(code).toBe(6);
    expect(stdout).toContain('3 rows: 2 taken, 1 rejected, 0 unknown');
    expect(stderr).toContain('1 rows were rejected');
    const told = readFileSync(place.path('contacts.ndjson.rejects.ndjson'), 'utf8');
    expect(JSON.parse(told)).toMatchObject({ row: 2, line: 2, contact: JSON.parse(odd) });
  });

  signalTest('says what became of the rows when it stops on the way', async () => {
    place.write('contacts.csv', csvOf(60));
    const words = ['import', 'contacts.csv', '--list', '1', '--batch-contacts', '20'];
    const waiting = place.start([...words, '--calls-per-hour', '2']);
    await waiting.said(/waiting until/);
    waiting.child.kill('SIGINT');
    const { stderr } = await waiting.ended;
    expect(stderr).toContain('so far 40 rows: 40 taken, 0 rejected, 0 unknown');
  });

  test('keeps no journal of an import that the API refused from the start', async () => {
    place.write('contacts.csv', csvOf(1));
    const { code, stderr } = await place.run('import', 'contacts.csv', '--list', '9');
    expect(code).toBe(1);
    expect(stderr).toContain('LIST_NOT_FOUND');
    expect(existsSync(place.path('contacts.csv.egoi-import'))).toBe(false);
  });

  test.each([
    [['import', 'nothing.csv', '--list', '1'], 'there is no file nothing.csv'],
    [['import', 'contacts.csv', '--list', '1', '--resume'], 'nothing to resume'],
    [['import', 'contacts.csv'], 'import needs --list'],
    [['import', 'contacts.csv', '--list', '1', '--column', 'x'], 'name=field'],
    [['import', 'odd.csv', '--list', '1'], 'odd'],
  ])('refuses %j', async (words, problem) => {
    place.write('contacts.csv', csvOf(1));
    place.write('odd.csv', 'email,odd\na@example.com,1\n');
    const { code, stdout, stderr } = await place.run(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(problem);
    expect(await served.addresses()).toEqual([]);
  });
});

describe('egoi export', () => {
  beforeEach(async () => {
    place.write('contacts.csv', csvOf(25));
    await place.run('import', 'contacts.csv', '--list', '1');
  });

  test('writes CSV and NDJSON by the name of the file', async () => {
    const csv = await place.run(
      'export',
      'out.csv',
      '--list',
      '1',
      '--columns',
      'EMAIL,FIRST_NAME',
    );
    expect(csv).toMatchObject({ code: 0, stderr: '' });
    const lines = readFileSync(place.path('out.csv'), 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(26);
    expect(lines.slice(0, 2)).toEqual(['EMAIL,FIRST_NAME', 'c0@example.com,Name 0']);
    const ndjson = await place.run('export', 'out.ndjson', '--list', '1', '--json');
    expect(JSON.parse(ndjson.stdout)).toMatchObject({ contacts: 25, file: 'out.ndjson' });
  });

  signalTest('goes on after SIGINT where it stopped', async () => {
    const words = ['export', 'out.ndjson', '--list', '1', '--page-size', '10'];
    const waiting = place.start([...words, '--calls-per-hour', '1']);
    await waiting.said(/waiting until/);
    waiting.child.kill('SIGINT');
    expect(await waiting.ended).toMatchObject({ code: 130 });
    expect(await place.run(...words, '--resume')).toMatchObject({ code: 0 });
    const lines = readFileSync(place.path('out.ndjson'), 'utf8').trim().split('\n');
    expect(new Set(lines.map((line) => (JSON.parse(line) as { EMAIL: string }).EMAIL)).size).toBe(
      25,
    );
    expect(lines).toHaveLength(25);
  });

  test('leaves a file that is there as it is, unless told to write it anew', async () => {
    place.write('out.csv', 'mine');
    const words = ['export', 'out.csv', '--list', '1'];
    expect(await place.run(...words)).toMatchObject({ code: 2 });
    expect(readFileSync(place.path('out.csv'), 'utf8')).toBe('mine');
    expect(await place.run(...words, '--overwrite')).toMatchObject({ code: 0 });
  });
});
