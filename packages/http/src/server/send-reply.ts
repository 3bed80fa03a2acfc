import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { HttpReply } from './contract.ts';

/** How long a refused client may go on sending before it is cut off, in milliseconds. */
const lingerMs = 2000;

/** Sends a reply. */
export function sendReply(response: ServerResponse, reply: HttpReply, lastOne: boolean): void {
  response.writeHead(reply.status, headersOf(reply, lastOne));
  const { body, headers, stream } = reply;
  if (stream !== undefined) {
    // Its reader is to see the head before anything happens that there is to tell.
    response.flushHeaders();
    pipeline(stream, response, ignore);
    return;
  }
  // Text of as many bytes as characters is ASCII, for which Node has a shorter way than UTF-8's.
  const isAscii = typeof body === 'string' && Number(headers['content-length']) === body.length;
  if (isAscii) response.end(body, 'latin1');
  else response.end(body);
}

/**
 * Sends a reply to a request whose body nobody wants, and hangs up. What still comes is thrown away
 * for a while: hanging up at once would reset the connection, and the client would never see why.
 */
export function sendAndHangUp(
  request: IncomingMessage,
  response: ServerResponse,
  reply: HttpReply,
): void {
  response.writeHead(reply.status, headersOf(reply, true));
  response.write(reply.body);
  const hangUp = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(hangUp, lingerMs);
  request.once('end', hangUp).once('close', hangUp).resume();
}

function headersOf({ headers }: HttpReply, lastOne: boolean): Record<string, string> {
  return lastOne ? { ...headers, connection: 'close' } : headers;
}

/** A reader who goes away in the middle is no failure. */
function ignore(): void {}
