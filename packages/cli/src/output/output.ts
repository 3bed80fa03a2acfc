import type { Writable } from 'node:stream';
import { page } from './page.ts';

/** Where the program's words go: results to the standard output, everything else to the error output. */
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
  const style = (open: number, close: number) => (text: string) =>
    !json && takesColour(stdout) ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  const line = (value: unknown) => stdout.write(`${JSON.stringify(value)}\n`);
  return {
    json,
    isWatched: !json && stderr.isTTY === true,
    width: stdout.columns ?? 80,
    result: (value, text) => (json ? line(value) : stdout.write(`${text()}\n`)),
    read: (value, text) => (json ? line(value) : page(`${text()}\n`, stdout)),
    note: (text) => (json ? undefined : stderr.write(`${text}\n`)),
    warn: (text) => stderr.write(`${text}\n`),
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
