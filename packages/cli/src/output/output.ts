import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { LineStream, linesOf, stopWaitingFor } from './line-stream.ts';
import type { ExitName } from '../exit-codes.ts';
import { page } from './page.ts';
import type { ResultForm } from './result-form.ts';
import { ResultPrinter } from './result-printer.ts';
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
  /** Columns of the terminal as it is now, or 80. */
  readonly width: number;
  /** Whether the program goes on where nobody can read its results any longer. */
  readonly outlivesReader: boolean;
  /** Columns of the terminal as it is now; `undefined` for a pipe or a file, which take lines of any length. */
  readonly room: number | undefined;
  /** What results are to look like from now on. */
  choose(form: ResultForm): void;
  /** Whether a form was asked for, by `--json` or otherwise: then nothing else is on the standard output. */
  readonly isResultAlone: boolean;
  /**
   * The result of a command.
   *
   * @param value what `--json` prints
   * @param text what people read
   */
  result(value: unknown, text: () => string): void;
  /** Resolves once whoever reads the results has caught up, or when the signal fires. */
  drained(signal: AbortSignal): Promise<void>;
  /** Something to read that may be longer than the screen: paged on a terminal. */
  read(value: unknown, text: () => string): void;
  /**
   * Opens lines on the standard output for a program that serves others: from now on it never waits for
   * whoever reads them, nor ends where nobody does.
   */
  lines(): Lines;
  /** A value that the command has no words for: a table on a terminal, JSON elsewhere. */
  value(value: unknown): void;
  /**
   * Waits until all results are printed, which takes a while where an expression picks from them.
   *
   * @returns how the program ends, where one could not be printed as it was asked for
   */
  settled(): Promise<ExitName | undefined>;
  /** The help, as it is. */
  help(text: string): void;
  /** A word beside the result, for people only: left out with `--json`. */
  note(text: string): void;
  /** A word that must be seen, on the error output in every case. */
  warn(text: string): void;
  /**
   * What `--verbose` tells, on the error output in every case: headlines, and lines that begin with `>`,
   * `<` or `*`, which are faint on a terminal.
   */
  detail(text: string): void;
  /** Never waits for whoever reads, from now on: what serves others goes on without. */
  outlive(): void;
  /** Shows a bar on the error output, from which words make it move aside; `undefined` for none. */
  setBar(bar: Bar | undefined): void;
  bold(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  caution(text: string): string;
  bad(text: string): string;
}

/** Lines that are printed while others are served. */
type Lines = Pick<LineStream, 'print' | 'close'>;

/** What moves at the end of the error output. */
interface Bar {
  hide(): void;
  show(): void;
}

/** The streams of the process, or a test's own. */
export interface Streams {
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** What --verbose may have waiting for a reader of the error output, in bytes. */
const maxWaitingBytes = 4 * 1024 * 1024;

/** @param json whether `--json` was given */
export function makeOutput({ stdout, stderr }: Streams, json: boolean): Output {
  // Stands for the ESC of the program's own styles: no text from outside can hold it.
  const ownEscape = `\u001b${randomUUID()}`;
  const shown = (text: string) => text.split(ownEscape).map(visible).join('\u001b');
  const styled = (open: number, close: number, text: string) =>
    `${ownEscape}[${open}m${text}${ownEscape}[${close}m`;
  const style = (open: number, close: number) => (text: string) =>
    !json && takesColour(stdout) ? styled(open, close, text) : text;
  const detailLine = (text: string) =>
    /^[<>*]/.test(text) ? styled(2, 22, text) : styled(1, 22, text);
  const detailed = (text: string) =>
    takesColour(stderr) ? text.split('\n').map(detailLine).join('\n') : text;
  let bar: Bar | undefined;
  let lineStream: LineStream | undefined;
  const tell = (text: string) => {
    lineStream?.flush();
    bar?.hide();
    stderr.write(`${shown(text)}\n`);
    bar?.show();
  };
  let unseen = 0;
  const detail = (text: string) => {
    // Only a server goes on while nobody reads; for the others a write waits.
    if (stderr.writableLength > maxWaitingBytes) {
      unseen += 1;
      return;
    }
    if (unseen > 0) tell(`egoi: ${unseen} texts of --verbose were dropped: nobody read them`);
    unseen = 0;
    tell(detailed(text));
  };
  let outlivesReader = false;
  const outlive = () => {
    outlivesReader = true;
    for (const stream of [stdout, stderr]) stopWaitingFor(stream);
  };
  const room = roomOf(stdout);
  const printer = new ResultPrinter({
    stdout,
    place: { isJson: json, isTerminal: room !== undefined, width: room, bold: style(1, 22) },
    shown,
    output: () => output,
  });
  const output: Output = {
    json,
    isWatched: !json && stderr.isTTY === true,
    get width() {
      return stdout.columns ?? 80;
    },
    get outlivesReader() {
      return outlivesReader;
    },
    get room() {
      return roomOf(stdout);
    },
    choose: (chosen) => {
      printer.form = chosen;
    },
    get isResultAlone() {
      const { format, selection } = printer.form;
      return json || format !== undefined || selection !== undefined;
    },
    result: (value, text) => printer.print(value, text, false),
    read: (value, text) => printer.print(value, text, true),
    value: (value) => printer.print(value, undefined, true),
    settled: () => printer.settled(),
    outlive,
    async drained(signal) {
      if (!stdout.writableNeedDrain) return;
      await once(stdout, 'drain', { signal }).catch(() => undefined);
    },
    lines() {
      outlive();
      const opened = new LineStream(stdout, {
        dropping: () => tell('egoi: nobody reads the standard output; lines are dropped meanwhile'),
        broken: (why) =>
          tell(`egoi: the standard output takes no more lines (${why}); serving goes on`),
        dropped: (count) =>
          tell(`egoi: ${linesOf(count)} dropped: nobody read the standard output`),
      });
      lineStream = opened;
      return {
        print: (text) => opened.print(shown(text)),
        close: () => opened.close(),
      };
    },
    help: (text) => page(shown(text), stdout),
    note: (text) => (json ? undefined : tell(text)),
    warn: tell,
    detail,
    setBar: (next) => {
      bar = next;
    },
    bold: style(1, 22),
    faint: style(2, 22),
    good: style(32, 39),
    caution: style(33, 39),
    bad: style(31, 39),
  };
  return output;
}

function roomOf(stream: Streams['stdout']): number | undefined {
  return stream.isTTY === true ? (stream.columns ?? 80) : undefined;
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
