import { rawConnection } from '../../../http/test/support/raw-connection.ts';
import { restCall } from './requests.ts';

/** Sends one REST call with headers of one's own, and gives everything that came back. */
export async function callWith(
  port: number,
  headers: readonly string[],
  target = '/v2/rest.php',
  body = restCall('createList'),
): Promise<string> {
  const { socket, heard } = await rawConnection(port);
  socket.write(
    [
      `POST ${target} HTTP/1.1`,
      'connection: close',
      `content-length: ${Buffer.byteLength(body)}`,
      ...headers,
      '',
      body,
    ].join('\r\n'),
    'latin1',
  );
  return heard;
}

/** As `callWith`, with a GET. */
export async function getWith(
  port: number,
  headers: readonly string[],
  target = `/v2/rest.php?${restCall('createList')}`,
): Promise<string> {
  const { socket, heard } = await rawConnection(port);
  socket.write([`GET ${target} HTTP/1.1`, 'connection: close', ...headers, '', ''].join('\r\n'));
  return heard;
}
