import { EgoiConfigError, type Loss } from '@egoi-client/core';
import { CommandError } from '../command-error.ts';
import type { Output } from '../output/output.ts';
import { flagOf, furtherOptions } from './v3-options.ts';

/** A refusal of the transport's options in the words of the command line; anything else as it is. */
export function inCommandWords(error: unknown): unknown {
  if (!(error instanceof EgoiConfigError)) return error;
  const words = error.message.replace(/^v3Transport: /, '');
  const name = /^\w+/.exec(words)?.[0] ?? '';
  const isOption = ['allowLosses', 'losses', 'phonePrefix', ...furtherOptions].includes(name);
  if (!isOption) return error;
  return new CommandError(`${flagOf(name)}${words.slice(name.length)}`, [
    'What a method loses: egoi methods <method>',
  ]);
}

type NotedLoss = Loss & { readonly method: string };

/** Collects the losses of a command's calls, each once. */
export class LossNotes {
  readonly #notes = new Map<string, NotedLoss>();

  readonly #tells: (loss: Loss) => boolean;

  /** @param tells which of them are told */
  constructor(tells: (loss: Loss) => boolean) {
    this.#tells = tells;
  }

  readonly note = (loss: Loss, { method }: { readonly method: string }): void => {
    if (!this.#tells(loss)) return;
    this.#notes.set(`${method}.${loss.name} ${loss.kind}`, { method, ...loss });
  };

  /** Writes them to the error output: as JSON one a line, for people a line for each reason. */
  tell(output: Output): void {
    const all = [...this.#notes.values()];
    this.#notes.clear();
    if (output.json) {
      for (const loss of all) output.warn(JSON.stringify({ loss }));
      return;
    }
    const lines = new Map<string, { readonly loss: NotedLoss; readonly names: string[] }>();
    for (const loss of all) {
      const key = JSON.stringify([loss.method, loss.kind, loss.reason]);
      const line = lines.get(key);
      if (line === undefined) lines.set(key, { loss, names: [loss.name] });
      else line.names.push(loss.name);
    }
    for (const { loss, names } of lines.values()) {
      const { method, kind, reason } = loss;
      output.warn(
        `egoi: ${method} over API v3, ${kindWords[kind]}: ${names.join(', ')} (${inFlags(reason)})`,
      );
    }
  }
}

const kindWords: Readonly<Record<Loss['kind'], string>> = {
  parameter: 'without effect',
  field: 'not in the answer',
  later: 'not done yet',
  approximate: 'only nearly the same',
};

/** A reason in which an option of the library reads as one of the command line. */
function inFlags(reason: string): string {
  return reason.replace(
    /\b(\w+): '(\w+)'/g,
    (_, name: string, value: string) =>
      `${flagOf(name)}${flagOf(name) === `--v3 ${name}` ? '=' : ' '}${value}`,
  );
}
