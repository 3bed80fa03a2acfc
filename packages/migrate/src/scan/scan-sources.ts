import type { SourceModel } from '../source/expression.ts';
import { CallFinder } from './call-finder.ts';
import { Evaluation } from './evaluate.ts';
import { confidenceOf, leastConfidence, type Reason } from './evidence.ts';
import { gather } from './gather.ts';
import type { Wire } from './knowledge.ts';
import { Program } from './program.ts';

/** A call of API v2 that a program makes. */
export interface Finding {
  /** Relative to the folder that was looked through. */
  readonly file: string;
  /** Of the place where the method is named, counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** In the API's own spelling. */
  readonly method: string;
  /** `undefined` where the source does not tell. */
  readonly wire?: Wire;
  /** Those written out, in the API's own spelling: `listID`, `extra_*`, `subscribers[].email`. */
  readonly parameters: readonly string[];
  /** How sure it is, between 0 and 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

const mostRounds = 8;

/**
 * Finds the calls of API v2 that the sources of one program make.
 *
 * @param least confidence from which on a call is given, between 0 and 1
 * @param goOn says whether a share of the time is not over yet
 */
export function findCalls(
  sources: readonly SourceModel[],
  least: number = leastConfidence,
  goOn: (share: number) => boolean = () => true,
): Finding[] {
  const evaluation = new Evaluation(new Program(sources));
  const finder = new CallFinder(evaluation);
  for (let round = 0; round < mostRounds; round += 1) {
    evaluation.slots.hasGrown = false;
    // What is known when the time is nearly over is still to be used.
    gather(evaluation, () => goOn(0.7));
    const hasLearnt = finder.round(() => goOn(1));
    if ((!evaluation.slots.hasGrown && !hasLearnt) || !goOn(0.7)) break;
  }
  const findings = finder
    .found()
    .map(({ source, at, method, wire, parameters, reasons }): Finding => {
      const { line, column } = placeIn(source.text, at);
      return {
        file: source.path,
        line,
        column,
        method,
        ...(wire === undefined ? {} : { wire }),
        parameters,
        confidence: confidenceOf(reasons),
        reasons,
      };
    })
    .filter(({ confidence }) => confidence >= least);
  return onePerLine(findings).toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** A call that two ways of looking found on one line is one. */
function onePerLine(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.file}\n${finding.line}\n${finding.method}`;
    const known = best.get(key);
    if (known === undefined || known.confidence < finding.confidence) best.set(key, finding);
  }
  return [...best.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - start + 1 };
}
