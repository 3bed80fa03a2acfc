import { STATUS_CODES } from 'node:http';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { problemTitles } from '@egoi-client/v3-api';
import type { RawAnswer, RawSending } from './raw-exchange.ts';

/** What stands in hostile bodies as a value: no answer may repeat it. */
export const hidden = 'HIDDEN-IN-A-BODY';

/** A request by API v3, as it goes over a connection of its own. */
export interface V3Sending {
  /** @default POST */
  readonly method?: string;
  /** Path and query below the address of the API. */
  readonly path: string;
  /** @default none */
  readonly body?: string | Uint8Array;
  /** Lines of the head in place of the key's and the type's. */
  readonly headers?: readonly string[];
}

const usualHeaders = [`Apikey: ${sandboxApiKey}`, 'Content-Type: application/json'];

/** The bytes of a request that asks for the connection to be closed after it. */
export function v3Sending({
  method = 'POST',
  path,
  body = '',
  headers = usualHeaders,
}: V3Sending): RawSending {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const head = [
    `${method} /v3${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    `Content-Length: ${bytes.byteLength}`,
    ...headers,
  ];
  return { pieces: [`${head.join('\r\n')}\r\n\r\n`, bytes] };
}

/** Longest answer to a request that is refused, in characters. */
const longestRefusal = 16_384;
const members = ['type', 'title', 'status', 'detail', 'errors', 'validation_messages'];

/** What does not hold of a refusal: it must be a problem document of that status, short, and silent about values. */
export function wrongInRefusal(
  status: number,
  { text, closed }: RawAnswer,
  detail = /./,
): string | undefined {
  if (!closed) return `the connection is still open, with ${shown(text)}`;
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  const body = bodyOf(text);
  if (!head.startsWith(`HTTP/1.1 ${status} `)) return `answered ${shown(text)}`;
  if (!/^content-type: application\/problem\+json\r?$/im.test(head)) return `is of ${shown(head)}`;
  if (status === 405 && !/^allow: [A-Z, ]+\r?$/im.test(head)) return 'does not say what is allowed';
  if (body.length > longestRefusal) return `has ${body.length} characters`;
  if (body.includes(hidden)) return `repeats the body: ${shown(body)}`;
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const titles: Readonly<Record<number, string>> = problemTitles;
  const isRight =
    problem['status'] === status &&
    problem['title'] === (titles[status] ?? STATUS_CODES[status]) &&
    typeof problem['detail'] === 'string' &&
    detail.test(problem['detail']) &&
    Object.keys(problem).every((name) => members.includes(name)) &&
    body.isWellFormed();
  return isRight ? undefined : `says ${shown(body)}`;
}

/** The body of an answer. */
export function bodyOf(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  return Buffer.from(end < 0 ? '' : text.slice(end + 4), 'latin1').toString('utf8');
}

function shown(text: string): string {
  return JSON.stringify(text.length > 400 ? `${text.slice(0, 200)} … ${text.slice(-200)}` : text);
}
