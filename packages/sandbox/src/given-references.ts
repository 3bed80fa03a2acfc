import { EgoiConfigError } from '@egoi-client/core';
import type { References } from './account/references.ts';
import type { ReferenceKind } from './options.ts';

/** References from the user. @throws EgoiConfigError when one has the wrong form */
export function givenReferences(ids: (kind: ReferenceKind) => string): References {
  return (referenced) => {
    const kind = referenced === 'contact' ? 'subscriber' : referenced;
    const reference: unknown = ids(kind);
    const length = lengths[kind];
    if (
      typeof reference === 'string' &&
      reference.length === length &&
      /^[0-9a-f]+$/.test(reference)
    ) {
      return reference;
    }
    throw new EgoiConfigError(
      `sandboxTransport: ids must give ${length} characters of 0-9 and a-f for a ${kind}`,
    );
  };
}

const lengths = { subscriber: 10, campaign: 32 } as const;
