import {
  type Delivery,
  EgoiAbortError,
  EgoiConfigError,
  EgoiConnectionError,
  type EgoiErrorKind,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiPartialError,
  EgoiProtocolError,
  EgoiQuotaError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
} from '@egoi-client/core';
import type { ScriptStep } from '@egoi-client/core/testing';
import type { EffectOrUnknown } from './requests.ts';

/** What `retry` does, then what `fallback` does. */
type Outcome = 'again, next' | 'again, ends' | 'ends, next' | 'ends, ends';

/** One way for a try to fail, and what comes of it for calls of each effect. Written by hand. */
export interface RepetitionRow {
  readonly failure: string;
  readonly kind: EgoiErrorKind;
  readonly delivery: Delivery;
  readonly step: ScriptStep;
  readonly outcomes: Readonly<Record<EffectOrUnknown, Outcome>>;
}

type Outcomes = readonly [read: Outcome, idempotent: Outcome, write: Outcome, unknown: Outcome];

const both = 'again, next';
const neither = 'ends, ends';
const next = 'ends, next';

function row(
  kind: EgoiErrorKind,
  delivery: Delivery,
  failure: string,
  step: ScriptStep,
  [read, idempotent, write, unknown]: Outcomes,
): RepetitionRow {
  return { failure, kind, delivery, step, outcomes: { read, idempotent, write, unknown } };
}

const at = { transport: 'scripted' };

/** Every way for one try to fail. */
export const repetitionTable: readonly RepetitionRow[] = [
  row('api', 'answered', 'the API says `INTERNAL_ERROR`', { value: { ERROR: 'INTERNAL_ERROR' } }, [
    'again, ends',
    'again, ends',
    neither,
    neither,
  ]),
  row(
    'api',
    'answered',
    'the API says no with any other code',
    { value: { ERROR: 'LIST_NOT_FOUND' } },
    [neither, neither, neither, neither],
  ),
  row(
    'input',
    'not_sent',
    'the transport refuses the parameters',
    { error: new EgoiInputError([{ path: 'method', problem: 'must be in ASCII' }], at) },
    [neither, neither, neither, neither],
  ),
  row(
    'config',
    'not_sent',
    'the transport finds that it was set up wrongly',
    { error: new EgoiConfigError('wrong option', at) },
    [neither, neither, neither, neither],
  ),
  row(
    'connection',
    'not_sent',
    'no connection: refused, name not found',
    { error: new EgoiConnectionError('refused', { ...at, delivery: 'not_sent' }) },
    [both, both, both, both],
  ),
  row(
    'connection',
    'not_sent',
    'no connection: a certificate that is not trusted',
    {
      error: new EgoiConnectionError('not trusted', {
        ...at,
        delivery: 'not_sent',
        retryable: false,
      }),
    },
    [next, next, next, next],
  ),
  row(
    'connection',
    'unknown',
    'the connection broke before an answer came',
    { error: new EgoiConnectionError('reset', { ...at, delivery: 'unknown' }) },
    [both, both, neither, neither],
  ),
  row(
    'timeout',
    'not_sent',
    'no connection, or no WSDL, in time',
    { error: new EgoiTimeoutError('late', { ...at, timeoutMs: 1000, delivery: 'not_sent' }) },
    [both, both, both, both],
  ),
  row(
    'timeout',
    'unknown',
    'no answer in time',
    { error: new EgoiTimeoutError('late', { ...at, timeoutMs: 1000 }) },
    [both, both, neither, neither],
  ),
  row(
    'http',
    'answered',
    'HTTP 408, 425, 429, 500, 502, 503, 504',
    { error: new EgoiHttpError('not the API', { ...at, status: 503 }) },
    [both, both, neither, neither],
  ),
  row(
    'http',
    'answered',
    'HTTP 301, 308, 404, 410: the address is gone',
    { error: new EgoiHttpError('not the API', { ...at, status: 404 }) },
    [next, next, next, next],
  ),
  row(
    'http',
    'answered',
    'any other status, or a page in place of the answer',
    { error: new EgoiHttpError('not the API', { ...at, status: 200 }) },
    [next, next, neither, neither],
  ),
  row(
    'http',
    'not_sent',
    'one of those seven statuses for the WSDL',
    { error: new EgoiHttpError('no WSDL', { ...at, status: 503, delivery: 'not_sent' }) },
    [both, both, both, both],
  ),
  row(
    'http',
    'not_sent',
    'any other status for the WSDL',
    { error: new EgoiHttpError('no WSDL', { ...at, status: 404, delivery: 'not_sent' }) },
    [next, next, next, next],
  ),
  row(
    'fault',
    'answered',
    'a SOAP or XML-RPC fault, or `failed` over REST',
    { error: new EgoiFaultError({ faultCode: 'Server', faultString: 'no' }, at) },
    [neither, neither, neither, neither],
  ),
  row(
    'protocol',
    'answered',
    'the answer was cut short',
    { error: new EgoiProtocolError('cut short', { ...at, retryable: true }) },
    [both, both, neither, neither],
  ),
  row(
    'protocol',
    'answered',
    'the answer cannot be read',
    { error: new EgoiProtocolError('unreadable', at) },
    [next, next, neither, neither],
  ),
  row(
    'protocol',
    'not_sent',
    'the WSDL was cut short',
    {
      error: new EgoiProtocolError('cut short', { ...at, delivery: 'not_sent', retryable: true }),
    },
    [both, both, both, both],
  ),
  row(
    'protocol',
    'not_sent',
    'the WSDL cannot be read',
    { error: new EgoiProtocolError('unreadable', { ...at, delivery: 'not_sent' }) },
    [next, next, next, next],
  ),
  row(
    'protocol',
    'unknown',
    'the transport failed in a way that it must not',
    { error: new EgoiProtocolError('failed', { ...at, delivery: 'unknown' }) },
    [neither, neither, neither, neither],
  ),
  row(
    'quota',
    'not_sent',
    'the budget of calls is spent',
    { error: new EgoiQuotaError('spent', { ...at, retryAfterMs: 1000 }) },
    [both, both, both, both],
  ),
  row(
    'unsupported',
    'not_sent',
    'the transport cannot do this method',
    { error: new EgoiUnsupportedError('no operation', at) },
    [next, next, next, next],
  ),
  row(
    'partial',
    'answered',
    'part of it was done and the rest was not',
    { error: new EgoiPartialError({ done: ['a'], missing: ['b'], answer: null }, at) },
    [neither, neither, neither, neither],
  ),
  row(
    'aborted',
    'not_sent',
    'ended by the caller before it was sent',
    { error: new EgoiAbortError('ended', { ...at, delivery: 'not_sent' }) },
    [neither, neither, neither, neither],
  ),
  row(
    'aborted',
    'unknown',
    'ended by the caller after it was sent',
    { error: new EgoiAbortError('ended', at) },
    [neither, neither, neither, neither],
  ),
];

/** Combinations with which no single try ends. */
export const impossible: readonly (readonly [EgoiErrorKind, Delivery, why: string])[] = [
  ['api', 'not_sent', 'what the API says is an answer'],
  ['api', 'unknown', 'what the API says is an answer'],
  ['input', 'answered', 'refused before sending'],
  ['input', 'unknown', 'refused before sending'],
  ['config', 'answered', 'refused before sending'],
  ['config', 'unknown', 'refused before sending'],
  ['connection', 'answered', 'an answer that breaks off is a protocol error'],
  ['timeout', 'answered', 'a part of an answer says nothing yet'],
  ['http', 'unknown', 'a status is an answer'],
  ['fault', 'not_sent', 'a fault is an answer'],
  ['fault', 'unknown', 'a fault is an answer'],
  ['quota', 'answered', 'refused before sending'],
  ['quota', 'unknown', 'refused before sending'],
  ['unsupported', 'answered', 'refused before sending'],
  ['unsupported', 'unknown', 'refused before sending'],
  ['partial', 'not_sent', 'something was done'],
  ['partial', 'unknown', 'something was done'],
  ['aborted', 'answered', 'a call that has its answer has ended'],
];

const head = ['what happened', '`kind`', '`delivery`'];
const effects = ['read', 'idempotent', 'write', 'unknown'] as const;
const effectHeads = ['read', 'idempotent', 'write', 'not in the catalogue'];

/** The table as Markdown, as it stands in the guide. */
export function repetitionMarkdown(): string {
  const lines = [
    [...head, ...effectHeads],
    ...repetitionTable.map(({ failure, kind, delivery, outcomes }) => [
      failure,
      `\`${kind}\``,
      `\`${delivery}\``,
      ...effects.map((effect) => outcomes[effect]),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const [first = '', ...rest] = lines.map(
    (line) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest].join('\n');
}
