import { EgoiClient, type Interceptor, type Loss } from '@egoi-client/core';
import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';
import { afterEach } from '@jest/globals';
import {
  type CameRequest,
  type ScriptedAnswer,
  type ScriptedService,
  scriptedService,
} from './scripted-service.ts';

/** The key of the clients. */
export const apiKey = 'a-key-of-the-account';

/** Clients of services that answer what each test says; closed after it. */
export function scriptedClients() {
  const closes: (() => Promise<void>)[] = [];
  let service: ScriptedService | undefined;
  let told: Loss[] = [];

  afterEach(async () => {
    for (const close of closes.splice(0).toReversed()) await close();
    service = undefined;
  });

  /** @param answer gives the answer to each request; a connection is cut where there is none */
  async function clientOf(
    answer: Parameters<typeof scriptedService>[0],
    options: V3TransportOptions = {},
    interceptors: readonly Interceptor[] = [],
  ): Promise<EgoiClient> {
    const opened = await scriptedService(answer);
    service = opened;
    told = [];
    const transport = v3Transport({
      endpoint: opened.url,
      importPollMs: 1,
      stepDelayMs: 1,
      onLoss: (loss) => void told.push(loss),
      ...options,
    });
    const client = new EgoiClient({ apiKey, transport, interceptors });
    closes.push(
      () => opened.close(),
      () => client.close(),
    );
    return client;
  }

  return {
    clientOf,
    /** Gives the answers one after the other, and cuts the connection after the last. */
    clientWith: (answers: readonly ScriptedAnswer[], options: V3TransportOptions = {}) =>
      clientOf((_, index) => answers[index], options),
    /** What was asked, as it came. */
    get requests(): readonly CameRequest[] {
      return service?.requests ?? [];
    },
    /** What was asked, as method and path. */
    get came(): string[] {
      return this.requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`);
    },
    /** The losses that were told. */
    get told(): readonly Loss[] {
      return told;
    },
  };
}

/** What a call rejects with. */
export function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

/** An answer of success. */
export function ok(body: object): ScriptedAnswer {
  return { status: 200, body };
}
