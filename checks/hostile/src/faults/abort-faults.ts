import type { ExpectedError, FaultGroup, Scene } from './fault.ts';
import { firstBytes } from './good-answer.ts';
import { loopTurns } from './loop-turns.ts';
import type { Visit } from './visit.ts';

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
    visit.write(firstBytes(scene.wire, part));
    await loopTurns();
    scene.abort();
  };
}
