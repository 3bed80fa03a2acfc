import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import type { WayTo } from './connections.ts';

/** Largest head of an answer, in bytes: status line and headers. */
export const maxAnswerHeadBytes = 16 * 1024;

/** What a request says, beside where it goes. */
export interface RequestMessage {
  readonly method: string;
  /** Names and values in turn, as they go out. */
  readonly headers: readonly string[];
  /** A body that is held whole. It goes out together with the headers, in one write. */
  readonly text?: string | undefined;
  /** A body that is written while it is sent. */
  readonly stream?: Readable | undefined;
}

/**
 * Makes a request.
 *
 * @param follow is given the request before anything of it has gone out
 */
export function sendRequest(
  { isSecure, hostname, port, path, agent }: WayTo,
  { method, headers, text, stream }: RequestMessage,
  follow: (request: ClientRequest) => void,
): void {
  const request = (isSecure ? https : http).request({
    protocol: isSecure ? 'https:' : 'http:',
    hostname,
    port,
    path,
    method,
    agent,
    headers,
    maxHeaderSize: maxAnswerHeadBytes,
    // Said outright, so that nobody can say otherwise by way of `Object.prototype`.
    insecureHTTPParser: false,
    createConnection: undefined,
    auth: undefined,
  });
  follow(request);
  if (stream === undefined) request.end(text);
  else pour(stream, request);
}

/** A body that fails takes its request along, and the other way round. */
function pour(body: Readable, request: ClientRequest): void {
  body.once('error', (error) => request.destroy(error));
  request.once('close', () => body.destroy());
  body.pipe(request);
}
