import {
  type Exchange,
  hasKnownName,
  nameOf,
  type Outcome,
  outcomeOf,
  wireOf,
  type WireLabel,
} from './exchange.ts';
import { redactorOf } from './redaction.ts';

/** A call in one line: what the list of calls and whoever follows it are told. It holds no key. */
export interface CallSummary {
  readonly id: number;
  /** When it came, as ISO 8601. */
  readonly time: string;
  readonly wire: WireLabel;
  /** The method of v2 or the operation of v3; else what was asked for. */
  readonly name: string;
  readonly outcome: Outcome;
  /** In milliseconds; none while there is no answer. */
  readonly durationMs: number | undefined;
  /** The call that it repeats. */
  readonly replayOf: number | undefined;
}

/** Most signs of a name that no method and no operation has. */
const mostOfName = 120;
const mostOfOutcome = 60;

export function summaryOf(exchange: Exchange): CallSummary {
  const { id, time, durationMs, replayOf } = exchange;
  const { kind, words } = outcomeOf(exchange);
  const name = nameOf(exchange);
  // What comes from a list of ours holds no key: most calls need no search for one.
  const isPlain = kind === 'ok' && hasKnownName(exchange);
  const redact = isPlain ? undefined : redactorOf(exchange);
  return {
    id,
    time: time.toISOString(),
    wire: wireOf(exchange),
    name: redact === undefined ? name : shortened(redact(name), mostOfName),
    outcome: {
      kind,
      words: redact === undefined ? words : shortened(redact(words), mostOfOutcome),
    },
    durationMs,
    replayOf,
  };
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)} … ${text.length.toLocaleString('en')} characters`;
}
