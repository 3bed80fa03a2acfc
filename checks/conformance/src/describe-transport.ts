import { inspect } from 'node:util';
import {
  allMethods,
  EgoiAbortError,
  EgoiClient,
  EgoiError,
  type Transport,
} from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, describe, expect, test } from '@jest/globals';
import { conformanceCases } from './all-cases.ts';
import { expectedOutcome } from './expected-outcome.ts';
import { fixedAccount } from './fixed-account.ts';
import { isExpectedOutcome, runCase } from './run-case.ts';
import { accountsInTurn } from './support/accounts-in-turn.ts';

/** A transport under test, in front of an account. */
export interface ConnectedTransport {
  readonly transport: Transport;
  /** Ends the transport and whatever was started for it. */
  close(): Promise<void>;
}

/**
 * Declares the tests that every transport must pass: each case of each method gives what the account
 * itself gives, and the transport keeps its contract.
 *
 * @param name of the transport in the test report
 * @param connect puts the transport in front of an account, once for all cases: each begins with a fresh one behind it
 * @param casesPerMethod the most, for one that differs from others only in how bytes travel. @default all
 */
export function describeTransport(
  name: string,
  connect: (account: Transport) => Promise<ConnectedTransport>,
  casesPerMethod = Number.POSITIVE_INFINITY,
): void {
  const accounts = accountsInTurn('sandbox');
  let connected: Promise<ConnectedTransport> | undefined;
  /** The transport, in front of a fresh account. */
  const opened = async () => {
    await accounts.goOnWith(fixedAccount());
    connected ??= connect(accounts);
    return (await connected).transport;
  };
  afterAll(async () => (await connected)?.close());

  describe(name, () => {
    describe.each(allMethods().map((spec) => spec.name))('%s', (method) => {
      const all = conformanceCases.filter((entry) => entry.method === method);
      const cases = all.slice(0, casesPerMethod);
      test.each(cases)('$name', async (conformanceCase) => {
        const expected = await expectedOutcome(conformanceCase);
        expect({
          expected,
          isExpected: isExpectedOutcome(conformanceCase, expected),
        }).toMatchObject({
          isExpected: true,
        });
        expect(await runCase(conformanceCase, await opened())).toStrictEqual(expected);
      });
    });

    test('names itself in its replies and errors', async () => {
      const transport = await opened();
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
      await expect(client.deleteTag({ tag: 9 })).rejects.toMatchObject({ transport: transport.id });
    });

    test('refuses a method that does not exist with an EgoiError', async () => {
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport: await opened() });
      const error: unknown = await client.call('noSuchMethod').catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(EgoiError);
      expect(error).toMatchObject({ kind: expect.stringMatching(/^(?:unsupported|fault)$/) });
    });

    test('passes parameters that the catalogue does not know', async () => {
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport: await opened() });
      const params = { nome: 'x', brand_new: { deep: ['a', 'b'] }, __proto__x: 1 };
      await expect(client.createList(params)).resolves.toEqual({ LIST_ID: 1 });
    });

    test('rejects at once when its signal has fired', async () => {
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport: await opened() });
      const error: unknown = await client
        .getClientData({}, { signal: AbortSignal.abort() })
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(EgoiAbortError);
      expect(error).toMatchObject({ delivery: 'not_sent' });
    });

    test('answers many calls at once, each with its own answer', async () => {
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport: await opened() });
      const names = Array.from({ length: 16 }, (_, index) => `tag ${index}`);
      const tags = await Promise.all(names.map((tag) => client.addTag({ name: tag })));
      expect(tags.map(({ NAME }) => NAME)).toEqual(names);
      expect(new Set(tags.map(({ ID }) => ID)).size).toBe(names.length);
    });

    test('keeps the key out of its errors', async () => {
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport: await opened() });
      const error: unknown = await client.call('noSuchMethod').catch((caught: unknown) => caught);
      const shown = `${inspect(error, { depth: 12, showHidden: true })} ${JSON.stringify(error)}`;
      expect(shown).not.toContain(sandboxApiKey);
    });
  });
}
