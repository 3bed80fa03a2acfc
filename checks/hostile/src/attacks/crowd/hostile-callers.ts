import { connect, type Socket } from 'node:net';
import { member, post, xmlCall } from '../gateway-requests.ts';

const megabyte = 1_000_000;

/** What a hostile caller does without a pause, over several connections from an address of its own. */
export interface HostileCaller {
  readonly name: string;
  readonly address: string;
  readonly connections: number;
  /** What goes over each connection, again and again. */
  pieces(): readonly (string | Uint8Array)[];
}

/** Text of about so many bytes, made of parts that may differ by their number. */
function repeated(bytes: number, part: (index: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, index = 0; size < bytes; index += 1) {
    const text = part(index);
    parts.push(text);
    size += text.length;
  }
  return parts.join('');
}

const longTags = () => {
  const padding = 'x'.repeat(4000);
  return post(
    'soap-universal',
    xmlCall('soap-universal', {
      members: member(
        'soap-universal',
        'a',
        repeated(20 * megabyte, (index) => `<a${index} b="${padding}"/>`),
      ),
    }),
  );
};

const distinctNames = () =>
  post(
    'soap',
    xmlCall('soap', {
      members: repeated(8 * megabyte, (index) => member('soap', `name${index}`, 'v')),
    }),
  );

const contact = (index: number) =>
  `<value><struct>${member('xmlrpc', 'email', `contact${index}@example.com`)}${member('xmlrpc', 'first_name', 'Ana')}</struct></value>`;

/** To a list that is not there: what the account itself does about an import is not the gateway's. */
const largeImport = () => {
  const contacts = `<array><data>${repeated(46 * megabyte, contact)}</data></array>`;
  return post(
    'xmlrpc',
    xmlCall('xmlrpc', {
      method: 'addSubscriberBulk',
      members: `${member('xmlrpc', 'listID', '999999')}${member('xmlrpc', 'subscribers', contacts)}`,
    }),
  );
};

const stalledBody = () => {
  const bytes = 64 * 1024 * 1024;
  return [
    `POST /v2/xmlrpc.php HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: ${bytes}\r\n\r\n`,
    Buffer.alloc(bytes - 10, ' '),
  ];
};

/** The callers of the run. More connections than the gateway has, of those who say nothing. */
export const hostileCallers: readonly HostileCaller[] = [
  { name: 'long tags', address: '127.0.0.2', connections: 2, pieces: longTags },
  { name: 'distinct names', address: '127.0.0.3', connections: 2, pieces: distinctNames },
  { name: 'a call of 46 MB', address: '127.0.0.4', connections: 2, pieces: largeImport },
  { name: 'stalled bodies', address: '127.0.0.5', connections: 4, pieces: stalledBody },
  { name: 'silent connections', address: '127.0.0.6', connections: 300, pieces: () => [] },
];

/** How long a caller waits before it comes again, in milliseconds: it is to use up the gateway, not the machine. */
const comeAgainMs = 20;

/** Lets a caller do what it does until it is stopped. */
export function startHostileCaller(caller: HostileCaller, port: number): () => void {
  const pieces = caller.pieces();
  const sockets = new Set<Socket>();
  let stopped = false;
  const dial = () => {
    if (stopped) return;
    const socket = connect({ port, host: '127.0.0.1', localAddress: caller.address });
    sockets.add(socket);
    // A refusal resets what is still being sent.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      setTimeout(dial, comeAgainMs);
    });
    socket.on('connect', () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.resume();
  };
  for (let opened = 0; opened < caller.connections; opened += 1) dial();
  return () => {
    stopped = true;
    for (const socket of sockets) socket.destroy();
  };
}
