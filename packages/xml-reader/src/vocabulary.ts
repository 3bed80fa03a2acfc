import { Words } from './words.ts';

/**
 * The tags, and the runs of tags, that documents have in common: what one has taught, the next knows. It
 * holds names, attributes and labels, up to a bound, and no other text. For documents that are read with
 * the same limits by handlers of one kind, which keep in its tags what they make of them.
 */
export class XmlVocabulary {
  #words = new Words();

  /** What a document that begins can know. Made anew once it is full, as documents differ with time. */
  get words(): Words {
    if (this.#words.isFull) this.#words = new Words();
    return this.#words;
  }
}
