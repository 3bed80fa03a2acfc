import { sandboxApiKey } from '@egoi-client/sandbox';
import { answers, type GatewayAttack } from './gateway-attack.ts';
import { post, refusals, xmlCall } from './gateway-requests.ts';

const struct = (methodName: string, params: string) =>
  `<value><struct><member><name>methodName</name><value>${methodName}</value></member><member><name>params</name><value><array><data>${params}</data></array></value></member></struct></value>`;

const options = (more = '') =>
  `<value><struct><member><name>apikey</name><value>${sandboxApiKey}</value></member>${more}</struct></value>`;

const system = (method: string, params: string) =>
  `<methodCall><methodName>system.${method}</methodName><params>${params}</params></methodCall>`;

const multicall = (calls: string) =>
  system('multicall', `<param><value><array><data>${calls}</data></array></value></param>`);

const good = struct('getCredits', options());
const named = (name: string) => `<param><value>${name}</value></param>`;

const served = /CREDITS/;
const faultInside = /<name>faultCode<\/name>/;

const tricks: readonly (readonly [name: string, body: string, holds: GatewayAttack['holds']])[] = [
  ['30,000 calls', multicall(good.repeat(30_000)), answers([200], refusals.xmlrpc)],
  ['150 calls', multicall(good.repeat(150)), answers([200], served)],
  [
    'a call of 10 MB',
    multicall(
      struct(
        'getCredits',
        options(`<member><name>a</name><value>${'v'.repeat(10_000_000)}</value></member>`),
      ),
    ),
    answers([200], served),
  ],
  [
    'itself',
    multicall(struct('system.multicall', `<value><array><data>${good}</data></array></value>`)),
    answers([200], /Recursive/),
  ],
  ['itself, 60 levels deep', multicall(nested(60)), answers([200], refusals.xmlrpc)],
  [
    '100,000 items that are no calls',
    multicall('<value>a</value>'.repeat(100_000)),
    answers([200], refusals.xmlrpc),
  ],
  [
    'calls named like parts of the language',
    multicall(
      ['__proto__', 'constructor', 'toString'].map((name) => struct(name, options())).join(''),
    ),
    answers([200], faultInside),
  ],
  [
    'a struct with __proto__ in place of names',
    multicall(
      '<value><struct><member><name>__proto__</name><value><struct><member><name>methodName</name><value>getCredits</value></member></struct></value></member></struct></value>',
    ),
    answers([200], /Missing methodName/),
  ],
  [
    'a method of 10 MB',
    multicall(struct('x'.repeat(10_000_000), options())),
    answers([200], faultInside),
  ],
  [
    'help for a method of 10 MB',
    system('methodHelp', named('x'.repeat(10_000_000))),
    answers([200], refusals.xmlrpc),
  ],
  ...['__proto__', 'constructor', 'toString'].map(
    (name) =>
      [
        `the signature of ${name}`,
        system('methodSignature', named(name)),
        answers([200], refusals.xmlrpc),
      ] as const,
  ),
  [
    '100,000 parameters',
    system('listMethods', named('a').repeat(100_000)),
    answers([200], refusals.xmlrpc),
  ],
];

function nested(levels: number): string {
  let calls = good;
  for (let level = 0; level < levels; level += 1) {
    calls = struct('system.multicall', `<value><array><data>${calls}</data></array></value>`);
  }
  return calls;
}

const envelope12 = 'http://www.w3.org/2003/05/soap-envelope';

/** A call of SOAP 1.2. */
function call12(members: string): string {
  return xmlCall('soap', { members })
    .replace('http://schemas.xmlsoap.org/soap/envelope/', envelope12)
    .replace(
      'http://schemas.xmlsoap.org/soap/encoding/',
      'http://www.w3.org/2003/05/soap-encoding',
    );
}

const item = (attributes: string, content = '') =>
  `<item><key>a</key><value ${attributes}>${content}</value></item>`;

const unfolding = Array.from(
  { length: 9 },
  (_, level) =>
    `<item><key>k${level}</key><value c:id="r${level}">${`<a c:ref="r${level + 1}"/>`.repeat(10)}</value></item>`,
).join('');

const fault12 = /<env:Fault>/;

const tricks12: readonly (readonly [
  name: string,
  members: string,
  holds: GatewayAttack['holds'],
])[] = [
  [
    'a list of a thousand million',
    item('c:itemType="c:int" c:arraySize="999999999"'),
    answers([200], served),
  ],
  ['a size of 10 MB', item(`c:arraySize="${'9'.repeat(10_000_000)}"`), answers([200], served)],
  [
    'a size of many dimensions',
    item(`c:arraySize="${'9 '.repeat(100_000)}"`),
    answers([500], refusals.soap),
  ],
  ['an item type without a namespace', item('c:itemType="nowhere:int"'), answers([200, 500])],
  [
    'references that unfold ten times each',
    `${unfolding}<item><key>k9</key><value c:id="r9">a</value></item>`,
    answers([500], refusals.soap),
  ],
  ['a reference to itself', item('c:id="r"', '<a c:ref="r"/>'), answers([500], refusals.soap)],
  ['two elements of one id', item('c:id="r"').repeat(2), answers([500], refusals.soap)],
  ['a reference to nothing', item('c:ref="none"'), answers([500], refusals.soap)],
];

/** Attacks by several calls in one, and by calls of SOAP 1.2. */
export function batchAttacks(): readonly GatewayAttack[] {
  return [
    ...tricks.map(
      ([name, body, holds]): GatewayAttack => ({
        name: `xmlrpc, system: ${name}`,
        sending: { pieces: post('xmlrpc', body) },
        holds,
      }),
    ),
    ...tricks12.map(
      ([name, members, holds]): GatewayAttack => ({
        name: `soap 1.2: ${name}`,
        sending: { pieces: post('soap', call12(members)) },
        holds,
      }),
    ),
    {
      name: 'soap 1.2: what is no envelope',
      sending: { pieces: post('soap', '<x/>', { contentType: 'application/soap+xml' }) },
      holds: answers([500], fault12),
    },
  ];
}
