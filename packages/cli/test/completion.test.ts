import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';
import { isInstalled, Terminal, whereInstalled } from './terminal.ts';

let place: Place;

beforeAll(async () => {
  place = new Place();
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout } = await place.run('completion', shell);
    if (code !== 0) throw new Error(`egoi completion ${shell} ended with ${code}`);
    place.write(`egoi.${shell}`, stdout);
  }
  place.write('params.json', '{}');
  await place.start(['login', '--profile', 'staging'], 'a-key\n').ended;
});

afterAll(() => place.remove());

/** Of a shell in which there is the command. */
const shellEnv = () => ({
  ...place.allEnv(),
  PATH: `${place.script()}:${process.env['PATH'] ?? ''}`,
});

/** What stands after `egoi` when Tab is pressed, and what is offered for its last word. */
const cases: readonly (readonly [words: string, offers: readonly string[]])[] = [
  ['sand', ['sandbox']],
  ['call getL', ['getLists']],
  ['call --transport soap', ['soap', 'soap-universal']],
  ['call -t rest getLi', ['getLists']],
  ['call addSubscriber last_', ['last_name=']],
  ['call addSubscriber --last_', ['--last_name']],
  ['call getLists --endp', ['--endpoint']],
  ['methods deleteC', ['deleteCampaign']],
  ['errors LIST_NOT_', ['LIST_NOT_EXISTS', 'LIST_NOT_FOUND']],
  ['completion ', ['bash', 'fish', 'zsh']],
  ['import --res', ['--resume']],
  ['help doc', ['doctor']],
  ['migrate ', ['report', 'scan']],
  ['migrate scan --fail', ['--fail-on']],
  ['migrate report --fail-on los', ['losses']],
  ['call attachTag type=s', ['type=subscriber']],
  ['call attachTag --type ', ['subscriber']],
  ['call removeSubscriber removeReason=', [1, 2, 3, 4, 5].map((n) => `removeReason=${n}`)],
  ['call addSubscriber validate_phone:=t', ['validate_phone:=true']],
  ['call addSubscriber first_name=@par', ['first_name=@params.json']],
  ['call addSubscriber @par', ['@params.json']],
  ['call getLists --output nd', ['ndjson']],
  ['call getLists --select ', ['']],
  ['call addSubscriber --email ', ['']],
  ['call --profile st', ['staging']],
  ['profiles use ', ['default', 'staging']],
  ['--profile sta', ['staging']],
  ['--profile staging import --res', ['--resume']],
];

describe('completion in bash', () => {
  test.each(cases)('of %s', (words, offers) => {
    const script = `source ./egoi.bash
      COMP_WORDS=(egoi "$@"); COMP_CWORD=$#; _egoi; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words.split(' ')], {
      cwd: place.folder,
      env: shellEnv(),
      encoding: 'utf8',
    });
    expect({ stderr, offered: stdout.trim().split('\n').toSorted() }).toEqual({
      stderr: '',
      offered: offers,
    });
  });
});

const whereFishIs = whereInstalled('fish', describe);

whereFishIs('completion in fish', () => {
  test.each(cases)('of %s', (words, offers) => {
    const script = `source ./egoi.fish; complete -C ${JSON.stringify(`egoi ${words}`)}`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], {
      cwd: place.folder,
      env: shellEnv(),
      encoding: 'utf8',
    });
    const offered = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '');
    expect({ stderr, offered: offered.toSorted() }).toEqual({ stderr: '', offered: offers });
  });
});

whereInstalled('tmux', describe)('completion with the Tab key', () => {
  const shells = [
    ['bash', 'bash --norc --noprofile', 'source ./egoi.bash'],
    ['zsh', 'zsh -f', 'autoload -Uz compinit; compinit -D; source ./egoi.zsh'],
  ].filter(([shell = '']) => process.env['TERMINAL_REQUIRED'] === '1' || isInstalled(shell));

  test.each(shells)('in %s', async (_name, shell, load) => {
    const terminal = new Terminal(place, { shell });
    try {
      terminal.enter(`${load}; echo "loaded $?"`);
      await terminal.shows(/loaded 0/);
      for (const [typed, completed] of [
        ['egoi sand', 'egoi sandbox '],
        ['egoi call addSubscriberB', 'egoi call addSubscriberBulk '],
        ['egoi call -t rest addSubscriber last_', 'addSubscriber last_name='],
        ['egoi call addSubscriber --last_', 'addSubscriber --last_name '],
        ['egoi call --transport xm', 'egoi call --transport xmlrpc '],
        ['egoi errors CALLBACK_NOT_HERE', 'CALLBACK_NOT_HERE'],
        ['egoi errors LIST_MI', 'egoi errors LIST_MISSING '],
        ['egoi import --res', 'egoi import --resume '],
        ['egoi call attachTag type=s', 'attachTag type=subscriber '],
        ['egoi call attachTag --type s', 'attachTag --type subscriber '],
        ['egoi call addSubscriber validate_phone:=t', 'addSubscriber validate_phone:=true '],
        ['egoi call addSubscriber first_name=@par', 'first_name=@params.json '],
        ['egoi call getLists --output nd', 'getLists --output ndjson '],
        ['egoi call getLists --select par', 'getLists --select par'],
        ['egoi call getLists --ca par', 'getLists --ca params.json '],
        ['egoi call --profile sta', 'egoi call --profile staging '],
        ['egoi --profile staging doc', 'egoi --profile staging doctor '],
        ['egoi profiles use sta', 'egoi profiles use staging '],
      ] as const) {
        terminal.type(typed);
        terminal.press('Tab');
        // The letter after it shows whether a blank was set.
        terminal.type('X');
        expect(await terminal.shows(new RegExp(`${completed}X`))).toContain(typed.split(' ')[1]);
        terminal.press('C-u');
      }
    } finally {
      terminal.close();
    }
  });
});
