import { struct, text } from '../schema/declare.ts';
import { operation } from './operation.ts';

/** Whether the service is there. */
export const pingOperations = {
  ping: operation({
    method: 'POST',
    path: '/ping',
    summary: 'Asks whether the service answers; it wants no key.',
    answer: {
      status: 200,
      value: struct('Pong', 'The service answers.', { expected: { result: text('Some word.') } }),
    },
    effect: 'read',
    needsKey: false,
  }),
};
