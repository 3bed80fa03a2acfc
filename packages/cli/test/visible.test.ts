import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeOutput } from '../src/output/output.ts';
import { Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

/** What a terminal obeys or nobody sees, one of each kind. */
const signs = [
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u009b31m',
  '\u009d0;title\u009c',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u2060',
  '\u3164',
  '\ufeff',
  '\udc00',
  '\u{e0041}',
];
const raw = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164]/u;
const isRaw = (text: string) => raw.test(text.replaceAll('\n', ''));

class Screen extends Writable {
  readonly isTTY = true;
  readonly columns = 80;
  text = '';
  hasColors(): boolean {
    return true;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

function screens(json: boolean) {
  const [stdout, stderr] = [new Screen(), new Screen()];
  return { stdout, stderr, output: makeOutput({ stdout, stderr }, json) };
}

describe('whatever is said', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary' })))
    .map((parts) => parts.join(''));

  test('comes to the screen without a sign that it would obey', () => {
    fc.assert(
      fc.property(text, (data) => {
        const { stdout, stderr, output } = screens(false);
        output.result(data, () => data);
        output.help(data);
        output.note(data);
        output.warn(data);
        expect(isRaw(stdout.text.replaceAll('\t', ''))).toBe(false);
        expect(isRaw(stderr.text.replaceAll('\t', ''))).toBe(false);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('comes as JSON that says the same', () => {
    fc.assert(
      fc.property(text, (data) => {
        const { stdout, output } = screens(true);
        output.result({ [data]: [data] }, () => '');
        expect(isRaw(stdout.text)).toBe(false);
        expect(JSON.parse(stdout.text)).toEqual({ [data]: [data] });
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('is in the colours of the program alone', () => {
    const { stdout, output } = screens(false);
    output.result(null, () => output.bold('a\u001b[31mb'));
    expect(stdout.text).toBe('\u001b[1ma\\u001b[31mb\u001b[22m\n');
  });

  test('keeps signs of all scripts, and pictures', () => {
    const { stdout, output } = screens(false);
    output.result(null, () => 'José Łódź 日本 مرحبا ❤️ 👍🏽\tx');
    expect(stdout.text).toBe('José Łódź 日本 مرحبا ❤️ 👍🏽\tx\n');
  });
});

describe('the program', () => {
  let served: ServedAccount;
  let place: Place;

  beforeAll(async () => {
    served = await serveAccount();
    place = new Place();
    Object.assign(place.env, served.env);
  });

  afterAll(async () => {
    place.remove();
    await served.close();
  });

  // What no program's arguments can hold, and no wire can carry, is left out.
  const name = signs.filter((sign) => sign !== '\udc00').join('x');
  const carried = name.replaceAll('\u0007', '').replaceAll('\u001b', '');

  test.each([[[]], [['--json']]])('prints data that is the same to a program: %j', async (more) => {
    const created = await place.run('call', 'createList', `nome=${carried}`);
    expect(created).toMatchObject({ code: 0 });
    const { stdout } = await place.run('call', 'getLists', ...more);
    expect(isRaw(stdout)).toBe(false);
    expect((JSON.parse(stdout) as { title: string }[]).map(({ title }) => title)).toContain(
      carried,
    );
  });

  test.each([
    ['a method', ['call', name]],
    ['a method’s help', ['call', '--unlisted', name, '--help']],
    ['a parameter', ['call', 'getLists', `${name}=1`]],
    ['a word', ['call', 'getLists', name]],
    ['a file of a value', ['call', 'createList', `nome=@${name}`]],
    ['a command', [name]],
    ['an option', [`--${name}`]],
    ['a code', ['errors', name]],
    ['a method to show', ['methods', name]],
    ['a file', ['import', name, '--list', '1']],
    ['an endpoint', ['doctor', '-e', `http://${name}`]],
    ['a certificate', ['call', 'getLists', '--ca', name]],
    ['a shell', ['completion', name]],
    ['a folder to write to', ['export', `${name}/a`, '--list', '1']],
  ])('shows it escaped where it is %s', async (_, words) => {
    for (const more of [[], ['--json']]) {
      const { stdout, stderr } = await place.run(...words, ...more);
      expect(`${stdout}${stderr}`).not.toBe('');
      expect(isRaw(stdout)).toBe(false);
      expect(isRaw(stderr)).toBe(false);
    }
  });
});
