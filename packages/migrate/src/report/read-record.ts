import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { EgoiConfigError } from '@egoi-client/core';
import { readRecordLine, type RecordLine } from '@egoi-client/gateway';
import type { UsedCall } from './used-call.ts';

/** The calls of a record. */
export interface ReadRecord {
  readonly calls: readonly UsedCall[];
  /** Lines that are none of a record, such as the torn last one of a process that was killed. */
  readonly unreadLines: number;
  /** When the first of its calls ended, and the last. */
  readonly from?: string;
  readonly to?: string;
}

/** Shapes beyond which a record is no gateway's. */
const mostShapes = 100_000;
const mostLineLength = 1_000_000;

/**
 * Reads a record of a gateway (`egoi gateway --record`), or several that were put together. Lines of the
 * same shape add up.
 *
 * @param source a path, or what gives the lines of one
 * @throws EgoiConfigError where there is no such file, or it is no record
 */
export async function readRecord(source: string | NodeJS.ReadableStream): Promise<ReadRecord> {
  const path = typeof source === 'string' ? source : 'the standard input';
  const input = typeof source === 'string' ? createReadStream(source, 'utf8') : source;
  const shapes = new Map<
    string,
    { readonly line: RecordLine; count: number; requests: number; durationMs: number }
  >();
  let unreadLines = 0;
  let hasHead = false;
  let from: string | undefined;
  let to: string | undefined;
  try {
    for await (const text of createInterface({ input })) {
      if (text === '') continue;
      const line = text.length > mostLineLength ? undefined : readRecordLine(text);
      if (line === 'head') hasHead = true;
      if (line === 'head') continue;
      if (line === undefined || !hasHead) {
        unreadLines += 1;
        continue;
      }
      const { count, requests, durationMs, first, last, ...shape } = line;
      const key = JSON.stringify(shape);
      const known = shapes.get(key) ?? { line, count: 0, requests: 0, durationMs: 0 };
      if (shapes.size >= mostShapes && !shapes.has(key)) {
        throw new EgoiConfigError(
          `${path} has more than ${mostShapes} shapes of calls: no gateway writes that`,
        );
      }
      shapes.set(key, known);
      known.count += count;
      known.requests += requests;
      known.durationMs += durationMs;
      if (from === undefined || first < from) from = first;
      if (to === undefined || last > to) to = last;
    }
  } catch (error) {
    if (error instanceof EgoiConfigError) throw error;
    throw new EgoiConfigError(
      `the record ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'it is no file'}`,
    );
  }
  if (!hasHead) {
    throw new EgoiConfigError(
      `${path} is no record of a gateway: its first line is not {"egoiRecord":1}. Write one with egoi gateway --record FILE`,
    );
  }
  const calls = [...shapes.values()].map(({ line, count, requests, durationMs }): UsedCall => {
    const { method, wire, parameters, losses, refused } = line;
    return {
      method,
      wire,
      parameters: Object.keys(parameters),
      count,
      seen: { requests, durationMs, losses, ...(refused === undefined ? {} : { refused }) },
    };
  });
  return {
    calls,
    unreadLines,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
