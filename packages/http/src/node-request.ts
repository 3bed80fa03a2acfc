import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { RequestProgress } from './request-progress.ts';

/** Largest head of an answer, in bytes: status line and headers. */
export const maxAnswerHeadBytes = 16 * 1024;

/** What a request says, beside where it goes. */
export interface RequestMessage {
  /** Names and values in turn, as they go out. */
  readonly headers: readonly string[];
  /** The body that is held whole. It goes out together with the headers, in one write. */
  readonly text?: string | undefined;
}

/** What takes the place of `node:http` and `node:https`, as axios's option `transport`. */
export interface RequestMaker {
  request(options: https.RequestOptions): ClientRequest;
}

/**
 * Makes a request in the place of `node:http` and `node:https`. The answer goes past axios: all that it
 * would do with one is done here, and within our limits. So do the headers, and a body that is held
 * whole: of what axios would do with them nothing is left to do.
 */
export function requestMaker(message: RequestMessage, progress: RequestProgress): RequestMaker {
  return {
    request({ protocol, hostname, port, path, method, agent }) {
      const { request: make } = protocol === 'https:' ? https : http;
      const request = make({
        protocol,
        hostname,
        port,
        path,
        method,
        agent,
        headers: message.headers,
        maxHeaderSize: maxAnswerHeadBytes,
        // Said outright, so that nobody can say otherwise by way of `Object.prototype`.
        insecureHTTPParser: false,
        createConnection: undefined,
        auth: undefined,
      });
      progress.follow(request);
      if (message.text !== undefined) request.end(message.text);
      return request;
    },
  };
}
