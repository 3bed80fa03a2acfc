import type { Interceptor } from '@egoi-client/core';
import { quota } from '@egoi-client/quota';
import type { Progress } from '../output/progress.ts';
import type { Session } from '../session.ts';

const reasons = {
  spent: "the hour's calls are spent",
  reserved: "the hour's calls are spent",
  refused: "the service says that the hour's calls are spent",
  away: "the hour's calls are spent",
} as const;

/**
 * Keeps the calls within the hour's budget, and says when they wait for it: in the bar, or, where
 * nobody watches one, in a line, so that a log tells why nothing moves.
 */
export function budget(
  { output }: Session,
  callsPerHour: number,
  progress: Progress,
): Interceptor[] {
  const waits = quota({
    callsPerHour,
    mode: 'wait',
    onWait({ waitMs, reason }) {
      const clock = new Date(Date.now() + waitMs).toTimeString().slice(0, 5);
      const words = `waiting until ${clock} (${reasons[reason]})`;
      progress.state(words);
      if (!output.isWatched) output.note(`egoi: ${words}`);
    },
  });
  const tellsOfSending: Interceptor = (next) => async (request) => {
    progress.state(request.spec?.effect === 'read' ? 'asking' : 'sending');
    try {
      return await next(request);
    } finally {
      progress.state('');
    }
  };
  return [waits, tellsOfSending];
}
