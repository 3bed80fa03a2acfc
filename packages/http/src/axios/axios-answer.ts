import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import type { AxiosResponse } from 'axios';
import type { ArrivingAnswer } from '../read-answer.ts';

/** An answer as an axios instance gives it out. */
export interface AxiosAnswer extends ArrivingAnswer {
  /** What Node sent, where it was Node. */
  readonly request: Pick<ClientRequest, 'writableFinished' | 'destroy'> | undefined;
}

/** Reads the shapes in which adapters, mocks and interceptors hand an answer over. */
export function answerIn({ data, status, ...response }: AxiosResponse<unknown>): AxiosAnswer {
  const headers = plainHeaders(response.headers);
  return { status, ...bodyIn(data, headers), request: sentBy(response.request) };
}

function bodyIn(
  data: unknown,
  headers: IncomingHttpHeaders,
): Pick<AxiosAnswer, 'headers' | 'body' | 'stop'> {
  if (data instanceof ReadableStream) {
    // What fetch gives out is decompressed, whatever the headers still say.
    const stop = () => void data.cancel().catch(() => {});
    return { headers: without(headers, 'content-encoding'), body: bytesOf(data), stop };
  }
  if (isByteStream(data)) {
    // Axios makes its stream fail at the end of a try, also where nobody reads it yet.
    data.on?.('error', () => {});
    return { headers, body: bytesOf(data), stop: () => data.destroy?.() };
  }
  const whole = textOrBytes(data);
  const body = bytesOf([whole]);
  return { headers: typeof whole === 'string' ? asUtf8(headers) : headers, body, stop: nothing };
}

/** What is there whole needs no stop. */
function nothing(): void {}

/** A mock may answer with the value itself that stands for its JSON. */
function textOrBytes(data: unknown): string | Buffer {
  if (data === undefined || data === null) return '';
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return JSON.stringify(data);
}

/** Text is decoded and decompressed, whatever the headers say of the bytes that it was. */
function asUtf8(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  const rest = without(headers, 'content-encoding', 'content-length');
  return { ...rest, 'content-type': `${type}; charset=utf-8` };
}

function without(headers: IncomingHttpHeaders, ...names: string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

type ByteStream = AsyncIterable<unknown> & {
  destroy?(): void;
  on?(event: 'error', listener: () => void): void;
};

function isByteStream(data: unknown): data is ByteStream {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

async function* bytesOf(
  chunks: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.from(String(chunk));
  }
}

/** By names in lower case; of a repeated header the first. */
function plainHeaders(headers: AxiosResponse['headers'] | undefined): IncomingHttpHeaders {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' || typeof first === 'number') {
      plain[name.toLowerCase()] = String(first);
    }
  }
  return plain;
}

function sentBy(request: unknown): AxiosAnswer['request'] {
  if (typeof request !== 'object' || request === null) return undefined;
  const isSent = 'writableFinished' in request && typeof request.writableFinished === 'boolean';
  return isSent ? (request as ClientRequest) : undefined;
}
