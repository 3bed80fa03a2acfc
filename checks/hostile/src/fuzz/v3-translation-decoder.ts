import { isDeepStrictEqual } from 'node:util';
import { EgoiClient, EgoiError, type MethodSpec, type WireObject } from '@egoi-client/core';
import { normaliseResult } from '@egoi-client/core/wire';
import type { Random } from '@egoi-client/conformance/support/random';
import { allLossesAllowed } from '@egoi-client/conformance/v3';
import type { HttpAnswer, HttpClient, HttpExchange } from '@egoi-client/http';
import { v3Transport } from '@egoi-client/transport-v3';
import {
  findRoute,
  operations,
  problem,
  type ProblemStatus,
  problemTitles,
} from '@egoi-client/v3-api';
import { randomOf } from '../v3/random-values.ts';
import { prepareCall, translatedMethods } from '../v3/translated-calls.ts';
import { wrongInForm } from './check-result.ts';
import { wrongInValue } from './check-value.ts';
import type { Decoder } from './decoder.ts';
import { mutate, randomText } from './mutate.ts';

/** Requests of a call after which no answer comes any more: pages and waits may go on without end. */
const mostAnswered = 40;
const ids = ['34b7624024', '0123456789'];
const refusals = Object.keys(problemTitles).map((status) => Number(status) as ProblemStatus);

/**
 * What the translation of each method makes of answers of API v3 that are well-formed, spoilt or noise: a
 * value as the catalogue promises it, or an error of this library.
 */
export function translationDecoder(): Decoder {
  return {
    name: 'v3-translation',
    share: 1,
    async run(random) {
      const spec = random.pick(translatedMethods);
      const params = await exampleOf(spec);
      const transport = v3Transport({
        ...allLossesAllowed,
        endpoint: 'http://v3.test/v3',
        http: hostileService(random),
        phonePrefix: '351',
        stepDelayMs: 1,
        contactAnswers: random.pick(['given', 'record']),
        imports: random.pick(['accept', 'wait']),
        whenPartly: random.pick(['fail', 'report']),
        listDetails: random.pick([[], ['counts', 'fields']]),
      });
      const client = new EgoiClient({ apiKey: 'k'.repeat(40), transport });
      try {
        const value = (await client.call(spec.name, params)) ?? null;
        const { result } = spec.formFor(params);
        if (!isDeepStrictEqual(normaliseResult(result, value), value)) {
          return `${spec.name}: not as the catalogue has it: ${JSON.stringify(value)}`;
        }
        const wrong = wrongInForm(result, value) ?? wrongInValue(value);
        return wrong === undefined ? undefined : `${spec.name}: ${wrong}`;
      } catch (error) {
        const isProper =
          error instanceof EgoiError && !error.message.includes('in a way that it must not');
        return isProper ? undefined : `${spec.name}: ${String((error as Error).stack)}`;
      }
    },
  };
}

const examples = new Map<MethodSpec, Promise<WireObject>>();

/** Parameters with which a call of the method succeeds. */
function exampleOf(spec: MethodSpec): Promise<WireObject> {
  const known =
    examples.get(spec) ??
    prepareCall(spec).then(async ({ account, params }) => {
      await account.close();
      return params;
    });
  examples.set(spec, known);
  return known;
}

function hostileService(random: Random): HttpClient {
  let requests = 0;
  return {
    send: async (exchange) => {
      requests += 1;
      return requests > mostAnswered ? answer(200, '') : answerTo(exchange, random);
    },
    close: async () => undefined,
  };
}

function answerTo({ url, method }: HttpExchange, random: Random): HttpAnswer {
  const route = findRoute(method, new URL(url).pathname.slice('/v3'.length));
  if (route.kind !== 'operation') throw new Error(`${method} ${url} is no request of API v3`);
  if (random.oneIn(8)) {
    const status = random.pick(refusals);
    const refusal = problem(status, randomText(random), { list: 'x', contacts: ids });
    return answer(status, spoilt(JSON.stringify(refusal), random));
  }
  const { status, value } = operations[route.name].answer;
  const document = value === undefined ? '' : JSON.stringify(randomOf(value, random, ids));
  return answer(status, spoilt(document, random));
}

function spoilt(document: string, random: Random): string {
  if (random.oneIn(20)) return randomText(random);
  return random.oneIn(4) ? mutate(document, random, [document]) : document;
}

function answer(status: number, text: string): HttpAnswer {
  return { status, mediaType: 'application/json', text };
}
