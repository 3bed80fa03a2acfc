import { isWireObject, type Transport } from '@egoi-client/core';

/** When a call of addSubscriberBulk is seen: before the account performs it, and after. */
export type Sight = 'arrived' | 'performed';

/** An account under the eyes of a test that counts how often each contact was imported. */
export interface Witness {
  readonly transport: Transport;
  /** How many calls imported a contact, by its e-mail address. */
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
          const email = isWireObject(contact) ? contact['email'] : undefined;
          if (typeof email === 'string') applied.set(email, (applied.get(email) ?? 0) + 1);
        }
        self.onSight('performed');
        return reply;
      },
    },
  };
  return self;
}
