import { isWireObject, type Transport } from '@egoi-client/core';

/** When a call of addSubscriberBulk is seen: before the account performs it, and after. */
type Sight = 'arrived' | 'performed';

/** An account under the eyes of a test that counts how often each row was imported. */
export interface Witness {
  readonly transport: Transport;
  /** How many calls imported a row, by the first name in it. */
  readonly applied: ReadonlyMap<string, number>;
  /** Told every sight. At most one at a time. */
  onSight: (sight: Sight) => void;
}

export function witness(account: Transport): Witness {
  const applied = new Map<string, number>();
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
          const name = isWireObject(contact) ? contact['first_name'] : undefined;
          if (typeof name === 'string') applied.set(name, (applied.get(name) ?? 0) + 1);
        }
        self.onSight('performed');
        return reply;
      },
    },
  };
  return self;
}
