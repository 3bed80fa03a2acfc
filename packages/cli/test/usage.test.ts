import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Option } from 'commander';
import type { CommandError } from '../src/command-error.ts';
import type { EgoiCommand } from '../src/options/egoi-command.ts';
import { NumberOption } from '../src/options/number-option.ts';
import { allCommands, commandTree, neededWords, refusalOf, wordsOf } from './command-tree.ts';
import { Place } from './egoi.ts';

/** Every option of every command, so that one that is new joins by itself. */
const commands = allCommands(commandTree()).filter((command) => command.parent !== null);
const options = commands.flatMap((command) =>
  command.options.map((option) => ({ name: `${command.path()} ${option.long}`, command, option })),
);
const valued = options.filter(({ option }) => option.required || option.optional);

const key = 'f0123456789abcdef0123456789abcdef0123456';

/** Values that somebody may give to any option. */
const anyValues = [
  'x'.repeat(500),
  'a\u001b[2Jb\nc',
  key,
  '-',
  ' ',
  'é',
  '--nonsense',
  '%',
  '../..',
];

const numbersBeyond = ({ range: { min, max } }: NumberOption) => [
  ...(min > 0 ? [String(min / 2), '0'] : []),
  String(max + 1),
  '-1',
  'abc',
  '1e3',
  '0x10',
  '9'.repeat(30),
];

/** The words of a command with a value of one option; one that may stand alone needs the `=`. */
function withOption(command: EgoiCommand, { long, optional }: Option, value: string): string[] {
  const words = optional || value === '' ? [`${long}=${value}`] : [long ?? '', value];
  return [...wordsOf(command), ...words, ...neededWords(command)];
}

/** A refusal is to be read, hides what is secret, and names words that the command takes. */
function looksRight(refusal: CommandError | undefined, command: EgoiCommand, option: Option): void {
  const flag = option.long ?? '';
  const { message = '', advice = [] } = refusal ?? {};
  const text = [message, ...advice].join('\n');
  expect(message).toContain(flag);
  expect(message.length).toBeLessThan(200);
  expect(text).not.toContain(key);
  expect(text).not.toContain('\u001b');
  const typed = advice.find((line) => line.startsWith('Type: ')) ?? '';
  const [, example = ''] = new RegExp(`${flag} (.+)$`).exec(typed) ?? [];
  expect(example).not.toBe('');
  // As a shell reads it.
  const value = example.replaceAll("'", '');
  expect(refusalOf(withOption(command, option, value))).toBeUndefined();
}

describe('a value that an option does not take is refused with one that it takes', () => {
  test.each(valued)('$name', ({ command, option }) => {
    const flag = option.long ?? '';
    const empty = refusalOf(withOption(command, option, ''));
    expect(empty?.message).toBe(`${flag} is empty`);
    looksRight(empty, command, option);
    for (const value of anyValues) {
      const refusal = refusalOf(withOption(command, option, value));
      if (refusal !== undefined) looksRight(refusal, command, option);
    }
    if (option instanceof NumberOption) {
      for (const value of numbersBeyond(option)) {
        const refusal = refusalOf(withOption(command, option, value));
        looksRight(refusal, command, option);
        expect(refusal?.message).toContain('cannot be');
        expect(refusal?.advice[0]).toContain(`from ${option.range.min} to ${option.range.max}`);
      }
    }
    for (const choice of option.argChoices ?? []) {
      // Two letters the wrong way round.
      const typo = choice.length < 4 ? `${choice}x` : choice.replace(/(.)(.)$/, '$2$1');
      if (option.argChoices?.includes(typo) === true) continue;
      const refusal = refusalOf(withOption(command, option, typo));
      looksRight(refusal, command, option);
      expect(refusal?.message).toContain(`did you mean `);
      expect(refusal?.advice[0]).toBe(`It must be one of ${option.argChoices?.join(', ') ?? ''}.`);
    }
  });
});

describe('an option without its value is refused', () => {
  test.each(valued.filter(({ option }) => option.required))('$name', ({ command, option }) => {
    const flag = option.long ?? '';
    const refusal = refusalOf([
      ...wordsOf(command),
      ...(command.name() === 'call' ? [] : neededWords(command)),
      flag,
    ]);
    expect(refusal?.message).toBe(`${flag} needs a value`);
    looksRight(refusal, command, option);
  });
});

test.each(
  commands
    .filter((command) => command.name() !== 'call')
    .map((command) => ({ command, name: wordsOf(command).join(' ') })),
)('$name names the option that was meant, and whose option it is', ({ command, name }) => {
  for (const { long } of command.options) {
    const typo = `${long?.slice(0, -1)}x`;
    if (command.options.some((option) => option.long === typo)) continue;
    const refusal = refusalOf([...wordsOf(command), ...neededWords(command), typo]);
    expect(refusal?.message).toMatch(new RegExp(`^${name} has no option ${typo}; did you mean --`));
    expect(refusal?.advice.join('\n')).toContain(`${command.path()} --help`);
  }
  const strange = options.find(
    ({ option, command: { options: own } }) =>
      own !== command.options && !command.options.some(({ long }) => long === option.long),
  );
  const flag = strange?.option.long ?? '';
  const foreign = refusalOf([...wordsOf(command), ...neededWords(command), flag]);
  expect(foreign?.advice.join('\n')).toContain(`It is an option of ${strange?.command.path()}`);
});

test.each(commands.map((command) => ({ command, name: wordsOf(command).join(' ') })))(
  '$name names the operand that is missing or one too many',
  ({ command, name }) => {
    const needed = command.options
      .filter(({ mandatory }) => mandatory)
      .flatMap(({ long }) => [long ?? '', '1']);
    const missing = command.registeredArguments.find(({ required }) => required);
    if (missing !== undefined) {
      const refusal = refusalOf([...wordsOf(command), ...needed]);
      expect(refusal?.message).toContain(`${name} needs <${missing.name()}>: `);
      expect(refusal?.advice.join('\n')).toContain(`Type: ${command.path()} `);
    }
    if (command.registeredArguments.at(-1)?.variadic === true || command.name() === 'migrate')
      return;
    const most = command.registeredArguments.map((argument) => argument.argChoices?.[0] ?? 'a');
    const refusal = refusalOf([...wordsOf(command), ...needed, ...most, 'b\u001b[2J']);
    expect(refusal?.message).toMatch(/takes .*; 'b\\u001b\[2J' is one too many$/);
  },
);

test.each([
  [['sandbx'], "there is no command 'sandbx'; did you mean sandbox?", 'Type: egoi sandbox'],
  [['help', 'doctr'], "there is no command 'doctr'; did you mean doctor?", 'Type: egoi doctor'],
  [['-x'], 'there is no option -x', 'egoi --help'],
  [['getLists'], 'getLists is no command but a method', 'Type: egoi call getLists'],
  [
    ['migrate', 'scna'],
    "migrate has no command 'scna'; did you mean scan?",
    'Type: egoi migrate scan',
  ],
  [
    ['profiles', 'shwo'],
    "profiles takes no operand; 'shwo' is one too many",
    'Type: egoi profiles show',
  ],
  [['import', 'a.csv'], 'import needs --list: the list', 'Type: egoi import … --list 1'],
  [
    ['--json', 'doctor'],
    'there is no option --json',
    'It stands behind the command: egoi call --json',
  ],
  [
    ['call', '-t', 'sopa', 'getLists'],
    "--transport cannot be 'sopa'; did you mean soap?",
    'Type: --transport soap',
  ],
  [
    ['doctor', '-e', 'localhost:8080'],
    "--endpoint cannot be 'localhost:8080'",
    'Type: --endpoint http://localhost:8080',
  ],
  [
    ['doctor', '-e', 'http://ana:secret@x/'],
    "--endpoint cannot be 'http://…@x/'",
    'without user, password',
  ],
  [
    ['import', 'a', '--list', '--json'],
    '--list cannot be --json, which is an option itself',
    'Type: --list 1',
  ],
  [
    ['call', '--v3', 'pagesize=7', 'getLists'],
    "--v3 cannot be 'pagesize=7'; did you mean pageSize?",
    'Type: --v3 pageSize=…',
  ],
  [
    ['import', 'a', '--list', '1', '--encoding', 'utf8-'],
    'did you mean utf-8?',
    'Type: --encoding utf-8',
  ],
])('%j is answered with what to type', (words, message, advice) => {
  const refusal = refusalOf(words);
  expect(refusal?.message).toContain(message);
  expect(refusal?.advice.join('\n')).toContain(advice);
});

describe('the program', () => {
  let place: Place;
  beforeAll(() => {
    place = new Place();
  });
  afterAll(() => place.remove());

  test('ends with 2, nothing on its output, and says it in lines or as JSON', async () => {
    const words = ['import', 'a.csv', '--list', 'abc'];
    expect(await place.run(...words)).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        "egoi: --list cannot be 'abc'",
        '  It must be the number of a list; egoi call getLists tells them.',
        '  Type: --list 1',
        '',
      ].join('\n'),
    });
    const { code, stderr } = await place.run(...words, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { kind: 'usage', message: "--list cannot be 'abc'" },
    });
  });

  test.each([
    [
      'EGOI_TRANSPORT',
      'sopa',
      "EGOI_TRANSPORT: 'sopa' is no wire; did you mean soap?",
      'export EGOI_TRANSPORT=soap',
    ],
    [
      'EGOI_ENDPOINT',
      'localhost:8080',
      "EGOI_ENDPOINT: 'localhost:8080' is no address",
      'export EGOI_ENDPOINT=http://localhost:8080',
    ],
    ['EGOI_PROFILE', '../a', "EGOI_PROFILE: '../a' is no name of a profile", '1 to 64 letters'],
  ])('names the variable that is wrong: %s=%s', async (name, value, message, advice) => {
    place.env['EGOI_API_KEY'] = 'a-key';
    place.env[name] = value;
    const { code, stdout, stderr } = await place.run('call', 'getLists');
    delete place.env[name];
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(advice);
  });
});
