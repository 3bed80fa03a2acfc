import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v2WireNames } from '@egoi-client/transports';
import { Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let place: Place;
let served: ServedAccount;

beforeAll(async () => {
  place = new Place();
  served = await serveAccount({ contacts: 3 });
  Object.assign(place.env, served.env);
});

afterAll(async () => {
  place.remove();
  await served.close();
});

describe('egoi call', () => {
  test.each(v2WireNames)('prints the same answer over %s', async (wire) => {
    const { code, stdout, stderr } = await place.run('call', 'getLists', '--json', '-t', wire);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([{ listnum: 1, subs_total: 3 }]);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('takes parameters as words, as options, as JSON and from files', async () => {
    const name = place.write('name.txt', 'Zoë');
    const { code, stdout } = await place.run(
      'call',
      'addSubscriber',
      '--json',
      'listID=1',
      '--email',
      'zoe@example.com',
      `first_name=@${name}`,
      'status:=1',
      'validate_phone=false',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ FIRST_NAME: 'Zoë', EMAIL: 'zoe@example.com' });
  });

  test('says an API error in words and what to do, and ends with 1', async () => {
    const { code, stdout, stderr } = await place.run('call', 'deleteList', 'listID=99');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('egoi: LIST_NOT_EXISTS');
    expect(stderr).toContain('egoi errors LIST_NOT_EXISTS');
  });

  test('says an API error as one JSON value', async () => {
    const { code, stderr } = await place.run('call', 'deleteList', 'listID=99', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { kind: 'api', code: 'LIST_NOT_EXISTS', delivery: 'answered' },
    });
  });

  test('sends nothing that is missing a parameter, and names it', async () => {
    const { code, stderr } = await place.run('call', 'addSubscriber', 'email=a@example.com');
    expect(code).toBe(2);
    expect(stderr).toContain('listID: is required');
    expect(stderr).toContain('egoi methods addSubscriber');
  });

  test('asks whether another method was meant', async () => {
    const { code, stderr } = await place.run('call', 'getlist');
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean getLists');
  });

  test('asks whether another parameter was meant, and sends it all the same', async () => {
    const { code, stderr } = await place.run('call', 'getLists', 'limt=5', '--json');
    const { stderr: words } = await place.run('call', 'getLists', 'limt=5');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(words).toContain('Did you mean limit?');
  });

  test('calls what the catalogue does not have where it is told to', async () => {
    const { code, stderr } = await place.run('call', '--unlisted', 'getNothing');
    expect(code).not.toBe(0);
    expect(stderr).not.toContain('there is no method');
  });

  test('ends with 3 where nobody listens, and sends to the doctor', async () => {
    const { code, stderr } = await place.run('call', 'getLists', '-e', 'http://127.0.0.1:1');
    expect(code).toBe(3);
    expect(stderr).toContain('egoi doctor');
  });

  test('ends with 4 where the hour is used up', async () => {
    const spent = await serveAccount({ callsPerHour: 1 });
    const words = ['call', 'getUserData', '-e', spent.env.EGOI_ENDPOINT];
    expect(await place.run(...words)).toMatchObject({ code: 0 });
    const { code, stderr } = await place.run(...words);
    await spent.close();
    expect(code).toBe(4);
    expect(stderr).toContain('150 calls an hour');
  });

  test('leaves the key out of an answer that holds it', async () => {
    const { code, stdout, stderr } = await place.run('call', 'getUserData');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ APIKEY: '[redacted]' });
    expect(stdout + stderr).not.toContain(sandboxApiKey);
  });

  test('shows the parameters of a method as its help', async () => {
    const { code, stdout } = await place.run('call', 'addSubscriber', '--help');
    expect(code).toBe(0);
    for (const word of [
      'listID*',
      'first_name',
      'EMAIL_ALREADY_EXISTS',
      'egoi call addSubscriber',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test('repeats a read as often as it is told', async () => {
    const { stderr } = await place.run(
      'call',
      'getLists',
      '-e',
      'http://127.0.0.1:1',
      '--retry',
      '1',
      '--json',
    );
    expect(JSON.parse(stderr)).toMatchObject({ error: { kind: 'connection', attempts: 2 } });
  });

  test.each([
    [['call'], 'call needs <method>'],
    [['call', 'getLists', 'start'], "must be written name=value; 'start' is not"],
    [['call', 'getLists', 'start=1', 'start=2'], 'given twice'],
    [['call', 'getLists', '--transport', 'fax'], 'It must be one of soap, soap-universal'],
    [['call', 'getLists', '--timeout', 'soon'], 'seconds'],
    [
      ['call', 'getLists', '--strat', '1'],
      'call getLists has no option --strat; did you mean --start?',
    ],
    [['call', 'getLists', '-e', 'ftp://x'], 'http or https'],
    [['calls'], "there is no command 'calls'; did you mean call?"],
    [
      ['call', 'attachTag', 'tag=1', 'listID=1', 'type=subscriver', 'target[subscriber]=a@b.pt'],
      "type is 'subscriver'; did you mean subscriber? Type: type=subscriber",
    ],
    [
      ['call', 'addSubscriberBulk', 'listID=1', 'subscribers:=[{"email":"a@b.pt","lang":"pz"}]'],
      "subscribers[0].lang is 'pz'; did you mean pt",
    ],
  ])('refuses %j', async (words, problem) => {
    const { code, stdout, stderr } = await place.run(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain('    at ');
  });
});
