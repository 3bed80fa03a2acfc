import { type Operation, operationNames, operations, type Schema } from '@egoi-client/v3-api';
import { wrongOf } from '../v3/sample-values.ts';
import type { V3Attack, V3Refused } from './v3-attacks.ts';
import { hidden, type V3Sending } from './v3-requests.ts';

/** What every served operation must refuse, by its description: keys, ids, queries, and bodies. */
export async function operationAttacks(
  contact: string,
  isServed: (request: V3Sending) => Promise<boolean>,
): Promise<readonly V3Attack[]> {
  const attacks: V3Attack[] = [];
  for (const name of operationNames) {
    const operation = operations[name];
    const target = { method: operation.method, path: pathOf(operation, contact) };
    if (!(await isServed({ ...target, path: `${target.path}?x=%ff` }))) continue;
    const kinds = {
      'keys that are none': operation.needsKey ? badKeys : [],
      'ids that are none': badIds(operation, contact),
      'queries that are none': badQueries(operation),
      'bodies that are none': operation.body === undefined ? [] : badDocuments,
      'bodies with a wrong value': operation.body === undefined ? [] : badValues(operation.body),
    };
    for (const [kind, changes] of Object.entries(kinds)) {
      const requests = changes.map((change) => ({ ...target, ...change }));
      const withPaths = requests.map(({ query = '', ...request }) => ({
        ...request,
        path: request.path + query,
      }));
      if (requests.length > 0) attacks.push({ name: `${name}: ${kind}`, requests: withPaths });
    }
  }
  return attacks;
}

/** What makes a request of an operation one that is refused. */
interface Change extends Omit<V3Refused, 'path'> {
  readonly path?: string;
  readonly query?: string;
}

function pathOf({ path, pathParams }: Operation, contact: string, changed: object = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const known: Readonly<Record<string, string>> = {
      contact_id: contact,
      segment_id: 'tag_1',
      ...(path.includes('/base/') ? { field_id: 'email' } : {}),
      ...changed,
    };
    return known[name] ?? String(pathParams[name]?.type === 'integer' ? 1 : 'x');
  });
}

const badKeys: readonly Change[] = [
  { headers: [], status: 401 },
  { headers: ['Apikey:'], status: 401 },
  { headers: [`Apikey: ${hidden}`], status: 401 },
  { headers: [`Apikey: ${'0'.repeat(4000)}`], status: 401 },
  { headers: [`Authorization: Bearer ${hidden}`], status: 401 },
  { headers: [`Apikey: ${hidden}`, `Apikey: ${hidden}`], status: 401 },
];

const badNumbers = [
  '0',
  '-1',
  '1.5',
  '1e1',
  'x',
  '%D9%A1',
  '9'.repeat(20),
  '1%00',
  '%2e%2e',
  '1%2f2',
];
const badTexts = ['%00', '%ff', '%ED%A0%80', '%2e%2e', '%0d%0aX:1'];
/** Of the right form, so that a body that is missing is told first. */
const unknownTexts = ['__proto__', 'constructor'];

function badIds(operation: Operation, contact: string): Change[] {
  const texts = operation.body === undefined ? [...badTexts, ...unknownTexts] : badTexts;
  return Object.entries(operation.pathParams).flatMap(([name, { type }]) =>
    (type === 'integer' ? badNumbers : texts).map((value) => ({
      path: pathOf(operation, contact, { [name]: value }),
      status: 404,
    })),
  );
}

function badQueries({ queryParams }: Operation): Change[] {
  return Object.entries(queryParams).flatMap(([name, schema]) => [
    { query: `?${name}=%ff`, status: 400 },
    ...badQueryValues(name, schema).map((query) => ({ query: `?${query}`, status: 422 })),
  ]);
}

function badQueryValues(name: string, { type, pattern, least }: Schema): string[] {
  switch (type) {
    case 'integer':
      return ['x', '1.5', '1e3', '9'.repeat(20), '0x1']
        .concat(least === undefined ? [] : String(least - 1))
        .map((value) => `${name}=${value}`);
    case 'flag':
    case 'word':
      return [`${name}=${hidden}`, `${name}=2`];
    case 'map':
      return [`${name}=1`, `${name}[]=1`, `${name}[a.b]=1`];
    default:
      return pattern === undefined ? [`${name}=%00`] : [`${name}=${hidden}%0a`];
  }
}

const value = `"${hidden}"`;

/** None of them is JSON, or none that a program should take. */
const badDocuments: readonly Change[] = [
  ...[
    '{',
    '}',
    `{"a":${value}`,
    `{"a":${value},}`,
    `{"a":${value}}}`,
    `{'a':${value}}`,
    `{"a":NaN}`,
    `{"a":01}`,
    `\ufeff{"a":${value}}`,
    `// ${hidden}\n{}`,
    `a=${hidden}`,
    `<a>${hidden}</a>`,
    `{"a":"\u0001${hidden}"}`,
    `{"__proto__":{"a":${value}}}`,
    `{"a":[{"__proto__":${value}}]}`,
    String.raw`{"\u005f_proto__":${value}}`,
    `{"a":1,"b":${value},"a":2}`,
    String.raw`{"a":1,"\u0061":${value}}`,
    `{"a":${'['.repeat(40)}${value}${']'.repeat(40)}}`,
    `${'{"a":'.repeat(100_000)}${value}`,
    '['.repeat(200_000),
  ].map((body) => ({ body, status: 400 })),
  { body: Buffer.from(`{"a":"\xff${hidden}"}`, 'latin1'), status: 400, detail: /UTF-8/ },
  { body: Buffer.from(`{"a":"\xed\xa0\x80"}`, 'latin1'), status: 400, detail: /UTF-8/ },
  { body: Buffer.from(`{"a":${value}}`, 'utf16le'), status: 400 },
];

function badValues(body: Schema): Change[] {
  const values = [null, true, 0, hidden, [hidden], ...wrongOf(body, hidden)];
  const numbers = [`{"no_such":1e999}`, `{"no_such":${'9'.repeat(400)}}`, '-0', '1e400'];
  return [...values.map((wrong) => JSON.stringify(wrong)), ...numbers].map((text) => ({
    body: text,
    status: 422,
  }));
}
