import type { CallEvent } from '@egoi-client/sandbox-page';

const wires: ReadonlySet<unknown> = new Set([
  'soap',
  'soap-universal',
  'xmlrpc',
  'rest',
  'v3',
  'http',
] satisfies CallEvent['wire'][]);
const outcomes: ReadonlySet<unknown> = new Set([
  'done',
  'refused',
  'failed',
  'unknown',
] satisfies CallEvent['outcome'][]);

/** Reads a call as a server tells of it. @returns `undefined` for what is none */
export function readCallEvent(data: string): CallEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<keyof CallEvent, unknown>>;
  const { time, wire, method, outcome, durationMs, requests, losses } = given;
  const isCall =
    typeof time === 'string' &&
    !Number.isNaN(Date.parse(time)) &&
    wires.has(wire) &&
    typeof method === 'string' &&
    outcomes.has(outcome) &&
    typeof durationMs === 'number' &&
    Number.isFinite(durationMs) &&
    isTextOrNone(given.code) &&
    isTextOrNone(given.account) &&
    isTextOrNone(given.unallowedLoss) &&
    (requests === undefined || typeof requests === 'number') &&
    (losses === undefined || (Array.isArray(losses) && losses.every(isTextOrNone)));
  return isCall ? (value as CallEvent) : undefined;
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
