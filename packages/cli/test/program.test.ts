import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { exitCodes } from '../src/exit-codes.ts';
import { Place } from './egoi.ts';

const place = new Place();
afterAll(() => place.remove());

const commands =
  'call methods errors import export login sandbox migrate doctor bench completion'.split(' ');

describe('the help', () => {
  test('lists every command, and a start for newcomers', async () => {
    const { code, stdout } = await place.run('--help');
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('egoi sandbox');
    expect(stdout).not.toContain('\u001b');
  });

  test('is shown where no command is given, as an error', async () => {
    const { code, stdout, stderr } = await place.run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: egoi');
  });

  test('loads no transport, no sandbox and no catalogue', async () => {
    const log = place.path('loaded.txt');
    const hooks = `import { appendFileSync } from 'node:fs';
      export function load(url, context, next) {
        appendFileSync(${JSON.stringify(log)}, url + '\\n');
        return next(url, context);
      }`;
    const registration = `import { register } from 'node:module';
      register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hooks))});`;
    const option = `data:text/javascript,${encodeURIComponent(registration)}`;
    // From the sources, where each module still has a file of its own.
    const source = join(__dirname, '../src/main.ts');
    const words = [
      '--conditions=@egoi-client/source',
      '--import',
      'tsx',
      '--import',
      option,
      source,
    ];
    const { status } = spawnSync(process.execPath, [...words, '--help'], { cwd: __dirname });
    expect(status).toBe(0);
    const loaded = readFileSync(log, 'utf8').trim().split('\n');
    expect(loaded.some((url) => url.includes('/cli/src/commands/'))).toBe(true);
    // The names of the wires, of which none is loaded.
    const others = loaded.filter((url) => /packages\/(?!cli\/)/.test(url));
    expect(others.filter((url) => !url.endsWith('/transports/src/wires.ts'))).toEqual([]);
    const libraries = /libsql|zod|saxes|\/soap\/|xmlrpc|inquirer|cli-progress/;
    expect(loaded.filter((url) => /node_modules/.test(url) && libraries.test(url))).toEqual([]);
  });
});

test('the version is that of the package', async () => {
  const manifest = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  expect(await place.run('--version')).toEqual({
    code: 0,
    stdout: `${manifest.version}\n`,
    stderr: '',
  });
});

test('a reader that has seen enough ends the program in silence', async () => {
  const { child, ended } = place.start(['methods', '--json']);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('the page has every exit code with its meaning, and no other', () => {
  const page = readFileSync(join(__dirname, '../../../docs/cli.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\d+)` +\| (.+?) +\|$/gm)].map(([, code, meaning]) => ({
    code: Number(code),
    meaning,
  }));
  expect(rows).toEqual(Object.values(exitCodes));
});
