import type { CallErrorKind, EndedCall } from '@egoi-client/gateway';
import type { CallEvent } from '@egoi-client/sandbox-page';

/** What went wrong on the way, in the service or in the gateway, as against what was refused. */
const failures: ReadonlySet<CallErrorKind> = new Set([
  'connection',
  'timeout',
  'http',
  'fault',
  'protocol',
  'config',
  'partial',
  'uncarried',
  'aborted',
  'internal',
]);

/** A call that the gateway has ended, for those who watch. */
export function callEventOf(call: EndedCall): CallEvent {
  const { errorKind, errorCode, losses } = call;
  return {
    time: new Date().toISOString(),
    wire: call.wire,
    method: call.method,
    outcome: outcomeOf(call),
    code: errorCode ?? errorKind,
    durationMs: Math.round(call.durationMs * 10) / 10,
    requests: call.requests,
    losses: losses.map(({ name }) => name),
    unallowedLoss: call.unallowedLoss,
    account: call.account,
  };
}

function outcomeOf({ errorKind, errorCode, delivery }: EndedCall): CallEvent['outcome'] {
  if (errorKind === undefined) return errorCode === undefined ? 'done' : 'refused';
  if (delivery === 'unknown') return 'unknown';
  return failures.has(errorKind) ? 'failed' : 'refused';
}
