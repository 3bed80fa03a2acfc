import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { filePlaces } from '../src/files/dash.ts';
import { buildProgram } from '../src/program.ts';
import { Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let place: Place;
let served: ServedAccount;

beforeAll(async () => {
  served = await serveAccount();
});

beforeEach(() => {
  place?.remove();
  place = new Place();
  Object.assign(place.env, served.env);
});

afterAll(async () => {
  place.remove();
  await served.close();
});

const program = buildProgram({ output: {} } as never);

/** Every command with what it takes a file for, and the words that call it. */
function placesBelow(command: Command, words: readonly string[] = []): [string, string, unknown][] {
  return [
    ...filePlaces(command).map(
      ({ name, meaning }) => [words.join(' '), name, meaning] as [string, string, unknown],
    ),
    ...command.commands.flatMap((below) => placesBelow(below, [...words, below.name()])),
  ];
}

/** What else a command needs before it looks at its files. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'call --ca': ['getLists'],
  'import --journal': ['contacts.csv', '--list', '1'],
  'import --rejects': ['contacts.csv', '--list', '1'],
  'export --journal': ['contacts.csv', '--list', '1'],
};

describe('- in the place of a file', () => {
  const places = placesBelow(program);

  test.each(places)('of egoi %s %s is thought of', (_words, _name, meaning) => {
    expect(meaning).toBeDefined();
  });

  const refused = places.filter(([, , meaning]) => typeof meaning === 'object');

  test.each(refused)('of egoi %s %s is refused with the reason', async (words, name, meaning) => {
    const option = name.startsWith('--') ? [name, '-'] : ['-'];
    const more = needed[`${words} ${name}`] ?? [];
    const { code, stdout, stderr } = await place.run(...words.split(' '), ...more, ...option);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${name} cannot be -: ${(meaning as { refused: string }).refused}`);
    expect(stderr).toContain('./-');
  });

  // One command for each: what reads the file is the same in all of them.
  const texts = places.filter(
    ([, name, meaning], index) =>
      meaning === 'text' &&
      places.findIndex(([, other, same]) => other === name && same === meaning) === index,
  );

  test.each(texts)('of egoi %s %s is the standard input', async (words, name) => {
    const more = needed[`${words} ${name}`] ?? [];
    const bytes = Buffer.from([0x61, 0xff]);
    const running = place.start([...words.split(' '), ...more, name, '-'], bytes);
    const { code, stderr } = await running.ended;
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain(`egoi: ${name} -: byte 2 is not UTF-8`);
  });
});

describe('a call', () => {
  const add = ['call', 'addSubscriber', '--json'];

  async function addedBy(words: readonly string[], input: string) {
    const { code, stdout, stderr } = await place.start([...add, ...words], input).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  test('takes a value, its JSON, or all parameters from the standard input', async () => {
    await place.run('call', 'createList', 'nome=News');
    const listID = 'listID=1';
    expect(
      await addedBy([listID, 'email=a@example.com', 'first_name=@-'], '\ufeffZoë'),
    ).toMatchObject({
      FIRST_NAME: 'Zoë',
    });
    expect(await addedBy([listID, 'email:=@-'], '"b@example.com"')).toMatchObject({
      EMAIL: 'b@example.com',
    });
    const params = JSON.stringify({ email: 'c@example.com', first_name: 'Ana' });
    expect(await addedBy(['@-', listID], params)).toMatchObject({ FIRST_NAME: 'Ana' });
    place.write('params.json', `\ufeff${JSON.stringify({ listID: 1, email: 'd@example.com' })}`);
    expect(await addedBy(['@params.json'], '')).toMatchObject({ EMAIL: 'd@example.com' });
  });

  test.each([
    [['a=@-', 'b=@-'], '', 'the standard input cannot be both a=@- and b=@-'],
    [['--ca', '-', 'b:=@-'], 'x', 'the standard input cannot be both --ca - and b:=@-'],
    [['@-', '@-'], '{}', 'the standard input cannot be @- twice'],
    [['@-'], '[1]', '@- must hold a JSON object of parameters'],
    [['@-'], '{', '@- is not JSON'],
    [['@-', 'nome=x'], '{"nome":"y"}', "'nome' is given twice"],
    [['@-'], '{"apikey":"x"}', 'the key is no parameter'],
    [['@/nowhere/at/all'], '', '/nowhere/at/all cannot be read'],
    [['a=@/nowhere/at/all'], '', 'a: the file /nowhere/at/all cannot be read'],
  ])('refuses %j', async (words, input, problem) => {
    const { code, stdout, stderr } = await place.start(['call', 'createList', ...words], input)
      .ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`egoi: ${problem}`);
  });

  test('names the byte that is not UTF-8, and what is too much', async () => {
    writeFileSync(place.path('latin'), Buffer.from('\ufffdé', 'utf8'));
    writeFileSync(place.path('latin'), Buffer.from([0xe9]), { flag: 'a' });
    const wrong = await place.run('call', 'createList', 'nome=@latin');
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('nome: latin: byte 6 is not UTF-8');
    const large = ' '.repeat(65 * 1024 * 1024);
    const { code, stderr } = await place.start(['call', 'createList', 'nome=@-'], large).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('nome=@-: more than 64 MB are not read');
  });
});

test('a report reads its record from a pipe, and prints its page into one', async () => {
  const record = '{"egoiRecord":1}\n';
  const { code, stdout } = await place.start(['migrate', 'report', '-', '--html', '-'], record)
    .ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>/i);
  const both = await place.start(['migrate', 'report', '-', '--html', '-', '--json'], record).ended;
  expect(both).toMatchObject({ code: 2, stdout: '' });
  const none = await place.start(['migrate', 'report', '-'], 'x\n').ended;
  expect(none.stderr).toContain('the standard input is no record of a gateway');
});
