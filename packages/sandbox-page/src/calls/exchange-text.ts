import { type Exchange, type KeptBody, nameOf } from './exchange.ts';
import { readableBody } from './readable-body.ts';
import { redactorOf, shownHeaders } from './redaction.ts';

/** Most characters of a body in the text. */
const mostOfBody = 16 * 1024;

/**
 * A request with its answer, for people: a line about it, those of the request behind `>`, those of the
 * answer behind `<`. Keys and passwords read `[redacted]`.
 */
export function exchangeText(exchange: Exchange): string {
  const { id, head, request, answer, durationMs = 0 } = exchange;
  const redact = redactorOf(exchange);
  const end = answer === undefined ? 'connection closed' : `HTTP ${answer.status}`;
  const ms = durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs);
  return [
    redact(`served ${nameOf(exchange)} ${id}: ${end}, ${ms} ms`),
    ...marked('>', redact(`${head.method} ${head.url}`)),
    ...messageLines('>', head.headers, request, redact),
    ...(answer === undefined ? [] : messageLines('<', answer.headers, answer.body, redact)),
  ].join('\n');
}

function messageLines(
  mark: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: KeptBody,
  redact: (text: string) => string,
): string[] {
  const lines = shownHeaders(headers, redact).flatMap(([name, value]) =>
    marked(mark, `${name}: ${value}`),
  );
  if (body.length === 0) return lines;
  const { pretty, note } = readableBody(body, headers['content-type'] ?? '', redact);
  const isCut = pretty.length > mostOfBody;
  const shown = isCut ? pretty.slice(0, mostOfBody) : pretty;
  const about = isCut ? `the first ${mostOfBody} characters of ${body.length} bytes` : note;
  return [
    ...lines,
    mark,
    ...marked(mark, shown.trimEnd()),
    ...(about === '' ? [] : marked(mark, `(${about})`)),
  ];
}

function marked(mark: string, text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => `${mark} ${line}`);
}
