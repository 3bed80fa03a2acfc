import { apiKey, type ExpectedError, type FaultGroup, type Scene } from './fault.ts';
import { goodAnswer } from './good-answer.ts';
import type { Visit } from './visit.ts';

const page = `<!DOCTYPE html>\n<html><body><h1>Welcome</h1><p>${apiKey}</p></body></html>`;

function foreign(status: number, retryable: boolean): ExpectedError {
  return { kind: 'http', delivery: 'answered', retryable, status };
}

/** Over API v3 a page with such a status says that the write before it was not done. */
function undone(status: number, retryable: boolean): ExpectedError {
  return { ...foreign(status, retryable), delivery: 'not_sent' };
}

/** Rows in which something other than the API answers, or the API in another way than with a value. */
export const statusFaults: FaultGroup = {
  title: 'The answer is not the API’s',
  faults: [
    {
      name: '200 with an HTML page',
      serve: pageWith(200),
      expected: foreign(200, false),
    },
    {
      name: '302 to another host',
      note: 'not followed: the other host receives nothing',
      serve: (visit, { elsewhere }) =>
        visit.answer({ status: 302, headers: { Location: elsewhere }, body: '' }),
      expected: foreign(302, false),
      except: { v3: undone(302, false) },
    },
    {
      name: '307 to another host',
      note: 'not followed either, though a client might repeat the request there',
      serve: (visit, { elsewhere }) =>
        visit.answer({ status: 307, headers: { Location: elsewhere }, body: '' }),
      expected: foreign(307, false),
      except: { v3: undone(307, false) },
    },
    {
      name: '401',
      serve: pageWith(401),
      expected: foreign(401, false),
      except: { v3: undone(401, false) },
    },
    {
      name: '404',
      serve: pageWith(404),
      expected: foreign(404, false),
      except: { v3: undone(404, false) },
    },
    {
      name: '429 with `Retry-After: 7`',
      note: '`retryAfterMs` is 7,000',
      serve: pageWith(429, () => '7'),
      expected: { ...foreign(429, true), retryAfterMs: { least: 7000, most: 7000 } },
      except: { v3: { ...undone(429, true), retryAfterMs: { least: 7000, most: 7000 } } },
    },
    {
      name: '429 without Retry-After',
      serve: pageWith(429),
      expected: foreign(429, true),
      except: { v3: undone(429, true) },
    },
    {
      name: '500 with a fault of the protocol',
      note: 'a fault is a fault whatever the status',
      serve: faultWith(500),
      expected: { kind: 'fault', delivery: 'answered', retryable: false },
      // The status alone tells what kind of refusal a problem is: this one is INTERNAL_ERROR.
      except: { v3: { kind: 'api', delivery: 'answered', retryable: true } },
    },
    {
      name: '200 with a fault of the protocol',
      serve: faultWith(200),
      expected: { kind: 'fault', delivery: 'answered', retryable: false },
      except: { v3: { kind: 'protocol', delivery: 'answered', retryable: false } },
    },
    {
      name: 'a problem with a status that no code of API v2 means',
      wires: ['v3'],
      serve: faultWith(418),
      expected: { kind: 'fault', delivery: 'answered', retryable: false },
    },
    {
      name: 'a problem with 401, which repeats the key',
      wires: ['v3'],
      serve: faultWith(401),
      expected: { kind: 'api', delivery: 'answered', retryable: false },
    },
    {
      name: 'a problem with 429 and `X-RateLimit-Reset: 9`',
      note: '`retryAfterMs` is 9,000; the service refused it before it did anything',
      wires: ['v3'],
      serve: faultWith(429, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '9' }),
      expected: {
        kind: 'quota',
        delivery: 'not_sent',
        retryable: true,
        retryAfterMs: { least: 9000, most: 9000 },
      },
    },
    {
      name: 'a problem with 503 and `Retry-After: 7`',
      wires: ['v3'],
      serve: faultWith(503, { 'Retry-After': '7' }),
      expected: { ...foreign(503, true), retryAfterMs: { least: 7000, most: 7000 } },
    },
    {
      name: '500 with a good document',
      note: 'a value counts only with a status of success',
      serve: (visit, { wire }) => visit.answer(goodAnswer(wire, { status: 500 })),
      expected: foreign(500, true),
    },
    { name: '502 with an HTML page', serve: pageWith(502), expected: foreign(502, true) },
    {
      name: '503 with a date in Retry-After',
      note: '`retryAfterMs` is the time until then',
      serve: pageWith(503, () => new Date(Date.now() + 60_000).toUTCString()),
      expected: { ...foreign(503, true), retryAfterMs: { least: 40_000, most: 60_000 } },
    },
    {
      name: '200 with an empty body',
      serve: (visit, { wire }) => visit.answer(goodAnswer(wire, { body: '' })),
      expected: { kind: 'protocol', delivery: 'answered', retryable: false },
    },
    {
      name: '200 with an empty body, for a method that gives a list',
      note: 'a PHP process that dies sends it, too; over REST `emptyAnswer` may let it be the empty list',
      call: 'getLists',
      serve: (visit, { wire }) => visit.answer(goodAnswer(wire, { body: '' })),
      expected: { kind: 'protocol', delivery: 'answered', retryable: false },
    },
  ],
};

function pageWith(status: number, retryAfter?: () => string) {
  return (visit: Visit) => {
    const headers = { 'Content-Type': 'text/html' };
    const more = retryAfter === undefined ? {} : { 'Retry-After': retryAfter() };
    return visit.answer({ status, headers: { ...headers, ...more }, body: page });
  };
}

function faultWith(status: number, headers: Readonly<Record<string, string>> = {}) {
  return (visit: Visit, { wire }: Scene) => {
    const body = wire.fault('addTag', `no, ${apiKey}`);
    return visit.answer(goodAnswer(wire, { status, headers, body }));
  };
}
