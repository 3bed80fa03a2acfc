import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { configFolder } from '../src/connection/config-file.ts';
import { profilePath, writeProfile } from '../src/connection/profiles.ts';
import { Place } from './egoi.ts';

const place = new Place();
afterAll(() => place.remove());

const rest = 'egoi';

describe('the folder of what is kept', () => {
  test.each([
    ['linux', { HOME: '/h', APPDATA: '/a' }, join('/h', '.config', rest)],
    ['darwin', { HOME: '/h', XDG_CONFIG_HOME: '' }, join('/h', '.config', rest)],
    ['win32', { HOME: '/h', APPDATA: '/a' }, join('/a', rest)],
    ['win32', { HOME: '/h', APPDATA: '' }, join('/h', '.config', rest)],
    ['win32', { APPDATA: '/a', XDG_CONFIG_HOME: '/x' }, join('/x', rest)],
  ])('is on %s, with %j, at %s', (platform, env, path) => {
    expect(configFolder(env, platform)).toBe(path);
  });

  test('whose file cannot be replaced is told, and no copy of the key is left behind', () => {
    const env = { XDG_CONFIG_HOME: place.folder };
    const path = profilePath(env, 'default');
    mkdirSync(path, { recursive: true });
    const apiKey = 'a'.repeat(40);
    const write = () => writeProfile(env, 'default', { apiKey });
    expect(write).toThrow(`${path} cannot be written`);
    expect(write).not.toThrow(apiKey);
    expect(readdirSync(join(place.folder, 'egoi'))).toEqual(['config.json']);
  });
});
