import type { WireValue } from '@egoi-client/core';
import { asRestJson } from './rest-losses.ts';
import type { Command } from './v3-history-commands.ts';

/** What a command comes to, in words of neither API. */
export type Outcome = { readonly done: unknown } | { readonly refused: Refused };

export type Refused = 'not there' | 'taken' | 'invalid' | 'removed';

/** One way to the account. @param contacts ids of contacts in the order in which they came */
export type Face = (command: Command, contacts: readonly string[]) => Promise<Outcome>;

/** The account does not do it. */
export class NotDone extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused);
    this.refused = refused;
  }
}

/** What each command does by one API. */
export type Doings<Ask> = {
  readonly [Does in Command['does']]: (
    ask: Ask,
    command: Extract<Command, { readonly does: Does }>,
    contacts: readonly string[],
  ) => Promise<unknown>;
};

/** A way to the account by what is done there for each command. */
export function faceOf<Ask>(doings: Doings<Ask>, ask: Ask): Face {
  return async (command, contacts) => {
    const doing = doings[command.does];
    try {
      const done = await doing(ask, command as never, contacts);
      // REST in JSON trims the texts of its answers; the snapshot shows that the account has them whole.
      return { done: asRestJson(done as WireValue) };
    } catch (error) {
      if (error instanceof NotDone) return { refused: error.refused };
      throw error;
    }
  };
}

/** The contact that came at a turn, or one that nobody is. */
export function idOf(contacts: readonly string[], turn: number): string {
  return contacts[turn % Math.max(contacts.length, 1)] ?? 'ffffffffff';
}
