import { answers, type GatewayAttack, hangsUp } from './gateway-attack.ts';
import { form, post, refusals, routes } from './gateway-requests.ts';

const body = form('');
const close = 'Connection: close\r\n';
const type = 'Content-Type: application/x-www-form-urlencoded\r\n';
const head = `POST ${routes.rest} HTTP/1.1\r\nHost: localhost\r\n${type}`;
const good = `${head}${close}Content-Length: ${body.length}\r\n\r\n${body}`;
const keptOpen = `${head}Content-Length: ${body.length}\r\n\r\n${body}`;

const attack = (
  name: string,
  text: string,
  holds: GatewayAttack['holds'],
  more: { readonly hurried?: boolean; readonly secure?: boolean; readonly end?: boolean } = {},
): GatewayAttack => {
  const { hurried = false, ...rest } = more;
  return { name: `http: ${name}`, sending: { pieces: [text], ...rest }, holds, hurried };
};

const get = (target: string, headers = 'Host: localhost\r\n') =>
  `GET ${target} HTTP/1.1\r\n${headers}${close}\r\n`;

const slow: readonly GatewayAttack[] = [
  attack('nothing is said', '', hangsUp, { hurried: true }),
  attack('a head that never ends', `${head}X: `, answers([408]), { hurried: true }),
  attack('a body that never ends', `${head}Content-Length: 100\r\n\r\ntype=`, answers([408]), {
    hurried: true,
  }),
  attack(
    'chunks that never end',
    `${head}Transfer-Encoding: chunked\r\n\r\n5\r\ntype=\r\n`,
    answers([408]),
    { hurried: true },
  ),
  {
    name: 'http: a TLS handshake that never ends',
    sending: { pieces: [Uint8Array.of(0x16, 3, 1, 2, 0, 1, 0, 1)] },
    holds: hangsUp,
    hurried: true,
  },
  attack('nothing is said over TLS', '', hangsUp, { hurried: true, secure: true }),
  attack('a head that never ends over TLS', `${head}X: `, answers([408]), {
    hurried: true,
    secure: true,
  }),
];

const sizes: readonly GatewayAttack[] = [
  attack('a head of 1 MB', `${head}X: ${'y'.repeat(1_000_000)}\r\n\r\n`, hangsUp),
  attack('100,000 headers', `${head}${'X: y\r\n'.repeat(100_000)}\r\n`, hangsUp),
  attack('an address of 1 MB', get(`/${'a'.repeat(1_000_000)}`), hangsUp),
  ...(['soap', 'soap-universal', 'xmlrpc', 'rest'] as const).flatMap((route) => [
    attack(
      `${route}: more than the cap, and it says so`,
      `POST ${routes[route]} HTTP/1.1\r\nHost: localhost\r\n${close}Content-Length: 99999999999\r\n\r\n${'x'.repeat(100_000)}`,
      answers([413], refusals[route]),
    ),
    attack(
      `${route}: more than the cap in chunks`,
      `POST ${routes[route]} HTTP/1.1\r\nHost: localhost\r\n${close}Transfer-Encoding: chunked\r\n\r\n${`100000\r\n${'x'.repeat(0x100000)}\r\n`.repeat(17)}0\r\n\r\n`,
      answers([413], refusals[route]),
    ),
  ]),
  attack(
    'a chunk of more bytes than there are numbers',
    `${head}Transfer-Encoding: chunked\r\n\r\n${'f'.repeat(40)}\r\nx`,
    hangsUp,
  ),
  attack(
    'a chunk with an extension of 1 MB',
    `${head}${close}Transfer-Encoding: chunked\r\n\r\n1;${'a'.repeat(1_000_000)}\r\nx\r\n0\r\n\r\n`,
    hangsUp,
  ),
];

const smuggling: readonly GatewayAttack[] = [
  attack(
    'a length beside chunks',
    `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${get('/injected')}`,
    hangsUp,
  ),
  attack(
    'chunks beside a length',
    `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${get('/injected')}`,
    hangsUp,
  ),
  attack('two lengths', `${head}Content-Length: 0\r\nContent-Length: 5\r\n\r\nabcde`, hangsUp),
  attack('a list of lengths', `${head}Content-Length: 5, 5\r\n\r\nabcde`, hangsUp),
  attack('a length below zero', `${head}Content-Length: -1\r\n\r\n`, hangsUp),
  attack('a length with a sign', `${head}Content-Length: +5\r\n\r\nabcde`, hangsUp),
  attack('a length of letters', `${head}Content-Length: 0x5\r\n\r\nabcde`, hangsUp),
  attack(
    'a length beyond all numbers',
    `${head}Content-Length: ${'9'.repeat(40)}\r\n\r\n`,
    hangsUp,
  ),
  attack(
    'chunks that are not the last coding',
    `${head}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n`,
    hangsUp,
  ),
  attack(
    'chunks of what is compressed',
    `${head}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    answers([501], refusals.rest),
  ),
  attack('two types', `${head}Content-Type: text/xml\r\nContent-Length: 0\r\n\r\n`, answers([400])),
  attack(
    'chunks by another spelling',
    `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    hangsUp,
  ),
  attack(
    'chunks with a blank before the colon',
    `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    hangsUp,
  ),
  attack(
    'a header that is folded',
    `${head}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`,
    hangsUp,
  ),
  attack(
    'line feeds alone',
    `POST ${routes.rest} HTTP/1.1\nHost: a\nContent-Length: 0\n\n`,
    hangsUp,
  ),
  attack(
    'a carriage return in a header',
    `${head}X: a\rTransfer-Encoding: chunked\r\n\r\n`,
    hangsUp,
  ),
  attack('a NUL in a header', `${head}X: a\0b\r\n\r\n`, hangsUp),
  attack(
    'less than the length that it says',
    `${head}${close}Content-Length: 100\r\n\r\nabc`,
    hangsUp,
    { end: true },
  ),
  attack(
    'more than the length that it says',
    `${head}Content-Length: ${body.length}\r\n\r\n${body}GARBAGE\r\n\r\n`,
    ({ closed, text }) =>
      closed && (text.match(/HTTP\/1\.1 200/g) ?? []).length <= 1
        ? undefined
        : `answered ${text.slice(0, 200)}`,
  ),
];

const pipelined: readonly GatewayAttack[] = [
  attack('two calls in one go', keptOpen + good, ({ text }) =>
    (text.match(/HTTP\/1\.1 200/g) ?? []).length === 2
      ? undefined
      : `answered ${text.slice(0, 300)}`,
  ),
  attack('a thousand calls in one go', keptOpen.repeat(1000), ({ closed, text }) =>
    closed && (text.match(/HTTP\/1\.1 200/g) ?? []).length <= 16
      ? undefined
      : 'many calls were let run',
  ),
];

const targets: readonly GatewayAttack[] = [
  ...[
    '//v2/rest.php',
    '/v2//rest.php',
    '/v2/%2e%2e/v2/rest.php',
    '/v2/../v2/rest.php',
    '/v2/rest.php/',
    '/v2/rest%2ephp',
    '/v2/rest.php%00',
    '/v2/rest.php;x',
    '/V2/REST.PHP',
    '/v2\\rest.php',
    '/',
    '/etc/passwd',
    '/../../etc/passwd',
    '/v2/__proto__',
    '/__proto__',
    '/constructor',
  ].map((target) => attack(`the path ${target}`, get(target), answers([404, 400]))),
  attack(
    'an absolute address of another host',
    get(`http://other.test${routes.rest}?type=json`),
    answers([403], refusals.rest),
  ),
  attack('an absolute address of a file', get('file:///etc/passwd'), answers([404, 400])),
  attack('an address without a slash', get('*'), answers([404, 400])),
  attack(
    'a tunnel to another host',
    'CONNECT other.test:443 HTTP/1.1\r\nHost: other.test:443\r\n\r\n',
    hangsUp,
  ),
  attack(
    'a switch of protocols',
    `GET ${routes.rest} HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    answers([400, 404]),
  ),
  ...['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'].map((name) =>
    attack(
      `the method ${name}`,
      `${name} ${routes.soap} HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`,
      answers([405]),
    ),
  ),
  attack(
    'a method that is none',
    `BREW ${routes.soap} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    hangsUp,
  ),
  attack('HEAD', `HEAD ${routes.rest} HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`, answers([405])),
];

/** What a WSDL must never have in it. */
const injectedAddress: GatewayAttack['holds'] = ({ text }) =>
  text.startsWith('HTTP/1.1 400 ') && !/<script|evil/.test(text)
    ? undefined
    : `answered ${text.slice(0, 200)}`;

const hosts: readonly GatewayAttack[] = [
  ...[
    'evil"/><script>',
    'evil/path',
    'user@evil',
    'evil#',
    'evil?x',
    'evil:99999',
    'evil:x',
    'evil evil',
    'evil,evil',
    "evil'",
    'evil&amp;',
    '%65vil<',
    '[evil]',
    'e\u00efvil',
    'evil.'.repeat(200),
  ].map((host) =>
    attack(
      `a WSDL for the host ${host.slice(0, 20)}`,
      get(`${routes.soap}?wsdl`, `Host: ${host}\r\n`),
      injectedAddress,
    ),
  ),
  attack('no host', `GET ${routes.soap}?wsdl HTTP/1.1\r\n${close}\r\n`, answers([400])),
  attack(
    'two hosts',
    `GET ${routes.soap}?wsdl HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n${close}\r\n`,
    answers([400]),
  ),
  ...['evil.example', 'localhost.evil.example', '0.0.0.0', '192.0.2.1:80', '[2001:db8::1]'].map(
    (host) =>
      attack(
        `a name that is not this machine's, ${host}`,
        `GET ${routes.rest}?type=json HTTP/1.1\r\nHost: ${host}\r\n${close}\r\n`,
        answers([403], /allowedHosts/),
      ),
  ),
  ...['Origin: http://evil.example', 'Origin: null', 'Sec-Fetch-Site: cross-site'].map((header) =>
    attack(
      `a web page, by ${header}`,
      `${head}${header}\r\n${close}Content-Length: ${body.length}\r\n\r\n${body}`,
      answers([403], /allowedOrigins|type the address/),
    ),
  ),
];

const versions: readonly GatewayAttack[] = [
  attack(
    'HTTP/1.0',
    `POST ${routes.rest} HTTP/1.0\r\n${type}Content-Length: ${body.length}\r\n\r\n${body}`,
    answers([200], /"status":"success"/),
  ),
  attack(
    'HTTP/1.0 with chunks',
    `POST ${routes.rest} HTTP/1.0\r\n${type}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ({ closed, text }) =>
      closed && !text.includes(' 200 ') ? undefined : `answered ${text.slice(0, 200)}`,
  ),
  attack('HTTP/0.9', `GET ${routes.rest}\r\n\r\n`, hangsUp),
  attack('HTTP/9.9', `GET ${routes.rest} HTTP/9.9\r\nHost: localhost\r\n\r\n`, hangsUp),
  attack('HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', hangsUp),
  attack('what is not HTTP', 'EHLO gateway\r\n', hangsUp),
  attack('plain HTTP to TLS and back', `\x16\x03\x01${'A'.repeat(200)}`, hangsUp),
  attack(
    'an expectation that is unknown',
    `${head}${close}Expect: 200-ok\r\nContent-Length: 0\r\n\r\n`,
    answers([400, 404, 417]),
  ),
  attack('a connection closed in the middle of a head', head, hangsUp, { end: true }),
  {
    name: 'http: a call over TLS',
    sending: { pieces: post('rest', body), secure: true },
    holds: answers([200], /"status":"success"/),
  },
];

/** Attacks below the protocols. */
export const httpAttacks: readonly GatewayAttack[] = [
  ...slow,
  ...sizes,
  ...smuggling,
  ...pipelined,
  ...targets,
  ...hosts,
  ...versions,
];
