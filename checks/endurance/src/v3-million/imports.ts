import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { OperationInputs } from '@egoi-client/v3-api';
import type { ServedAccount } from './served-account.ts';

type ImportBody = OperationInputs['actionImportBulk']['body'];
type Contact = Extract<ImportBody, { readonly contacts: unknown }>['contacts'][number];

/** What became of an import in pieces. */
export interface ImportOutcome {
  readonly pieces: number;
  readonly seconds: number;
  /** What the account posted in the end, all pieces together. */
  readonly imported: number;
  readonly updated: number;
  /** What is wrong with it; none where all is right. */
  readonly complaints: readonly string[];
}

/** The largest body that the service takes, less room for what stands around the contacts. */
const pieceBytes = 20 * 1024 * 1024 - 1024;
/** So that 100,000 contacts need several pieces. */
const remark = 'ação '.repeat(120);

/** Imports contacts into a new list in pieces as large as the service takes them, and counts both sides. */
export async function importInPieces(
  account: ServedAccount,
  contacts: number,
): Promise<ImportOutcome> {
  const startedMs = performance.now();
  const list = await account.ask('createList', { body: { internal_name: 'Imported' } });
  const list_id = list.list_id ?? 0;
  const field = await account.ask('createExtraField', {
    list_id,
    body: { name: 'Remark', format: 'text' },
  });
  const field_id = Number(field.field_id);
  const receiver = await receiveOutcomes();
  try {
    let pieces = 0;
    for (const piece of piecesOf(contacts, field_id)) {
      pieces += 1;
      await account.ask('actionImportBulk', {
        list_id,
        body: {
          mode: 'update',
          compare_field: 'email',
          callback_url: receiver.url,
          contacts: piece,
        },
      });
    }
    const waiting = await account.ask('getAllOperations', { limit: 100 });
    await account.workOff();
    const done = await account.ask('getAllOperations', { limit: 100 });
    const page = await account.ask('getAllContacts', { list_id, limit: 1 });
    const imported = receiver.sumOf('imported');
    return {
      pieces,
      seconds: (performance.now() - startedMs) / 1000,
      imported,
      updated: receiver.sumOf('updated'),
      complaints: [
        ...differs('operations that waited', waiting.total_items, pieces),
        ...differs('operations that still wait', done.total_items, 0),
        ...differs('outcomes posted', receiver.count(), pieces),
        ...differs('contacts imported', imported, contacts),
        ...differs('contacts ignored', receiver.sumOf('ignored'), 0),
        ...differs('contacts invalid', receiver.sumOf('invalid'), 0),
        ...differs('contacts in the list', page.total_items, contacts),
      ],
    };
  } finally {
    await receiver.close();
  }
}

function differs(what: string, found: number | undefined, wanted: number): string[] {
  return found === wanted ? [] : [`${what}: ${found} in place of ${wanted}`];
}

function* piecesOf(contacts: number, field_id: number): Generator<readonly Contact[]> {
  let piece: Contact[] = [];
  let bytes = 0;
  for (let index = 0; index < contacts; index += 1) {
    const contact = contactOf(index, field_id);
    const size = Buffer.byteLength(JSON.stringify(contact)) + 1;
    if (bytes + size > pieceBytes) {
      yield piece;
      piece = [];
      bytes = 0;
    }
    piece.push(contact);
    bytes += size;
  }
  yield piece;
}

function contactOf(index: number, field_id: number): Contact {
  return {
    base: { email: `imported${index}@example.com`, first_name: 'Inês', last_name: 'Conceição' },
    extra: [{ field_id, value: `${index} ${remark}` }],
  };
}

/** Takes what the account posts when an import is done. */
async function receiveOutcomes() {
  const outcomes: Readonly<Record<string, unknown>>[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    outcomes.push((await json(request)) as Readonly<Record<string, unknown>>);
    response.end();
  };
  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.writeHead(400).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    count: () => outcomes.length,
    sumOf: (name: string) => outcomes.reduce((sum, outcome) => sum + Number(outcome[name]), 0),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
