import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Place, signalTest } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let place: Place;
let served: ServedAccount;

beforeAll(async () => {
  place = new Place();
  served = await serveAccount({ contacts: 3 });
  Object.assign(place.env, served.env);
});

afterAll(async () => {
  place.remove();
  await served.close();
});

const contacts = ['call', 'subscriberData', 'listID=1', 'subscriber=all_subscribers', 'limit=3'];

async function listTitles(): Promise<string[]> {
  const { lists } = await served.account.snapshot();
  return lists.map(({ internal_name }) => internal_name);
}

describe('--select', () => {
  test.each([
    [[], '.subscriber[].EMAIL', 'contact0000001@example.com\ncontact0000002@example.com\n'],
    [['--json'], '.subscriber[].EMAIL', '"contact0000001@example.com"\n"contact'],
    [[], '.subscriber[0] | {EMAIL, LIST}', '{"EMAIL":"contact0000001@example.com","LIST":1}\n'],
    [[], '.subscriber | length, true, null, [1]', '3\ntrue\nnull\n[1]\n'],
    [['--output', 'json'], '.subscriber[0] | {LIST}', '{\n  "LIST": 1\n}\n'],
    [['--output', 'csv'], '.subscriber[] | {LIST, EMAIL}', 'LIST,EMAIL\n1,contact0000001@'],
    [['--output', 'ndjson'], '.subscriber | map(.LIST)', '1\n1\n1\n'],
    [['--output', 'table'], '.subscriber[:1] | map({LIST, EMAIL})', 'LIST  EMAIL\n   1  contact'],
    [[], '9007199254740993', '9007199254740993\n'],
    [[], '"a\\u202eb\\u001bc\\nd"', 'a\\u202eb\\u001bc\nd\n'],
    [[], 'empty', ''],
  ])('with %j: %s', async (more, expression, printed) => {
    const { code, stdout } = await place.run(...contacts, '--select', expression, ...more);
    expect({ code, stdout: stdout.slice(0, printed === '' ? 9 : printed.length) }).toEqual({
      code: 0,
      stdout: printed,
    });
  });

  test('is an option of every command that prints something', async () => {
    const { stdout } = await place.run('methods', 'getLists', '--select', '.name, .effect');
    expect(stdout).toBe('getLists\nread\n');
    const { stdout: before } = await place.run('call', '--select', '.[0].listnum', 'getLists');
    expect(before).toBe('1\n');
  });

  test('may ask for a member of any name', async () => {
    const { code, stdout } = await place.run(
      'call',
      'getUserData',
      '--select',
      '{apikey: .APIKEY}',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '{"apikey":"[redacted]"}\n' });
  });

  test.each([
    ['.[', 'syntax error, unexpected end of file at line 1, column 2:'],
    ['.a | foo(1)', 'foo/1 is not defined at line 1, column 6:'],
    ['--help', 'help/0 is not defined'],
    ['"x" * 1e9', 'the expression needs more memory than it may have'],
    ['import "a" as $a; .', 'module not found'],
  ])('that jq does not understand is refused before the call: %s', async (expression, problem) => {
    const words = ['call', 'createList', 'nome=Never', '--select', expression];
    const { code, stdout, stderr } = await place.run(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`egoi: --select: ${problem}`);
    expect(stderr).toContain("--select '.[].title'");
    expect(await listTitles()).not.toContain('Never');
  });

  test.each([
    ['"before", error("broken")', 'before\n', 'broken'],
    ['(.LIST_ID | tostring) * 1e9', '', 'the expression needs more memory than it may have'],
    ['"given up" | halt_error', '', 'given up'],
    ['.[0]', '', 'Cannot index object with number'],
  ])('that fails on the result tells the result: %s', async (expression, printed, problem) => {
    const words = ['call', 'createList', 'nome=Made', '--select', expression];
    const { code, stdout, stderr } = await place.run(...words);
    expect({ code, stdout }).toEqual({ code: 6, stdout: printed });
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/\{"LIST_ID":\d+\}/);
  });

  signalTest('that runs away ends on Ctrl-C', async () => {
    const words = ['call', 'createList', 'nome=Endless', '--select', 'def f: f; f'];
    const { child, ended } = place.start(words);
    while (!(await listTitles()).includes('Endless')) await pause(50);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stdout: '' });
  });
});

describe('--output', () => {
  test('csv writes what a spreadsheet would run as a text', async () => {
    await place.run('call', 'createList', 'nome==1+1');
    const { stdout } = await place.run('call', 'getLists', '--output', 'csv');
    expect(stdout.split('\n')[0]).toMatch(/^listnum,title,/);
    expect(stdout).toMatch(/,'=1\+1,/);
  });

  test('table shows everything in a pipe, and says what was empty', async () => {
    const { stdout, stderr } = await place.run(...contacts, '--output', 'table');
    expect(stdout.split('\n')[0]).toMatch(/^UID +ADD_DATE .* MMS_SENT$/);
    expect(stdout).not.toContain('…');
    expect(stderr).toMatch(/^3 rows; \d empty left out; in full: --output json\n$/);
  });

  test('leaves a pipe with JSON unless it is given', async () => {
    const { stdout } = await place.run(...contacts);
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), undefined, 2)}\n`);
  });

  test.each([
    [['--json', '--output', 'csv'], '--json and --output csv contradict each other'],
    [['--output', 'xml'], 'json, ndjson, csv'],
  ])('%j is refused', async (words, problem) => {
    const { code, stderr } = await place.run('methods', ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });
});
