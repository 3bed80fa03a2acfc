import { EgoiError } from '../../errors/egoi-error.ts';
import type { Hider } from './call-secrets.ts';

/** How a report of calls is written. */
export interface ReportTo {
  readonly write: (text: string) => void;
  readonly secrets: Hider;
  readonly maxBodyCharacters: number;
}

/** Writes lines as one text, so that those of other calls do not get between them. */
export function tell({ write }: Pick<ReportTo, 'write'>, lines: readonly string[]): void {
  try {
    write(lines.join('\n'));
  } catch {
    // The call matters more than what is told of it.
  }
}

/** The kind of an error and its message, and the code of the system underneath. */
export function describeError(error: unknown): string {
  if (!(error instanceof EgoiError)) return error instanceof Error ? error.name : typeof error;
  const { cause } = error;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause
      ? ` [${String(cause.code)}]`
      : '';
  return `${error.name} (${error.delivery.replace('_', ' ')}): ${error.message}${code}`;
}

/** A time as a line has it. */
export function milliseconds(durationMs: number): string {
  return `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`;
}
