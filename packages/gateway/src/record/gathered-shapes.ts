import { findMethod } from '@egoi-client/core';
import type { EndedCall } from '../ended-call.ts';
import { otherName, plainName, unreadName } from '../plain-name.ts';
import { type RecordLine, writeRecordLine } from './record-line.ts';

/** The calls of one shape that have not been written yet. */
interface Gathered {
  readonly line: Omit<RecordLine, 'requests' | 'count' | 'durationMs' | 'first' | 'last'>;
  requests: number;
  count: number;
  durationMs: number;
  firstMs: number;
  lastMs: number;
}

/** Lines to write, with what gives them back where they could not be written. */
export interface TakenShape {
  readonly text: string;
  readonly giveBack: () => void;
}

const beyondBounds = { [otherName]: 'mixed' } as const;

/**
 * Counts calls by their shape until they are written. Callers choose what shapes there are, so these are
 * bounded in number and size: a call of one shape too many counts for its method, with the parameters
 * `(other)`.
 */
export class GatheredShapes {
  readonly #maxShapes: number;
  readonly #maxBytes: number;
  readonly #shapes = new Map<string, Gathered>();
  #bytes = 0;

  /** @param maxBytes of the names of all shapes together */
  constructor({ maxShapes, maxBytes }: { readonly maxShapes: number; readonly maxBytes: number }) {
    this.#maxShapes = maxShapes;
    this.#maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.#shapes.size === 0;
  }

  /** @param nowMs since the epoch */
  add(call: EndedCall, nowMs: number): void {
    const { requests, durationMs } = call;
    const line = lineOf(call);
    this.#count({ line, requests, count: 1, durationMs, firstMs: nowMs, lastMs: nowMs });
  }

  /**
   * Takes shapes out to be written, those that have waited longest first.
   *
   * @param maxBytes after which the rest stays; one is taken in any case
   */
  take(maxBytes: number): TakenShape[] {
    const taken: TakenShape[] = [];
    let bytes = 0;
    for (const [key, gathered] of this.#shapes) {
      if (bytes > maxBytes) break;
      const text = `${textOf(gathered)}\n`;
      bytes += text.length;
      this.#shapes.delete(key);
      this.#bytes -= key.length;
      taken.push({ text, giveBack: () => this.#count(gathered) });
    }
    return taken;
  }

  #count(calls: Gathered): void {
    let { line } = calls;
    let key = JSON.stringify(line);
    let gathered = this.#shapes.get(key);
    if (gathered === undefined && this.#isFull(key)) {
      line = shortened(line);
      key = JSON.stringify(line);
      gathered = this.#shapes.get(key);
    }
    if (gathered === undefined) {
      this.#shapes.set(key, { ...calls, line });
      this.#bytes += key.length;
      return;
    }
    gathered.requests += calls.requests;
    gathered.count += calls.count;
    gathered.durationMs += calls.durationMs;
    gathered.firstMs = Math.min(gathered.firstMs, calls.firstMs);
    gathered.lastMs = Math.max(gathered.lastMs, calls.lastMs);
  }

  #isFull(key: string): boolean {
    return this.#shapes.size >= this.#maxShapes || this.#bytes + key.length > this.#maxBytes;
  }
}

function lineOf(call: EndedCall): Gathered['line'] {
  const { method, wire, outcome, errorKind } = call;
  const { unallowedLoss } = call;
  const names = call.losses.map(({ name }) => name);
  if (unallowedLoss !== undefined) names.push(unallowedLoss);
  const losses = new Set(names.map((name) => `${method}.${plainName(name, asItIs)}`));
  return {
    method,
    wire,
    parameters: call.shape(),
    outcome,
    losses: [...losses].toSorted(),
    ...(errorKind === undefined ? {} : { refused: errorKind }),
  };
}

/** Of as many kinds as the catalogue has methods, whatever callers send. */
function shortened(line: Gathered['line']): Gathered['line'] {
  const isKnown = line.method === unreadName || findMethod(line.method) !== undefined;
  const method = isKnown ? line.method : otherName;
  return { ...line, method, parameters: beyondBounds, losses: [] };
}

function textOf({ line, requests, count, durationMs, firstMs, lastMs }: Gathered): string {
  return writeRecordLine({
    ...line,
    requests,
    count,
    durationMs: Math.round(durationMs),
    first: new Date(firstMs).toISOString(),
    last: new Date(lastMs).toISOString(),
  });
}

function asItIs(text: string): string {
  return text;
}
