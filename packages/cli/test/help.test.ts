import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EgoiCommand } from '../src/options/egoi-command.ts';
import { NumberOption } from '../src/options/number-option.ts';
import { allCommands, commandTree, refusalOf, wordsOf } from './command-tree.ts';
import { Place } from './egoi.ts';
import { Terminal, whereInstalled } from './terminal.ts';

const place = new Place();
afterAll(() => place.remove());

const commands = allCommands(commandTree()).map((command) => ({ command, name: command.path() }));
const helps = new Map<EgoiCommand, string>();

beforeAll(async () => {
  const waiting = [...commands];
  const read = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { code, stdout, stderr } = await place.run(...wordsOf(next.command), '--help');
      if (code !== 0) throw new Error(`${next.name} --help ended with ${code}: ${stderr}`);
      helps.set(next.command, stdout);
    }
  };
  await Promise.all([read(), read(), read()]);
});

/** What a help says of an option, on one line. */
function wordsOn(command: EgoiCommand, flag: string): string {
  const help = helps.get(command) ?? '';
  const [, text = ''] =
    new RegExp(`^  (?:-\\w, )?${flag}(?= |$)(.*(?:\\n {4,}\\S.*)*)`, 'm').exec(help) ?? [];
  return text.replaceAll(/\s+/g, ' ').trim();
}

describe.each(commands)('the help of $name', ({ command }) => {
  test('has no line over 80 columns', () => {
    const long = (helps.get(command) ?? '').split('\n').filter((line) => line.length > 80);
    expect(long).toEqual([]);
  });

  test('tells each option with its default, once, and each number with its range and unit', () => {
    for (const option of command.options) {
      const words = wordsOn(command, option.long ?? '');
      expect(words).toContain(option.description.split(' ')[0]);
      const { defaultValue, defaultValueDescription, mandatory, argChoices } = option;
      const isValued = option.required || option.optional;
      const otherwise = defaultValueDescription ?? (isValued ? defaultValue : undefined);
      const told = words.split(/\bdefaults?\b/).length - 1;
      expect({ option: option.long, told }).toEqual({
        option: option.long,
        told: otherwise === undefined ? 0 : 1,
      });
      if (otherwise !== undefined) expect(words).toContain(`default: ${String(otherwise)}`);
      if (mandatory) expect(words).toContain('(required');
      if (argChoices !== undefined) expect(words).toContain(argChoices.join(', '));
      if (!(option instanceof NumberOption)) continue;
      expect(words).toContain(`${option.range.min} to ${option.range.max}`);
      // The unit stands where the number is typed.
      expect(words).not.toMatch(/^<(number|n|value)>/);
    }
  });

  test('shows its own options first and those of all commands last', () => {
    const help = helps.get(command) ?? '';
    const order = ['Options:', 'Watching:', 'Serving:', 'Connection:', 'API v3:', 'General:'];
    const places = order.map((group) => help.indexOf(`\n${group}\n`)).filter((at) => at >= 0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(help.indexOf('\nGeneral:\n')).toBeGreaterThan(0);
  });

  test('ends with examples of it that run', () => {
    const help = helps.get(command) ?? '';
    const lines = help.slice(help.search(/\n(Examples|A start)/)).split('\n');
    const examples = lines.filter((line) => line.startsWith('  ')).flatMap(callsIn);
    const own = examples.filter((words) => `egoi ${words.join(' ')}`.startsWith(command.path()));
    expect(own.length).toBeGreaterThan(0);
    for (const words of examples) {
      expect({ words, refusal: refusalOf(words)?.message }).toEqual({ words, refusal: undefined });
    }
  });
});

/** The words of each `egoi` in a line for a shell, up to its pipe, its file or what the line is for. */
function callsIn(line: string): string[][] {
  return Array.from(line.matchAll(/\begoi ((?:[^|>)\s]| (?! ))+)/g), ([, words = '']) =>
    Array.from(words.matchAll(/(?:'[^']*'|[^\s'])+/g), ([word]) => word.replaceAll("'", '')),
  ).filter(([first]) => first !== undefined);
}

whereInstalled('tmux', describe)('on a terminal of 40 columns', () => {
  test('a help is no wider than it', async () => {
    const terminal = new Terminal(place, { columns: 40, rows: 90, env: { PAGER: '' } });
    try {
      terminal.enter('egoi bench --help; echo "end $?"');
      const screen = await terminal.shows(/end 0/);
      expect(screen).toMatch(/^ {2}--concurrency <calls>\n {6}calls at once/m);
      const help = screen.slice(screen.indexOf('Options:'), screen.indexOf('Examples:'));
      expect(help.split('\n').filter((line) => line.length > 40)).toEqual([]);
    } finally {
      terminal.close();
    }
  });
});
