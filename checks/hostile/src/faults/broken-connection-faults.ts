import type { ExpectedError, FaultGroup } from './fault.ts';
import { goodAnswer } from './good-answer.ts';
import { loopTurns } from './loop-turns.ts';
import { answerBytes } from './visit.ts';

const broken: ExpectedError = { kind: 'connection', delivery: 'unknown', retryable: true };

/** Rows in which the connection breaks before an answer begins. */
export const brokenConnectionFaults: FaultGroup = {
  title: 'The connection breaks',
  faults: [
    {
      name: 'reset before the request is read',
      serve: async (visit) => {
        visit.ignore();
        // A reset that overtakes the connection would be a refusal.
        await loopTurns();
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
      name: 'a good answer before the request has ended',
      note: 'whoever gives it has not seen the whole call',
      call: 'addTag, a megabyte',
      serve: async (visit, { wire }) => {
        await visit.someRequest();
        visit.write(answerBytes(goodAnswer(wire)));
      },
      expected: broken,
    },
    {
      name: 'a fault before the request has ended',
      note: 'a refusal may come at any time, and so may an error of HTTP or of the API',
      call: 'addTag, a megabyte',
      serve: async (visit, { wire }) => {
        await visit.someRequest();
        const body = wire.fault('addTag', 'too large');
        visit.write(answerBytes(goodAnswer(wire, { status: wire.faultStatus, body })));
      },
      expected: { kind: 'fault', delivery: 'answered', retryable: false },
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
    {
      name: 'a connection kept open is reset after the next request',
      call: 'addTag, twice',
      serve: async (visit, { wire }) => {
        await visit.answer(goodAnswer(wire));
        await visit.request(2);
        visit.reusable = false;
        visit.reset();
      },
      expected: broken,
    },
    {
      name: 'a connection kept open is closed before the next request',
      note: 'the next call takes a new one',
      call: 'addTag, twice',
      serve: async (visit, { wire }) => {
        await visit.answer(goodAnswer(wire));
        visit.end('');
      },
      expected: 'value',
    },
  ],
};
