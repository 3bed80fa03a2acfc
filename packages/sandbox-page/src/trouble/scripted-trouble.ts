import type { PendingFailure, SandboxTransport } from '@egoi-client/sandbox';

/** What failures are given to. */
export type Troubled = Pick<SandboxTransport, 'fail' | 'failV3'>;

/** Something that calls are to meet, as the page was told. */
export interface Trouble {
  readonly id: number;
  /** What it is, for whoever looks. */
  readonly words: string;
  /** When it was made. */
  readonly time: Date;
  /** How often it was to happen, of each API. */
  readonly times: number;
  /** How often it is still to happen. */
  readonly left: readonly Left[];
}

interface Left {
  readonly api: 'v2' | 'v3';
  readonly times: number;
}

/** A trouble as the account has it: one failure of each API that it concerns. */
export type TroubleFailures = Readonly<Partial<Record<Left['api'], PendingFailure>>>;

interface Added extends Omit<Trouble, 'left'> {
  readonly failures: TroubleFailures;
}

/** Most that are remembered; the oldest then can no longer be taken back from here. */
const mostTroubles = 50;

/** What the page has made calls meet, so that it can be taken back. What is used up stays until it is taken away. */
export class ScriptedTrouble {
  readonly #account: Troubled;
  #added: readonly Added[] = [];
  #lastId = 0;

  constructor(account: Troubled) {
    this.#account = account;
  }

  /** The newest first. */
  get all(): readonly Trouble[] {
    return this.#added.map(({ failures, ...trouble }) => ({
      ...trouble,
      left: (['v2', 'v3'] as const).flatMap((api) => {
        const failure = failures[api];
        return failure === undefined ? [] : [{ api, times: failure.left }];
      }),
    }));
  }

  /** @param make tells the account; throws `EgoiConfigError` for what cannot be */
  add(words: string, times: number, make: (account: Troubled) => TroubleFailures): void {
    const failures = make(this.#account);
    this.#lastId += 1;
    const added = { id: this.#lastId, words, time: new Date(), times, failures };
    this.#added = [added, ...this.#added].slice(0, mostTroubles);
  }

  takeBack(id: number): void {
    for (const { id: own, failures } of this.#added) {
      if (own === id) for (const takeBack of Object.values(failures)) takeBack();
    }
    this.#added = this.#added.filter((trouble) => trouble.id !== id);
  }

  takeAllBack(): void {
    for (const { id } of this.#added) this.takeBack(id);
  }
}
