import { table } from '../output/table.ts';
import type { Session } from '../session.ts';

/** What `egoi callbacks` was given. */
export interface OutboxOptions {
  readonly retry?: boolean;
}

/** Shows what is in the outbox of a gateway, or puts back what was given up. */
export async function showOutbox(
  { output }: Session,
  file: string,
  { retry = false }: OutboxOptions,
): Promise<void> {
  const { openOutbox } = await import('@egoi-client/webhook-shim');
  const outbox = openOutbox(file);
  try {
    const letters = outbox.deadLetters();
    if (retry) {
      const retried = outbox.retry(letters.map(({ id }) => id));
      output.result({ retried, ...outbox.counts() }, () => `${retried} callbacks are tried again.`);
      return;
    }
    const { pending, receivers, deadLetters } = outbox.counts();
    // Not what they say of whom: the list is for a screen.
    const listed = letters.map(({ id, url, givenUpAt, tries, reason }) => ({
      id,
      receiver: new URL(url).origin,
      givenUpAt: givenUpAt.toISOString(),
      tries,
      reason,
    }));
    output.result({ pending, receivers, deadLetters, givenUp: listed }, () =>
      [
        `${pending} wait for ${receivers} receivers; ${deadLetters} were given up.`,
        ...(listed.length === 0 ? [] : ['', table(listed.map(rowOf))]),
      ].join('\n'),
    );
  } finally {
    outbox.close();
  }
}

function rowOf(letter: {
  readonly id: number;
  readonly givenUpAt: string;
  readonly receiver: string;
  readonly tries: number;
  readonly reason: string;
}): string[] {
  const { id, givenUpAt, receiver, tries, reason } = letter;
  return [String(id), givenUpAt, receiver, `${tries} tries`, reason];
}
