import { isWireObject, type Transport } from '@egoi-client/core';
import type { V3Account } from '@egoi-client/gateway';
import type { SandboxTransport } from '@egoi-client/sandbox';
import { readRequest } from '@egoi-client/v3-api';

/** When a call of addSubscriberBulk is seen: before the account performs it, and after. */
type Sight = 'arrived' | 'performed';

/** An account under the eyes of a test that counts how often each row was imported. */
export interface Witness {
  readonly transport: Transport;
  /** The same account by API v3. What it takes note of counts as imported. */
  readonly v3: V3Account;
  /** How many calls imported a row, by the first name in it. */
  readonly applied: ReadonlyMap<string, number>;
  /** Told every sight. At most one at a time. */
  onSight: (sight: Sight) => void;
}

export function witness(account: SandboxTransport): Witness {
  const applied = new Map<string, number>();
  const note = (name: unknown) => {
    if (typeof name === 'string') applied.set(name, (applied.get(name) ?? 0) + 1);
  };
  const self: Witness = {
    applied,
    onSight: () => {},
    transport: {
      id: account.id,
      async call(request) {
        if (request.method !== 'addSubscriberBulk') return account.call(request);
        self.onSight('arrived');
        const reply = await account.call(request);
        const { subscribers } = request.params;
        for (const contact of Array.isArray(subscribers) ? subscribers : []) {
          note(isWireObject(contact) ? contact['first_name'] : undefined);
        }
        self.onSight('performed');
        return reply;
      },
    },
    v3: {
      madeFile: (name) => account.madeFile(name),
      async answerV3(request) {
        const rows = importedRows(request);
        if (rows === undefined) return account.answerV3(request);
        self.onSight('arrived');
        const answer = await account.answerV3(request);
        for (const name of rows) note(name);
        self.onSight('performed');
        return answer;
      },
    },
  };
  return self;
}

/** The first names of the contacts that a request imports; `undefined` for one that imports nobody. */
function importedRows(request: Parameters<V3Account['answerV3']>[0]) {
  const { method, path, body } = request;
  if (!/\/(import-bulk|contacts)$/.test(path) || method !== 'POST') return undefined;
  const read = readRequest({ method, path, body });
  if (read.kind === 'problem') return undefined;
  const { name, input } = read;
  if (name === 'createContact') return [input.body.base?.first_name];
  if (name !== 'actionImportBulk') return undefined;
  const { body: imported } = input;
  return 'contacts' in imported ? imported.contacts.map(({ base }) => base?.first_name) : undefined;
}
