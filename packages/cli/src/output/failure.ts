import { EgoiApiError, EgoiError, EgoiInputError } from '@egoi-client/core';
import { CommandError } from '../command-error.ts';
import type { ExitName } from '../exit-codes.ts';
import { exitOf } from '../exit-of.ts';
import { flagOf } from '../connection/v3-options.ts';
import { AdvisedError } from './advised-error.ts';
import { adviceOn } from './further-advice.ts';
import type { Output } from './output.ts';

/**
 * Says what went wrong and what to do about it; with `--json` one line `{"error":{…}}` on the error
 * output.
 *
 * @returns how the program ends
 */
export async function reportFailure(output: Output, thrown: unknown): Promise<ExitName> {
  const { error, advice: more } =
    thrown instanceof AdvisedError ? thrown : { error: thrown, advice: [] };
  if (error instanceof CommandError) {
    print(output, error, error.message, error.advice);
    return error.exit;
  }
  if (error instanceof EgoiError) {
    const advice = [...adviceFor(error), ...more, ...adviceOn(error)];
    print(output, { ...error.toJSON(), advice }, messageOf(error), advice);
    return exitOf(error);
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  print(output, { name: 'Error', kind: 'defect', message: text }, `a defect: ${text}`, []);
  return 'defect';
}

function print(output: Output, value: object, message: string, advice: readonly string[]): void {
  if (output.json) {
    output.warn(JSON.stringify({ error: value }));
    return;
  }
  output.warn([`egoi: ${message}`, ...advice.map((line) => `  ${line}`)].join('\n'));
}

function messageOf(error: EgoiError): string {
  if (!(error instanceof EgoiInputError)) return error.message;
  const problems = error.problems.map(({ path, problem }) => `  ${path}: ${problem}`);
  return [`${error.method ?? 'the call'} was not sent:`, ...problems].join('\n');
}

function adviceFor(error: EgoiError): string[] {
  const lines: string[] = [];
  if (error instanceof EgoiApiError) {
    if (error.advice !== undefined) {
      lines.push(plain(error.advice), `More: egoi errors ${error.code}`);
    }
  }
  if (exitOf(error) === 'quota') {
    lines.push('An account has 150 calls an hour. Wait for the next hour.');
  }
  if (error.kind === 'input' && error.method !== undefined) {
    lines.push(`Its parameters: egoi methods ${error.method}`);
  }
  if (error.kind === 'unsupported') lines.push(adviceOnUnsupported(error));
  const option = /\bthe option (\w+)/.exec(error.kind === 'config' ? error.message : '')?.[1];
  if (error.transport === 'v3' && option !== undefined)
    lines.push(`Here that is ${flagOf(option)}.`);
  if (['connection', 'http', 'fault', 'protocol'].includes(error.kind)) {
    lines.push('egoi doctor looks at all five wires and says what is wrong.');
  }
  if (error.kind === 'timeout') lines.push('--timeout gives it more seconds.');
  if (error.delivery === 'unknown') {
    lines.push('The service may have done it all the same: look before you repeat a write.');
  }
  return lines;
}

function adviceOnUnsupported({ message, method, transport }: EgoiError): string {
  const loss = /allowLosses: \['([\w.]+)'\]/.exec(message)?.[1];
  if (loss !== undefined) return `Here that is --allow-loss ${loss}.`;
  if (transport !== 'v3') return 'Another wire may do it: --transport';
  return `What becomes of it over API v3: egoi methods${method === undefined ? '' : ` ${method}`}`;
}

/** Marks of the pages mean nothing on a terminal. */
function plain(words: string): string {
  return words.replaceAll('`', '');
}
