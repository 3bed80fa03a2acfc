import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import type { AxiosResponse } from 'axios';
import type { ArrivingAnswer } from '../read-answer.ts';

/** An answer as an axios instance gives it out. */
export interface AxiosAnswer extends ArrivingAnswer {
  /** What Node sent, where it was Node. */
  readonly request: Pick<ClientRequest, 'writableFinished' | 'destroy'> | undefined;
}

/** Reads the shapes in which adapters, mocks and interceptors hand an answer over. */
export function answerIn(response: AxiosResponse<unknown>): AxiosAnswer {
  const { data } = response;
  const headers = plainHeaders(response.headers);
  const request = sentBy(response.request);
  const { status } = response;
  if (data instanceof ReadableStream) {
    // What fetch gives out is decompressed, whatever the headers still say.
    const { 'content-encoding': _, ...rest } = headers;
    const stop = () => void data.cancel().catch(() => {});
    return { status, headers: rest, body: bytesOf(data), stop, request };
  }
  if (isByteStream(data)) {
    // Axios makes its stream fail at the end of a try, also where nobody reads it yet.
    data.on?.('error', () => {});
    const stop = () => void data.destroy?.();
    return { status, headers, body: bytesOf(data), stop, request };
  }
  const decoded = textOrBytes(data);
  const body = one(decoded);
  const stop = () => {};
  if (typeof decoded !== 'string') return { status, headers, body, stop, request };
  return { status, headers: asUtf8(headers), body, stop, request };
}

/** A mock may answer with the value itself that stands for its JSON. */
function textOrBytes(data: unknown): string | Buffer {
  if (data === undefined || data === null) return '';
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return JSON.stringify(data);
}

/** Text is decoded and decompressed, whatever the headers say of the bytes that it was. */
function asUtf8({ 'content-encoding': _, 'content-length': __, ...headers }: IncomingHttpHeaders) {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return { ...headers, 'content-type': `${type}; charset=utf-8` };
}

type ByteStream = AsyncIterable<unknown> & {
  destroy?(): void;
  on?(event: 'error', listener: () => void): void;
};

function isByteStream(data: unknown): data is ByteStream {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    yield chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.from(String(chunk));
  }
}

async function* one(whole: string | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(whole as Buffer);
}

/** By names in lower case; of a repeated header the first. */
function plainHeaders(headers: AxiosResponse['headers'] | undefined): IncomingHttpHeaders {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (first !== undefined && first !== null) plain[name.toLowerCase()] = String(first);
  }
  return plain;
}

function sentBy(request: unknown): AxiosAnswer['request'] {
  if (typeof request !== 'object' || request === null) return undefined;
  const isSent = 'writableFinished' in request && typeof request.writableFinished === 'boolean';
  return isSent ? (request as ClientRequest) : undefined;
}
