import type { Socket } from 'node:net';

const statusLines: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);

/** Answers what is not HTTP, or came too slowly, without a word on what was wrong with it; hangs up. */
export function refuseBrokenRequest(error: Error, socket: Socket): void {
  const code = 'code' in error ? String(error.code) : '';
  const statusLine = statusLines.get(code) ?? '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${statusLine}\r\nconnection: close\r\ncontent-length: 0\r\nx-content-type-options: nosniff\r\n\r\n`,
  );
  socket.destroySoon();
}
