import { EgoiError, type WireObject, type WireValue } from '@egoi-client/core';
import { Refusal } from '../calls/refusal.ts';
import type { FurtherStep, V3Call } from '../calls/v3-call.ts';
import type { Target } from './recipients.ts';

/** What is sent, and what the call answers. */
export interface Dispatch {
  /** The parameter that names the recipients. */
  readonly name: string;
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
  const [first, ...others] = stepsOf(dispatch);
  await first?.run();
  return call.finish([first?.words ?? ''], dispatch.answer, others);
}

/**
 * Sends a campaign that was made for this call alone. Where nothing could be sent it is deleted again.
 *
 * @throws Refusal where the first target is refused and the campaign is gone; EgoiPartialError where it stays
 */
export async function sendMade(
  call: V3Call,
  campaign_hash: string,
  dispatch: Dispatch,
): Promise<WireValue> {
  const [first, ...others] = stepsOf(dispatch);
  const made = `campaign ${campaign_hash}`;
  try {
    await first?.run();
  } catch (error) {
    if (error instanceof Refusal && (await isTakenBack(call, campaign_hash))) throw error;
    const failed = { ...dispatch, send: () => Promise.reject(error) };
    return call.finish([made], dispatch.answer, stepsOf(failed));
  }
  return call.finish([made, first?.words ?? ''], dispatch.answer, others);
}

async function isTakenBack(call: V3Call, campaign_hash: string): Promise<boolean> {
  try {
    await call.ask('deleteCampaigns', { campaign_hash });
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof EgoiError) return false;
    throw error;
  }
}

/** No address goes into the words, which errors tell. */
function stepsOf({ name, targets, send }: Dispatch): FurtherStep[] {
  return targets.map((target, index) => ({
    name,
    words: `send ${index + 1} of ${targets.length}`,
    run: () => send(target),
  }));
}
