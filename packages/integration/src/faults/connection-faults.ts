import { setTimeout as wait } from 'node:timers/promises';
import { type ExpectedError, type FaultGroup, type Scene, shortLimitMs } from './fault.ts';
import { goodAnswer } from './good-answer.ts';
import { answerBytes, type Visit } from './visit.ts';

const noConnection: ExpectedError = { kind: 'connection', delivery: 'not_sent', retryable: true };
const noTrust: ExpectedError = { kind: 'connection', delivery: 'not_sent', retryable: false };
const broken: ExpectedError = { kind: 'connection', delivery: 'unknown', retryable: true };

/** Rows in which no connection comes about. */
export const noConnectionFaults: FaultGroup = {
  title: 'No connection',
  faults: [
    { name: 'connection refused', place: { at: 'closed port' }, expected: noConnection },
    { name: 'the host name is not known', place: { at: 'unknown host' }, expected: noConnection },
    {
      name: 'the connection hangs',
      place: { at: 'full backlog' },
      options: { timeoutMs: shortLimitMs },
      expected: { kind: 'timeout', delivery: 'not_sent', retryable: true },
    },
    {
      name: 'TLS: a certificate for another name',
      note: 'nothing is sent, the key least of all',
      place: { at: 'tls', certificate: 'server-wrong-name.pem', trusted: true },
      expected: noTrust,
    },
    {
      name: 'TLS: a certificate that has expired',
      place: { at: 'tls', certificate: 'server-expired.pem', trusted: true },
      expected: noTrust,
    },
    {
      name: 'TLS: a certificate of an unknown authority',
      note: 'the option `ca` makes it known',
      place: { at: 'tls', certificate: 'server.pem', trusted: false },
      expected: noTrust,
    },
    {
      name: 'TLS: a good certificate',
      place: { at: 'tls', certificate: 'server.pem', trusted: true },
      serve: (visit, { wire }) => visit.answer(goodAnswer(wire)),
      expected: 'value',
    },
  ],
};

/** Rows in which the connection breaks before an answer begins. */
export const brokenConnectionFaults: FaultGroup = {
  title: 'The connection breaks',
  faults: [
    {
      name: 'reset before the request is read',
      serve: async (visit) => {
        visit.ignore();
        // A reset that overtakes the connection would be a refusal.
        await wait(30);
        visit.reset();
      },
      expected: broken,
    },
    {
      name: 'reset during the request',
      call: 'addTag, a megabyte',
      serve: async (visit) => {
        await visit.someRequest();
        visit.reset();
      },
      expected: broken,
    },
    {
      name: 'reset after the request',
      serve: async (visit) => {
        await visit.request();
        visit.reset();
      },
      expected: broken,
    },
    {
      name: 'closed after the request, without an answer',
      serve: async (visit) => {
        await visit.request();
        visit.end('');
      },
      expected: broken,
    },
  ],
};

const late: ExpectedError = { kind: 'timeout', delivery: 'unknown', retryable: true };

/** Rows in which a time limit ends the call. */
export const slowAnswerFaults: FaultGroup = {
  title: 'The answer does not come in time',
  faults: [
    {
      name: 'no answer at all',
      options: { timeoutMs: shortLimitMs },
      expected: late,
    },
    {
      name: 'no answer within the limit of the whole call',
      note: 'the client’s `timeoutMs`, which may be shorter than the transport’s',
      callTimeoutMs: shortLimitMs,
      expected: late,
    },
    {
      name: 'headers, then nothing',
      options: { timeoutMs: shortLimitMs },
      serve: async (visit, scene) => {
        await visit.request();
        visit.write(firstBytes(scene, 'head'));
      },
      expected: late,
    },
    {
      name: 'half of the body, then nothing',
      options: { timeoutMs: shortLimitMs },
      serve: async (visit, scene) => {
        await visit.request();
        visit.write(firstBytes(scene, 'half'));
      },
      expected: late,
    },
    {
      name: 'headers, one byte at a time',
      note: 'the limit is one of the whole try, not of a pause',
      options: { timeoutMs: shortLimitMs },
      serve: async (visit, scene) => {
        await visit.request();
        await visit.drip(
          answerBytes(goodAnswer(scene.wire, { headers: { Via: 'a'.repeat(999) } })),
        );
      },
      expected: late,
    },
    {
      name: 'the body, one byte at a time',
      options: { timeoutMs: shortLimitMs },
      serve: async (visit, scene) => {
        await visit.request();
        visit.write(firstBytes(scene, 'head'));
        await visit.drip(Buffer.alloc(999, ' '));
      },
      expected: late,
    },
    {
      name: 'a Content-Length that is too large, and then nothing',
      options: { timeoutMs: shortLimitMs },
      serve: async (visit, { wire }) => {
        await visit.request();
        visit.write(answerBytes(goodAnswer(wire, { headers: { 'Content-Length': '9999' } })));
      },
      expected: late,
    },
  ],
};

const gaveUp: ExpectedError = { kind: 'aborted', delivery: 'unknown', retryable: false };

/** Rows in which the caller's signal ends the call. */
export const abortFaults: FaultGroup = {
  title: 'The caller gives up',
  faults: [
    {
      name: 'before the call',
      abort: 'before the call',
      expected: { ...gaveUp, delivery: 'not_sent' },
    },
    {
      name: 'while connecting',
      place: { at: 'full backlog' },
      abort: 'while connecting',
      expected: { ...gaveUp, delivery: 'not_sent' },
    },
    {
      name: 'after the request was sent',
      serve: async (visit, scene) => {
        await visit.request();
        scene.abort();
      },
      expected: gaveUp,
    },
    { name: 'after the headers', serve: abortAfter('head'), expected: gaveUp },
    { name: 'in the middle of the body', serve: abortAfter('half'), expected: gaveUp },
  ],
};

function abortAfter(part: 'head' | 'half') {
  return async (visit: Visit, scene: Scene) => {
    await visit.request();
    visit.write(firstBytes(scene, part));
    // Time for the bytes to arrive; the outcome is the same where they do not.
    await wait(30);
    scene.abort();
  };
}

/** A good answer up to its body, or to the middle of it. */
function firstBytes({ wire }: Scene, part: 'head' | 'half'): Buffer {
  const bytes = answerBytes(goodAnswer(wire));
  const bodyStart = bytes.indexOf('\r\n\r\n') + 4;
  return bytes.subarray(0, part === 'head' ? bodyStart : (bodyStart + bytes.length) >> 1);
}
