import type { Readable } from 'node:stream';
import { CommandError } from '../command-error.ts';
import { decodedText, refuseLongText } from './decoded-text.ts';

/** What a process gets at its input: a terminal, a pipe or a file. */
type InputStream = Readable & { readonly isTTY?: boolean };

/** The standard input, which one thing reads and nothing else. */
export class StandardInput {
  readonly #stream: InputStream;
  readonly #tell: (text: string) => void;
  readonly #signal: AbortSignal;
  #reader: string | undefined;

  /**
   * @param tell tells a person what is awaited
   * @param signal ends the reading
   */
  constructor(stream: InputStream, tell: (text: string) => void, signal: AbortSignal) {
    this.#stream = stream;
    this.#tell = tell;
    this.#signal = signal;
  }

  /** Whether something reads it: nobody can be asked for anything then. */
  get isTaken(): boolean {
    return this.#reader !== undefined;
  }

  /**
   * Takes it for good; where somebody sits at it they are told what for.
   *
   * @param reader what reads it: `--ca`, `name=@-`
   * @throws CommandError where something else reads it, with the names of both
   */
  take(reader: string): InputStream {
    if (this.#reader !== undefined) {
      const names =
        this.#reader === reader ? `${reader} twice` : `both ${this.#reader} and ${reader}`;
      throw new CommandError(`the standard input cannot be ${names}`, ['Give one of them a file.']);
    }
    this.#reader = reader;
    if (this.#stream.isTTY === true) {
      const end =
        process.platform === 'win32' ? 'Ctrl-Z and Enter end' : 'Ctrl-D on a new line ends';
      this.#tell(`egoi: ${reader} is what you type here; ${end} it.`);
    }
    return this.#stream;
  }

  /**
   * Takes it and reads all of it.
   *
   * @throws CommandError for too much, and for what is no text
   */
  async readText(reader: string): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const stream = this.take(reader);
    const end = () => void stream.destroy();
    this.#signal.addEventListener('abort', end);
    try {
      for await (const chunk of stream) {
        const part = chunk as Buffer;
        bytes += part.length;
        refuseLongText(bytes, reader);
        chunks.push(part);
      }
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    } finally {
      this.#signal.removeEventListener('abort', end);
    }
    if (this.#signal.aborted) throw new CommandError('nothing was done', [], 'interrupted');
    readText = decodedText(Buffer.concat(chunks), reader);
    return readText;
  }
}

// A process has one standard input, and whoever reads files does so without a session.
let readText: string | undefined;

/** The text that was read where a file is named `-`. @throws Error where none was */
export function standardInputText(): string {
  if (readText === undefined) throw new Error('the standard input was not read');
  return readText;
}
