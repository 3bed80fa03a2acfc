import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiClient, fieldsOf, type WireObject, type WireValue } from '@egoi-client/core';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { bundledWsdl } from '@egoi-client/transport-soap';
import { encodeAnswer } from './answers.ts';
import type { V2WireName } from './wires.ts';

/** Most contacts that the sandbox gives in one page. */
const pageSize = 1000;

/** The bodies that are measured with, written once into a folder of their own. */
export class Fixtures {
  readonly #folder = mkdtempSync(join(tmpdir(), 'egoi-bench-'));
  readonly #files = new Map<string, Promise<string>>();
  readonly #mostContacts: number;
  #contacts: readonly WireValue[] = [];

  /** @param mostContacts how many contacts the longest answer has */
  constructor(mostContacts: number) {
    this.#mostContacts = mostContacts;
    // However the process ends.
    process.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
  }

  /** A `subscriberData` answer of some contacts, encoded by the gateway's codec. @returns its file */
  page(wire: V2WireName, count: number): Promise<string> {
    return this.#file(`${wire}-${count}`, async () =>
      encodeAnswer(wire, 'subscriberData', {
        value: { subscriber: await this.#contactsOf(count) },
      }),
    );
  }

  /** A `getUserData` answer. @returns its file */
  userData(wire: V2WireName): Promise<string> {
    return this.#file(`${wire}-user`, async () =>
      encodeAnswer(wire, 'getUserData', { value: await generatedUser() }),
    );
  }

  /** The WSDL of standard SOAP, for clients that need one. @returns its file */
  wsdl(): Promise<string> {
    return this.#file('service.wsdl', async () => bundledWsdl('soap'));
  }

  /** The first of the generated contacts, which are made once, or twice where the longest answer is asked for. */
  async #contactsOf(count: number): Promise<WireValue[]> {
    const usual = Math.ceil(this.#mostContacts / 10);
    if (this.#contacts.length < count)
      this.#contacts = await generatedContacts(count > usual ? this.#mostContacts : usual);
    return this.#contacts.slice(0, count);
  }

  #file(name: string, make: () => Promise<string>): Promise<string> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const written = (async () => {
      const path = join(this.#folder, name);
      await writeFile(path, await make());
      return path;
    })();
    this.#files.set(name, written);
    return written;
  }
}

/** With these an answer has the size that is usual: 1.4 KB a contact in SOAP, 28 MB for 20,000. */
const fields = [
  'UID',
  'FIRST_NAME',
  'LAST_NAME',
  'EMAIL',
  'CELLPHONE',
  'TELEPHONE',
  'LIST',
  'STATUS',
  'LANG',
  'BIRTH_DATE',
  'ADD_DATE',
  'SUBSCRIPTION_METHOD',
  'BOUNCES',
  'EMAIL_SENT',
  'EMAIL_VIEWS',
] as const;

async function generatedContacts(count: number): Promise<WireValue[]> {
  return withSandbox(count, async (client) => {
    const contacts: WireValue[] = [];
    for (let start = 0; start < count; start += pageSize) {
      const limit = Math.min(pageSize, count - start);
      const page = { listID: 1, subscriber: 'all_subscribers', start, limit } as const;
      const { subscriber } = await client.subscriberData(page);
      for (const contact of subscriber) {
        const known = fields.map((name) => [name, contact[name] ?? null] as const);
        contacts.push(Object.fromEntries(known));
      }
    }
    return contacts;
  });
}

/** What `getUserData` answers for the sandbox's user. */
export async function generatedUser(): Promise<WireObject> {
  return withSandbox(0, async (client) => fieldsOf(await client.getUserData()));
}

async function withSandbox<T>(
  contacts: number,
  work: (client: EgoiClient) => Promise<T>,
): Promise<T> {
  const transport = sandboxTransport({ contacts, now: () => new Date('2025-12-02T09:00:00Z') });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
