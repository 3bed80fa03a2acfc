import type { ExitName } from '../exit-codes.ts';
import type { Output } from './output.ts';
import { page } from './page.ts';
import type { ResultForm } from './result-form.ts';
import {
  isIndented,
  type ResultPlace,
  type ResultText,
  textOfResult,
  textOfSelected,
} from './result-text.ts';
import { wrap } from './table.ts';

/** Where results go. */
interface Printing {
  readonly stdout: Parameters<typeof page>[1];
  readonly place: ResultPlace;
  /** A text with everything written out that is not to be seen. */
  readonly shown: (text: string) => string;
  /** For notes and failures. */
  readonly output: () => Output;
}

/** Prints results as they were asked for. */
export class ResultPrinter {
  form: ResultForm = {};
  readonly #printing: Printing;
  #printed: Promise<ExitName | undefined> = Promise.resolve(undefined);

  constructor(printing: Printing) {
    this.#printing = printing;
  }

  /**
   * @param words what people read, where the command has words of its own
   * @param isLong whether it may be longer than the screen
   */
  print(value: unknown, words: (() => string) | undefined, isLong: boolean): void {
    const { place } = this.#printing;
    if (this.form.selection === undefined) {
      this.#write(textOfResult(value, words, this.form, place), isLong);
      return;
    }
    const before = this.#printed;
    this.#printed = this.#select(value).then(async (exit) => (await before) ?? exit);
  }

  /** Waits until all is printed. @returns how the program ends, where something could not be printed */
  settled(): Promise<ExitName | undefined> {
    return this.#printed;
  }

  async #select(value: unknown): Promise<ExitName | undefined> {
    const { form } = this;
    const { place, output } = this.#printing;
    try {
      const given = await form.selection?.of(value, isIndented(form, place));
      this.#write(textOfSelected(given ?? [], form, place), true);
      return undefined;
    } catch (error) {
      const { givenBefore } = await import('./select.ts');
      this.#write(textOfSelected(givenBefore(error), form, place), true);
      const { reportFailure } = await import('./failure.ts');
      return reportFailure(output(), error);
    }
  }

  #write({ text, note = '' }: ResultText, isLong: boolean): void {
    const { stdout, place, shown, output } = this.#printing;
    const lines = text === '' ? '' : `${shown(text)}\n`;
    if (isLong && !place.isJson) page(lines, stdout);
    else stdout.write(lines);
    if (note !== '') output().note(place.width === undefined ? note : wrap(note, place.width));
  }
}
