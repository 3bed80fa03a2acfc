import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';

const unit = readFileSync(join(__dirname, '..', 'systemd', 'egoi-gateway.service'), 'utf8');

/** The command of the unit, as systemd would give it to the program. */
function wordsOf(state: string): string[] {
  const [, line = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
  return line.replace('${STATE_DIRECTORY}', state).split(' ').slice(1);
}

let place: Place;

beforeEach(() => {
  place = new Place();
});

afterEach(() => {
  place.remove();
});

test('the command of the unit starts a gateway, which its signals renew and end', async () => {
  place.env['EGOI_ENDPOINT'] = 'http://127.0.0.1:9';
  // Any free ports: those of the unit may be somebody's.
  const words = wordsOf(place.folder).map((word) => (/^\d{4}$/.test(word) ? '0' : word));
  const running = place.start(words);
  await running.said(/metrics/);
  running.child.kill('SIGHUP');
  await running.said(/the record was opened anew/);
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0 });
});

const found = spawnSync('systemd-analyze', ['--version']).status === 0;
(found ? describe : describe.skip)('where systemd is installed', () => {
  test('it finds nothing wrong with the unit', () => {
    const path = place.write(
      'egoi-gateway.service',
      unit.replace('/usr/local/bin/egoi', process.execPath),
    );
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', path], {
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });
});
