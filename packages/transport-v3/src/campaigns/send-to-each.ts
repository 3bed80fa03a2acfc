import type { WireObject, WireValue } from '@egoi-client/core';
import type { FurtherStep } from '../calls/further-steps.ts';
import { namesIn, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { isInactive, type Target } from './recipients.ts';

/** What is sent, and what the call answers. */
export interface Dispatch {
  /** The parameter that names the recipients. */
  readonly name: string;
  readonly list_id: number;
  readonly targets: readonly Target[];
  readonly answer: WireObject;
  /** Makes one request to send. */
  readonly send: (target: Target) => Promise<unknown>;
}

/**
 * Sends a campaign to each target, one request each.
 *
 * @throws Refusal where the first is refused: nothing was sent; EgoiPartialError where a later one fails
 */
export async function sendToEach(call: V3Call, dispatch: Dispatch): Promise<WireValue> {
  const [first, ...others] = stepsOf(call, dispatch);
  await first?.run();
  return call.finish([first?.words ?? ''], dispatch.answer, others);
}

/**
 * Sends a campaign that was changed for it, which stays so.
 *
 * @throws EgoiPartialError where a target is refused or fails
 */
export function sendChanged(
  call: V3Call,
  campaign_hash: string,
  dispatch: Dispatch,
): Promise<WireValue> {
  const steps = stepsOf(call, dispatch);
  return call.finish([`changes of campaign ${campaign_hash}`], dispatch.answer, steps);
}

/**
 * Sends a campaign that was made for this call alone. Where nothing could be sent it is deleted again.
 *
 * @throws Refusal where the first target is refused and the campaign is gone; EgoiPartialError where it stays
 */
export function sendMade(
  call: V3Call,
  campaign_hash: string,
  dispatch: Dispatch,
): Promise<WireValue> {
  const undo: FurtherStep = {
    name: 'campaign',
    words: 'the deletion of the campaign',
    run: () => call.ask('deleteCampaigns', { campaign_hash }),
  };
  const steps = stepsOf(call, dispatch);
  return call.finish([`campaign ${campaign_hash}`], dispatch.answer, steps, undo);
}

/** No address goes into the words, which errors tell. */
function stepsOf(call: V3Call, { name, list_id, targets, send }: Dispatch): FurtherStep[] {
  return targets.map((target, index) => ({
    name,
    words: `send ${index + 1} of ${targets.length}`,
    run: () => sendTo(call, list_id, target, send),
  }));
}

/** Makes one order. @throws Refusal, with a code of its own for a contact that is not active */
async function sendTo(
  call: V3Call,
  list_id: number,
  target: Target,
  send: Dispatch['send'],
): Promise<void> {
  try {
    await send(target);
  } catch (error) {
    if (!(error instanceof Refusal) || !isOfRecipient(error)) throw error;
    if (await isInactive(call, list_id, target).catch(() => false)) {
      throw new Refusal('SUBSCRIBER_NOT_ACTIVE', error.problem);
    }
    throw error;
  }
}

function isOfRecipient({ problem }: Refusal): boolean {
  return problem?.status === 422 && namesIn(problem.errors).includes('data');
}
