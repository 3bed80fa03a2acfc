import { detached } from './characters.ts';

const places = 256;
const maxCharacters = 40;

/** How many texts a document has before it is worth a table. */
const fewTexts = 64;

/**
 * The texts of a document. The short ones of a document repeat, as names of members do: each is made
 * once and then handed out again, as long as no other takes its place.
 */
export class Texts {
  #known: (string | undefined)[] | undefined = undefined;
  #few = 0;

  /** The text between two places, independent of the piece that it is read from. */
  take(piece: string, from: number, to: number): string {
    const length = to - from;
    if (length > maxCharacters) return detached(piece.slice(from, to));
    const known = this.#known ?? this.#knownAfterFew();
    if (known === undefined) return detached(piece.slice(from, to));
    const first = piece.charCodeAt(from);
    const last = piece.charCodeAt(to - 1);
    const middle = piece.charCodeAt(from + (length >> 1));
    const place = (length * 31 + first * 7 + middle * 131 + last * 17) & (places - 1);
    const same = known[place];
    const slice = piece.slice(from, to);
    if (same === slice) return same;
    const text = detached(slice);
    known[place] = text;
    return text;
  }

  #knownAfterFew(): (string | undefined)[] | undefined {
    this.#few += 1;
    if (this.#few > fewTexts) this.#known = Array.from({ length: places });
    return this.#known;
  }
}
