import type { ExpectedError, FaultGroup } from './fault.ts';
import { firstBytes, goodAnswer } from './good-answer.ts';
import { answerBytes } from './visit.ts';

const late: ExpectedError = { kind: 'timeout', delivery: 'unknown', retryable: true };

/** Rows in which a time limit ends the call. */
export const slowAnswerFaults: FaultGroup = {
  title: 'The answer does not come in time',
  faults: [
    {
      name: 'no answer at all',
      limit: 'of the try',
      expected: late,
    },
    {
      name: 'no answer within the limit of the whole call',
      note: 'the client’s `timeoutMs`, which may be shorter than the transport’s',
      limit: 'of the call',
      expected: late,
    },
    {
      name: 'headers, then nothing',
      limit: 'of the try',
      serve: async (visit, scene) => {
        await visit.request();
        visit.write(firstBytes(scene.wire, 'head'));
      },
      expected: late,
    },
    {
      name: 'half of the body, then nothing',
      limit: 'of the try',
      serve: async (visit, scene) => {
        await visit.request();
        visit.write(firstBytes(scene.wire, 'half'));
      },
      expected: late,
    },
    {
      name: 'headers, one byte at a time',
      note: 'the limit is one of the whole try, not of a pause',
      limit: 'of the try',
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
      limit: 'of the try',
      serve: async (visit, scene) => {
        await visit.request();
        visit.write(firstBytes(scene.wire, 'head'));
        await visit.drip(Buffer.alloc(999, ' '));
      },
      expected: late,
    },
    {
      name: 'a Content-Length that is too large, and then nothing',
      limit: 'of the try',
      serve: async (visit, { wire }) => {
        await visit.request();
        visit.write(answerBytes(goodAnswer(wire, { headers: { 'Content-Length': '9999' } })));
      },
      expected: late,
    },
  ],
};
