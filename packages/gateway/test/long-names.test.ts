import { createGateway } from '@egoi-client/gateway';
import { expect, test } from '@jest/globals';
import { answerTo, endpoints, key, post } from './support/requests.ts';
import { answering } from './support/serving.ts';

/** Beyond so many characters the engine compares each name of a length with all others. */
const hashed = 16_383;

test.each(endpoints)(
  'over $id names of up to 16,383 characters are taken, and sixteen longer ones',
  async ({ path, write }) => {
    const gateway = createGateway(answering('OK'));
    const call = (count: number, characters: number) => {
      const names = Array.from({ length: count }, (_, index) =>
        String(index).padStart(characters, 'n'),
      );
      const members = Object.fromEntries(names.map((name) => [name, '1']));
      return answerTo(gateway, post(path, write('getLists', { apikey: key, ...members })));
    };
    expect((await call(100, hashed)).status).toBe(200);
    expect((await call(16, hashed + 1_000)).status).toBe(200);
    expect((await call(17, hashed + 1_000)).body).toContain('more than 16 names');
  },
);
