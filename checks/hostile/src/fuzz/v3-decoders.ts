import type { WireValue } from '@egoi-client/core';
import type { Random } from '@egoi-client/conformance/support/random';
import { createV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import {
  type OperationName,
  operationNames,
  operations,
  type Problem,
  problemTitles,
  readAnswer,
  readRequest,
  writeProblem,
} from '@egoi-client/v3-api';
import { randomOf } from '../v3/random-values.ts';
import { wrongInValue } from './check-value.ts';
import type { Decoder } from './decoder.ts';
import { mutate, randomBytes, randomText } from './mutate.ts';
import { translationDecoder } from './v3-translation-decoder.ts';

/** Longest refusal, in characters: whatever came, it names no more than somebody reads. */
const longestRefusal = 32_768;

/** Both readers of API v3, what methods of API v2 make of its answers, and an account that is served by it. */
export function v3Decoders(): readonly Decoder[] {
  return [requestDecoder(), answerDecoder(), translationDecoder(), servedDecoder()];
}

interface SpoiltRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

function requestDecoder(): Decoder {
  return {
    name: 'v3-request',
    share: 1,
    run(random) {
      const read = readRequest(spoiltRequest(random, noContacts));
      return read.kind === 'call' ? wrongIn(read.input) : wrongInProblem(read.problem);
    },
  };
}

const noContacts = ['34b7624024'];

/** The request of some operation, with values that fit more or less. */
function spoiltRequest(random: Random, ids: readonly string[]): SpoiltRequest {
  const name = random.pick(operationNames);
  const { method, path, pathParams, queryParams, body } = operations[name];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) => {
    const schema = pathParams[param];
    if (schema === undefined) return '';
    const usual = schema.type === 'integer' ? '1' : random.pick(ids);
    const value = random.oneIn(10) ? asText(randomOf(schema, random, ids)) : usual;
    return encodeURIComponent(value.toWellFormed());
  });
  const query = Object.entries(queryParams)
    .filter(() => random.oneIn(4))
    .map(([param, schema]) => {
      const value = asText(randomOf(schema, random, ids)).toWellFormed();
      return `${param}=${encodeURIComponent(value)}`;
    });
  const target = [filled, ...(query.length === 0 ? [] : [query.join('&')])].join('?');
  const document = body === undefined ? '' : JSON.stringify(randomOf(body, random, ids));
  const spoils = (times: number) => random.oneIn(times);
  return {
    method: spoils(20)
      ? random.pick(['GET', 'POST', 'PUT', 'DELETE', '', randomText(random)])
      : method,
    path: spoils(8) ? mutate(target, random, [path]) : target,
    body: spoils(2) ? mutate(document, random, [document]) : document,
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function answerDecoder(): Decoder {
  return {
    name: 'v3-answer',
    share: 1,
    run(random) {
      const name: OperationName = random.pick(operationNames);
      const { value } = operations[name].answer;
      const document = JSON.stringify(
        value === undefined ? null : randomOf(value, random, noContacts),
      );
      const status = random.pick([operations[name].answer.status, 200, 204, 302, 404, 422, 500]);
      const body = random.oneIn(10)
        ? randomText(random)
        : random.oneIn(3)
          ? document
          : mutate(document, random, [document, problemDocument]);
      const read = readAnswer(name, { status, body });
      switch (read.kind) {
        case 'answer':
          return wrongIn(read.value);
        case 'problem':
          return wrongIn(read.problem);
        default:
          return read.reason.length < 300
            ? undefined
            : `a reason of ${read.reason.length} characters`;
      }
    },
  };
}

const problemDocument = JSON.stringify({
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  detail: 'x',
  errors: { unique_field_in_use: 'x', contacts: ['34b7624024'] },
  validation_messages: { base: ['x'] },
});

/** What a reader made must be plain data, whatever came; a member of no value is none. */
function wrongIn(value: unknown): string | undefined {
  return value === undefined ? undefined : wrongInValue(withoutNothing(value));
}

function withoutNothing(value: unknown): WireValue {
  if (typeof value !== 'object' || value === null) return value as WireValue;
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value as WireValue;
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(given.map(([name, item]) => [name, withoutNothing(item)]));
}

function wrongInProblem(problem: Problem): string | undefined {
  const { body } = writeProblem(problem);
  if (!(problem.status in problemTitles)) return `the status ${problem.status}`;
  if (!body.isWellFormed() || /\\ud[89a-f]/i.test(body)) return 'half of a surrogate pair';
  return body.length > longestRefusal ? `a refusal of ${body.length} characters` : undefined;
}

/** An account with whole requests: it may say no, but never break. */
function servedDecoder(): Decoder {
  let serving: ReturnType<typeof startServing> | undefined;
  return {
    name: 'v3-served',
    share: 0.5,
    async run(random) {
      serving ??= startServing();
      const { handle, ids, defects } = await serving;
      const { method, path, body } = spoiltRequest(random, ids);
      // The others would find nothing any more.
      if (method === 'DELETE' && path === '/lists/1') return undefined;
      const reply = await handle({
        method,
        url: `/v3${path}`,
        headers: {
          host: 'gateway.test',
          apikey: random.oneIn(30) ? randomText(random) : sandboxApiKey,
          'content-type': 'application/json',
        },
        body: random.oneIn(30) ? randomBytes(random) : Buffer.from(body),
      });
      const text = reply.body.toString();
      const contact = /"contact_id":"([\da-f]{10})"/.exec(text)?.[1];
      if (contact !== undefined && ids.length < 50) ids.push(contact);
      const defect = defects.pop();
      if (defect !== undefined) return `${method} ${path} ${body}: ${defect}`;
      return wrongInReply(reply.status, text);
    },
    async close() {
      await (await serving)?.account.close();
    },
  };
}

async function startServing() {
  const account: SandboxTransport = sandboxTransport({
    callbacks: 'off',
    queueDelayMs: 0,
    autobots: [{ name: 'Welcome' }],
    v3RequestsPerMinute: 1_000_000_000,
    v3RequestsPerHour: 1_000_000_000,
  });
  const defects: string[] = [];
  const server = createV3Server(account, {
    onError: (error) => defects.push(error instanceof Error ? String(error.stack) : String(error)),
  });
  const ids = [...noContacts];
  for (const [path, body] of beginning) {
    const { body: answer } = await server.handle({
      method: 'POST',
      url: `/v3${path}`,
      headers: { host: 'gateway.test', apikey: sandboxApiKey },
      body: Buffer.from(JSON.stringify(body)),
    });
    const contact = /"contact_id":"([\da-f]{10})"/.exec(answer.toString())?.[1];
    if (contact !== undefined) ids.push(contact);
  }
  return { account, ids, defects, handle: server.handle.bind(server) };
}

/** Something to work on. */
const beginning = [
  ['/lists', { internal_name: 'News' }],
  ['/lists', { internal_name: 'Offers' }],
  ['/lists/1/contacts', { base: { email: 'ana@example.com' } }],
  ['/lists/1/contacts', { base: { cellphone: '351-912345678' } }],
  ['/lists/1/fields/extra', { name: 'Size', format: 'options' }],
  ['/lists/1/fields/extra/1/options', { en: 'Large' }],
  ['/lists/1/fields/extra', { name: 'Note', format: 'text' }],
  ['/tags', { name: 'vip', color: '#ff0000' }],
] as const;

function wrongInReply(status: number, text: string): string | undefined {
  if (text.includes(sandboxApiKey)) return 'the key';
  if (status >= 200 && status < 300) {
    if (text !== '') JSON.parse(text);
    return undefined;
  }
  if (status >= 500 || !(status in problemTitles)) return `the status ${status}: ${text}`;
  return text.length > longestRefusal ? `a refusal of ${text.length} characters` : undefined;
}
