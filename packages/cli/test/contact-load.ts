import { EgoiClient, EgoiError } from '@egoi-client/core';
import { createV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { transportNamed, v2WireNames } from '@egoi-client/transports';

/** Clients at once. */
const clients = 32;

/** After how many calls a client is given up for a new one, with connections of its own. */
const callsPerClient = 25;

/** An account behind API v3 that counts how often each contact was sent to it. */
export async function countingAccount() {
  const account = sandboxTransport({ contacts: 1 });
  const arrivals = new Map<string, number>();
  const server = await createV3Server({
    answerV3(request) {
      if (request.method === 'POST' && request.path.endsWith('/contacts')) {
        const { base } = JSON.parse(request.body) as { base: { email: string } };
        arrivals.set(base.email, (arrivals.get(base.email) ?? 0) + 1);
      }
      return account.answerV3(request);
    },
    madeFile: (name) => account.madeFile(name),
  }).listen();
  return {
    url: server.url,
    arrivals,
    async addresses(): Promise<ReadonlySet<unknown>> {
      const { lists } = await account.snapshot();
      return new Set(lists.flatMap((list) => list.contacts.map(({ record }) => record['EMAIL'])));
    },
    async close() {
      await server.close();
      await account.close?.();
    },
  };
}

/** Clients of all four wires that add contacts, each its own, one after the other, until they are stopped. */
export class ContactLoad {
  readonly answered: string[] = [];
  readonly notSent: string[] = [];
  /** Calls of which nobody knows what became of them, with the errors that they ended in. */
  readonly lost: string[] = [];
  readonly #address: string;
  readonly #ca: string | undefined;
  readonly #running: Promise<unknown>;
  #isStopped = false;
  #watchers: { readonly count: number; readonly resolve: () => void }[] = [];

  /** @param ca certificates to trust */
  constructor(address: string, ca?: string) {
    this.#address = address;
    this.#ca = ca;
    this.#running = Promise.all(Array.from({ length: clients }, (_, client) => this.#run(client)));
  }

  /** Resolves once so many more calls have been answered. */
  async more(calls: number): Promise<void> {
    const count = this.answered.length + calls;
    const reached = new Promise<void>((resolve) => this.#watchers.push({ count, resolve }));
    await Promise.race([reached, this.#running]);
  }

  /** Resolves once all have ended the call that they were at. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(number: number): Promise<void> {
    const wire = v2WireNames[number % v2WireNames.length] ?? 'rest';
    for (let round = 0; !this.#isStopped; round += 1) {
      const transport = await transportNamed(wire, { base: this.#address, ca: this.#ca });
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
      for (let call = 0; call < callsPerClient && !this.#isStopped; call += 1) {
        await this.#add(client, `c${number}.${round}.${call}@example.com`);
      }
      await client.close();
    }
  }

  async #add(client: EgoiClient, email: string): Promise<void> {
    try {
      await client.addSubscriber({ listID: 1, email });
      this.answered.push(email);
    } catch (error) {
      const isNotSent = error instanceof EgoiError && error.delivery === 'not_sent';
      if (isNotSent) this.notSent.push(email);
      else this.lost.push(`${email}: ${String(error)}`);
    }
    const reached = this.#watchers.filter(({ count }) => count <= this.answered.length);
    this.#watchers = this.#watchers.filter((watcher) => !reached.includes(watcher));
    for (const { resolve } of reached) resolve();
  }
}
