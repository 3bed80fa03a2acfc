import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpReply } from './contract.ts';
import type { Refusal } from './refusal.ts';

/** What a server says, without details, of what is not HTTP or came too slowly. @param error of Node's parser */
export function brokenRequestRefusal(error: Error): Refusal {
  const reason = 'not-http';
  switch ('code' in error ? error.code : undefined) {
    case 'HPE_HEADER_OVERFLOW':
      return { reason, status: 431, text: 'the head of the request is too large' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { reason, status: 408, text: 'the request came too slowly' };
    default:
      return { reason, status: 400, text: 'the request is not HTTP' };
  }
}

/** Sends a reply where Node has made no response for it, and hangs up. */
export function replyAndHangUp(socket: Socket, { status, headers, body }: HttpReply): void {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`);
  socket.end(body);
  socket.destroySoon();
}
