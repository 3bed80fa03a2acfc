import type { CallErrorKind, EndedCall, GatewayWire } from '../ended-call.ts';
import type { CallShape, ShapeType } from './call-shape.ts';

/** The first line of a record, which says what the file is. */
export const recordHeadLine = '{"egoiRecord":1}';

/** What a record says of the calls of one shape. Lines of the same shape add up. */
export interface RecordLine {
  /** A method's name, `(other)` where it was no plain one, or `(unread)`. */
  readonly method: string;
  readonly wire: GatewayWire;
  /** Names and types of the parameters. One that stands for many shapes has `(other)` alone. */
  readonly parameters: CallShape;
  readonly outcome: EndedCall['outcome'];
  /** Method and name of what could not be carried, and of refused calls what nobody had allowed: `addSubscriber.status`. */
  readonly losses: readonly string[];
  /** Why the calls were refused; absent of those that were answered. */
  readonly refused?: CallErrorKind;
  /** How many calls. */
  readonly count: number;
  /** HTTP requests that they took, together. */
  readonly requests: number;
  /** Milliseconds that they took, together. */
  readonly durationMs: number;
  /** When the first of them ended, as ISO 8601 in UTC. */
  readonly first: string;
  /** When the last of them ended. */
  readonly last: string;
}

/** One line of a record, without its end. */
export function writeRecordLine(line: RecordLine): string {
  const { method, wire, parameters, outcome, losses, refused } = line;
  const { requests, count, durationMs, first, last } = line;
  const shape = { method, wire, parameters, outcome, losses, refused };
  return JSON.stringify({ ...shape, requests, count, durationMs, first, last });
}

/**
 * Reads one line of a record. Whoever can write to the file may have written it: names are held to what
 * a recorder writes, and what is no member of a line is dropped.
 *
 * @returns `head` for the line that begins a record; `undefined` for one that is none, such as the torn
 *   last one of a process that was killed
 */
export function readRecordLine(text: string): RecordLine | 'head' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isStruct(value)) return undefined;
  if (value['egoiRecord'] === 1) return 'head';
  const { method, wire, parameters, outcome, losses, refused } = value;
  const { requests, count, durationMs, first, last } = value;
  const isLine =
    isName(method) &&
    isOneOf(wire, wires) &&
    isShape(parameters) &&
    isOneOf(outcome, outcomes) &&
    isListOfNames(losses) &&
    (refused === undefined || isErrorKind(refused)) &&
    isAmount(requests) &&
    isAmount(count) &&
    isAmount(durationMs) &&
    isTime(first) &&
    isTime(last);
  if (!isLine) return undefined;
  const line = { method, wire, parameters, outcome, losses };
  const sums = { requests, count, durationMs, first, last };
  return { ...line, ...(refused === undefined ? {} : { refused }), ...sums };
}

const wires = ['soap', 'soap-universal', 'xmlrpc', 'rest'] as const;
const outcomes = ['answered', 'refused'] as const;
const types: readonly ShapeType[] = [
  'string',
  'number',
  'boolean',
  'null',
  'list',
  'struct',
  'empty',
  'mixed',
];

/** Also a path: `subscribers[].extra_*`. */
const plainPath = /^(?:\((?:other|unread)\)|[A-Za-z_][A-Za-z0-9_.*[\]-]{0,254})$/;

function isStruct(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && plainPath.test(value);
}

function isOneOf<Word extends string>(value: unknown, words: readonly Word[]): value is Word {
  return (words as readonly unknown[]).includes(value);
}

function isShape(value: unknown): value is CallShape {
  if (!isStruct(value)) return false;
  return Object.entries(value).every(([name, type]) => isName(name) && isOneOf(type, types));
}

function isListOfNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isName);
}

/** Of a later version, it may be one that this one does not know. */
function isErrorKind(value: unknown): value is CallErrorKind {
  return typeof value === 'string' && /^[a-z][a-z-]{0,31}$/.test(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
}
