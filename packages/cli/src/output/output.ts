import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { page } from './page.ts';
import { visible } from './visible.ts';

/**
 * Where the program's words go: results to the standard output, everything else to the error output.
 * Nothing goes anywhere else, and nothing goes raw: in all texts, whoever they come from, `visible` writes
 * out what a terminal would obey.
 */
export interface Output {
  /** Whether results and errors are JSON, one value a line. */
  readonly json: boolean;
  /** Whether someone watches the error output, so that a bar may move there. */
  readonly isWatched: boolean;
  /** Columns of the terminal, or 80. */
  readonly width: number;
  /**
   * The result of a command.
   *
   * @param value what `--json` prints
   * @param text what people read
   */
  result(value: unknown, text: () => string): void;
  /** Something to read that may be longer than the screen: paged on a terminal. */
  read(value: unknown, text: () => string): void;
  /** The help, as it is. */
  help(text: string): void;
  /** A word beside the result, for people only: left out with `--json`. */
  note(text: string): void;
  /** A word that must be seen, on the error output in every case. */
  warn(text: string): void;
  bold(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

/** The streams of the process, or a test's own. */
export interface Streams {
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** @param json whether `--json` was given */
export function makeOutput({ stdout, stderr }: Streams, json: boolean): Output {
  // Stands for the ESC of the program's own styles: no text from outside can hold it.
  const ownEscape = `\u001b${randomUUID()}`;
  const shown = (text: string) => text.split(ownEscape).map(visible).join('\u001b');
  const style = (open: number, close: number) => (text: string) =>
    !json && takesColour(stdout) ? `${ownEscape}[${open}m${text}${ownEscape}[${close}m` : text;
  const line = (value: unknown) => stdout.write(`${visible(JSON.stringify(value))}\n`);
  return {
    json,
    isWatched: !json && stderr.isTTY === true,
    width: stdout.columns ?? 80,
    result: (value, text) => (json ? line(value) : stdout.write(`${shown(text())}\n`)),
    read: (value, text) => (json ? line(value) : page(`${shown(text())}\n`, stdout)),
    help: (text) => page(shown(text), stdout),
    note: (text) => (json ? undefined : stderr.write(`${shown(text)}\n`)),
    warn: (text) => stderr.write(`${shown(text)}\n`),
    bold: style(1, 22),
    faint: style(2, 22),
    good: style(32, 39),
    bad: style(31, 39),
  };
}

/** Node knows NO_COLOR, FORCE_COLOR and what the terminal can do. */
function takesColour(stream: Writable & { readonly isTTY?: boolean }): boolean {
  return (
    stream.isTTY === true &&
    'hasColors' in stream &&
    typeof stream.hasColors === 'function' &&
    stream.hasColors() === true
  );
}
