import { fileURLToPath } from 'node:url';
import type { Census } from './census.ts';
import { startChild } from './child.ts';

/** Asks for the contacts 0 to `count - 1`. */
export interface AccountQuestion {
  readonly count: number;
}

/** Where the account listens; or what it holds. */
export type AccountAnswer = { readonly baseUrl: string; readonly listID: number } | AccountFacts;

/** What the account holds once its work is done. */
interface AccountFacts {
  readonly census: Census;
  /** How many imports it took. */
  readonly imports: number;
  /** How many calls and requests it answered, imports among them. */
  readonly requests: number;
}

/** An account behind a gateway, in a process of its own. */
export interface AccountProcess {
  readonly baseUrl: string;
  readonly listID: number;
  census(count: number): Promise<AccountFacts>;
  close(): Promise<void>;
}

export async function startAccount(): Promise<AccountProcess> {
  const child = startChild(fileURLToPath(new URL('account-child.ts', import.meta.url)));
  const first = (await child.next()) as AccountAnswer;
  if (!('baseUrl' in first)) throw new Error('the account did not say where it listens');
  return {
    ...first,
    async census(count) {
      child.send({ count } satisfies AccountQuestion);
      const answer = (await child.next()) as AccountAnswer;
      if (!('census' in answer)) throw new Error('the account did not answer');
      return answer;
    },
    close: () => child.close(),
  };
}
