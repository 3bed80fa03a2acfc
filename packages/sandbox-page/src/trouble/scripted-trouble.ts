import type { SandboxTransport } from '@egoi-client/sandbox';

/** Something that calls are to meet, as the page was told. */
export interface Trouble {
  readonly id: number;
  /** What it is, for whoever looks. */
  readonly words: string;
  /** When it was made. */
  readonly time: Date;
}

type Added = Trouble & { readonly takeBack: () => void };

/** Most that are remembered; the oldest then can no longer be taken back from here. */
const mostTroubles = 50;

/** What the page has made calls meet, so that it can be taken back. What is used up has no effect any longer. */
export class ScriptedTrouble {
  readonly #account: Pick<SandboxTransport, 'fail' | 'failV3'>;
  #added: readonly Added[] = [];
  #lastId = 0;

  constructor(account: Pick<SandboxTransport, 'fail' | 'failV3'>) {
    this.#account = account;
  }

  /** The newest first. */
  get all(): readonly Trouble[] {
    return this.#added;
  }

  /** @param make tells the account, and gives what takes it back; throws `EgoiConfigError` for what cannot be */
  add(
    words: string,
    make: (account: Pick<SandboxTransport, 'fail' | 'failV3'>) => () => void,
  ): void {
    const takeBack = make(this.#account);
    this.#lastId += 1;
    const added = { id: this.#lastId, words, time: new Date(), takeBack };
    this.#added = [added, ...this.#added].slice(0, mostTroubles);
  }

  takeBack(id: number): void {
    for (const trouble of this.#added) if (trouble.id === id) trouble.takeBack();
    this.#added = this.#added.filter((trouble) => trouble.id !== id);
  }

  takeAllBack(): void {
    for (const { id } of this.#added) this.takeBack(id);
  }
}
