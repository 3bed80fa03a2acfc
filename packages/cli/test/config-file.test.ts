import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { configPath, writeConfig } from '../src/connection/config-file.ts';
import { Place } from './egoi.ts';

const place = new Place();
afterAll(() => place.remove());

const rest = join('egoi', 'config.json');

describe('the config file', () => {
  test.each([
    ['linux', { HOME: '/h', APPDATA: '/a' }, join('/h', '.config', rest)],
    ['darwin', { HOME: '/h', XDG_CONFIG_HOME: '' }, join('/h', '.config', rest)],
    ['win32', { HOME: '/h', APPDATA: '/a' }, join('/a', rest)],
    ['win32', { HOME: '/h', APPDATA: '' }, join('/h', '.config', rest)],
    ['win32', { APPDATA: '/a', XDG_CONFIG_HOME: '/x' }, join('/x', rest)],
  ])('is on %s, with %j, at %s', (platform, env, path) => {
    expect(configPath(env, platform)).toBe(path);
  });

  test('that cannot be replaced is told, and no copy of the key is left behind', () => {
    const env = { XDG_CONFIG_HOME: place.folder };
    mkdirSync(configPath(env), { recursive: true });
    const apiKey = 'a'.repeat(40);
    const write = () => writeConfig(env, { apiKey });
    expect(write).toThrow(`${configPath(env)} cannot be written`);
    expect(write).not.toThrow(apiKey);
    expect(readdirSync(join(place.folder, 'egoi'))).toEqual(['config.json']);
  });
});
