import {
  EgoiClient,
  type EgoiError,
  isWireObject,
  type Transport,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';

/** What a call does in place of being answered, and whether it is performed before that. */
interface Mishap {
  readonly error: EgoiError;
  readonly performed: boolean;
}

/** A list in memory that takes imports and answers subscriberData, as much as imports need. */
export interface Account {
  readonly client: EgoiClient;
  /** The contacts by e-mail address, or by telephone where they have none. */
  readonly contacts: Map<string, WireObject>;
  /** How many calls imported a contact. */
  readonly applied: Map<string, number>;
  /** Sizes of the batches that were performed. */
  readonly batches: number[];
  /** Contacts that were looked up, in order. */
  readonly lookups: string[];
  /** Decides before each import how it goes wrong; `undefined` lets it be. */
  onImport: (call: number) => Mishap | undefined;
}

/** @param transport what to add to the transport, such as limits */
export function makeAccount(transport: Partial<Transport> = {}): Account {
  const contacts = new Map<string, WireObject>();
  const applied = new Map<string, number>();
  const batches: number[] = [];
  const lookups: string[] = [];
  let calls = 0;
  const perform = (rows: readonly WireObject[]) => {
    batches.push(rows.length);
    for (const row of rows) {
      const key = textOf(row['email'] ?? row['telephone']);
      applied.set(key, (applied.get(key) ?? 0) + 1);
      contacts.set(key, { ...contacts.get(key), ...row });
    }
  };
  const answer = (request: TransportRequest): WireValue => {
    const { params } = request;
    if (request.method === 'getExtraFields') return { extra_fields: { 7: { NAME: 'Shoes' } } };
    if (request.method === 'subscriberData') {
      if (params['subscriber'] === 'all_subscribers') {
        const start = Number(params['start']);
        const page = [...contacts.values()].slice(start, start + Number(params['limit']));
        return { subscriber: page.map(recordOf) };
      }
      const email = textOf(params['subscriber']);
      lookups.push(email);
      const contact = contacts.get(email);
      return contact === undefined
        ? { ERROR: 'SUBSCRIBER_NOT_FOUND' }
        : { subscriber: recordOf(contact) };
    }
    const rows = (params['subscribers'] as WireValue[]).filter(isWireObject);
    calls += 1;
    const mishap = self.onImport(calls);
    if (mishap === undefined || mishap.performed) perform(rows);
    if (mishap !== undefined) throw mishap.error;
    return { id: '1', count: String(rows.length) };
  };
  const self: Account = {
    client: new EgoiClient({
      apiKey: 'a'.repeat(40),
      transport: {
        id: 'account',
        call: async (request) => ({ value: answer(request), transport: 'account', durationMs: 0 }),
        ...transport,
      },
    }),
    contacts,
    applied,
    batches,
    lookups,
    onImport: () => undefined,
  };
  return self;
}

function recordOf(contact: WireObject): WireObject {
  const fields = Object.entries(contact).map(([name, value]) => [
    name === 'lang' ? 'LANGUAGE' : name.toUpperCase().replace(/^EXTRA_(?=\d)/, 'EXTRA_FIELD_'),
    value,
  ]);
  return { UID: textOf(contact['email']), ...(Object.fromEntries(fields) as WireObject) };
}

function textOf(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
