import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

const toList = ['--list', '1'];
const ana = 'email,first_name\r\nana@example.com,José\r\n';

async function importAna(): Promise<void> {
  place.write('ana.csv', ana);
  expect(await place.run('import', 'ana.csv', ...toList)).toMatchObject({ code: 0 });
}

/** Runs with something at the standard input. */
const piped = (input: string, ...words: string[]) => place.start(words, input).ended;

describe('a dash', () => {
  test('is the standard output: the contacts and nothing else, without a journal', async () => {
    await importAna();
    const words = ['export', '-', ...toList, '--columns', 'EMAIL,FIRST_NAME'];
    expect(await place.run(...words)).toEqual({
      code: 0,
      stdout: 'EMAIL,FIRST_NAME\r\nana@example.com,José\r\n',
      stderr: '1 contacts are in the standard output (41 bytes); this run read 1 pages.\n',
    });
    const json = await place.run('export', '-', ...toList, '--format', 'ndjson', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ EMAIL: 'ana@example.com' });
    expect(JSON.parse(json.stderr)).toMatchObject({ contacts: 1, pages: 1 });
    expect(existsSync(place.path('-'))).toBe(false);
    expect(existsSync(place.path('-.egoi-export'))).toBe(false);
    const resumed = await place.run(...words, '--resume');
    expect(resumed).toMatchObject({ code: 2, stdout: '' });
    expect(resumed.stderr).toContain('an export to the standard output cannot be resumed');
    const selected = await place.run('export', '-', '--list', '1', '--select', '.contacts');
    expect(selected).toMatchObject({ code: 2, stdout: '' });
    expect(selected.stderr).toContain('- prints the contacts');
  });

  test('may be read by somebody who has soon seen enough', async () => {
    await importAna();
    const running = place.start(['export', '-', ...toList]);
    running.child.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 0 });
  });

  signalTest('is the standard input, which may be given again to go on', async () => {
    const both = `${ana}rui@example.com,Rui\r\n`;
    const words = ['import', '-', ...toList, '--batch-contacts', '1', '--calls-per-hour', '1'];
    const waiting = place.start(words, both);
    await waiting.said(/waiting until/);
    waiting.child.kill('SIGINT');
    const { code, stderr } = await waiting.ended;
    expect(code).toBe(130);
    expect(stderr).toContain(
      'To go on: egoi import - --list 1 --batch-contacts 1 --calls-per-hour 1 --resume (with the same contacts at its input)',
    );
    const resumed = await piped(both, ...words, '--resume');
    expect(resumed).toMatchObject({ code: 0, stderr: '' });
    expect(await served.addresses()).toEqual(['ana@example.com', 'rui@example.com']);
    expect(existsSync(place.path('stdin.egoi-import'))).toBe(false);
  });
});

test('--excel writes what Excel opens, and the import reads it', async () => {
  await importAna();
  const words = ['--columns', 'EMAIL,FIRST_NAME'];
  await place.run('export', 'out.csv', ...toList, ...words, '--excel');
  expect(readFileSync(place.path('out.csv'), 'utf8')).toBe(
    '\ufeffEMAIL;FIRST_NAME\r\nana@example.com;José\r\n',
  );
  const form = ['--excel', '--delimiter', '\\t', '--line-ends', 'lf', '--overwrite'];
  await place.run('export', 'out.csv', ...toList, ...words, ...form);
  expect(readFileSync(place.path('out.csv'), 'utf8')).toBe(
    '\ufeffEMAIL\tFIRST_NAME\nana@example.com\tJosé\n',
  );
  expect(await place.run('import', 'out.csv', ...toList)).toMatchObject({ code: 0, stderr: '' });
});

describe('what is wrong', () => {
  test('with columns of an export is said before anything is done', async () => {
    const { code, stderr } = await place.run('export', 'o.csv', ...toList, '--columns', 'EMIAL');
    expect(code).toBe(2);
    expect(stderr).toContain(
      "--columns names what is no field of a contact: 'EMIAL'; did you mean",
    );
    expect(stderr).toContain('--unknown-columns write would write others');
    expect(existsSync(place.path('o.csv'))).toBe(false);
  });

  test.each([
    ['email,Mial\n', ['--column Mial=email', '--column Mial=']],
    ['email,E Mail\n', ["--column 'E Mail=email'"]],
    ['email\nJo\u00e3o@example.com\n', ['--encoding windows-1252']],
    [`email\n"${'x'.repeat(2000)}`, ['the 1024 bytes of --max-row-bytes']],
    ['', ['the file is empty']],
  ])(
    'with a file is said in words of the command, and promises nothing: %#',
    async (text, said) => {
      writeFileSync(place.path('a.csv'), Buffer.from(text, 'latin1'));
      const words = ['import', 'a.csv', ...toList, '--max-row-bytes', '1024'];
      const { code, stdout, stderr } = await place.run(...words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      for (const part of said) expect(stderr).toContain(part);
      expect(stderr).not.toMatch(/columns:|maxRowBytes|encoding:|--resume|readContacts/);
      expect(existsSync(place.path('a.csv.egoi-import'))).toBe(false);
    },
  );

  test('with a field of NDJSON is said in words of the command', async () => {
    place.write('a.ndjson', '{"email":"a@example.com","City":"Porto"}\n');
    expect(await place.run('import', 'a.ndjson', ...toList)).toMatchObject({ code: 6 });
    const rejects = readFileSync(place.path('a.ndjson.rejects.ndjson'), 'utf8');
    expect(rejects).toContain('is no field of a contact; --unknown-columns keep would send it');
  });

  test.each([
    [['import', 'ana.csv', '--list', 'x'], "--list cannot be 'x'"],
    [['import', 'ana.csv', ...toList, '--delimiter', 'ab'], '--delimiter'],
    [['import', 'ana.csv', ...toList, '--encoding', 'klingon'], '--encoding'],
    [['import', 'ana.csv', ...toList, '--compare-field', 'emial'], 'did you mean email?'],
    [['import', 'ana.csv', ...toList, '--rejects', './ana.csv'], 'ana.csv and --rejects are one'],
    [['export', 'a.ndjson', ...toList, '--bom'], 'leave --bom away'],
    [['export', 'a.xlsx', ...toList], 'give --format csv or --format ndjson'],
  ])('with the command is said in its own words: %j', async (words, said) => {
    place.write('ana.csv', ana);
    const { code, stderr } = await place.run(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(readFileSync(place.path('ana.csv'), 'utf8')).toBe(ana);
  });

  test('with the connection leaves nothing behind and promises nothing', async () => {
    place.write('ana.csv', ana);
    // A port that was free a moment ago.
    const { createServer } = await import('node:net');
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    const away = ['--endpoint', `http://127.0.0.1:${port}`, '--retry', '0', ...toList];
    for (const words of [
      ['import', 'ana.csv', ...away],
      ['export', 'out.csv', ...away],
    ]) {
      const { code, stderr } = await place.run(...words);
      expect(code).toBe(3);
      expect(stderr).not.toContain('--resume');
    }
    const left = ['ana.csv.egoi-import', 'out.csv', 'out.csv.egoi-export'].filter((name) =>
      existsSync(place.path(name)),
    );
    expect(left).toEqual([]);
  });
});
