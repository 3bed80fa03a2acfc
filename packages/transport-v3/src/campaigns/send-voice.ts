import type { WireValue } from '@egoi-client/core';
import { readId } from '@egoi-client/core/wire';
import { readListId } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { readHash } from './campaign-parts.ts';
import { findCampaign } from './find-campaign.ts';
import { chosenTarget, contactTarget, eachOf, numberTarget, readWays } from './recipients.ts';
import { codesFor, codesOfCalls, inWordsOf } from './send-parts.ts';
import { sendToEach } from './send-to-each.ts';

/** Answers sendCall. */
export function sendVoice(call: V3Call): Promise<WireValue> {
  return inWordsOf(codesOfCalls, () => answerVoice(call));
}

async function answerVoice(call: V3Call): Promise<WireValue> {
  const { params } = call;
  const campaign_hash = readHash(params, 'CAMPAIGN_NOT_VALID', 'CAMPAIGN_NOT_FOUND');
  const given = readWays(params, ['cellphone', 'telephone', 'subscriber', 'segment']);
  const list_id =
    readId(params, 'listID') === undefined
      ? (await findCampaign(call, campaign_hash)).list_id
      : readListId(params);
  if (given === undefined) throw new Refusal('NO_CELLPHONE_OR_TELEPHONE');
  if (list_id === undefined) throw new Refusal('LIST_NOT_FOUND');
  const { way, texts } = given;
  const targets =
    way === 'segment'
      ? [await chosenTarget(call, list_id, texts)]
      : await eachOf(texts, async (text) =>
          way === 'subscriber'
            ? contactTarget(call, list_id, text, 'voice')
            : numberTarget(call, way === 'cellphone' ? 'cellphone' : 'phone', text),
        );
  return sendToEach(call, {
    name: way,
    list_id,
    targets,
    answer: { ID: campaign_hash },
    send: (target) => {
      const { segments, destination } = target;
      const body = { list_id, destination_field: destination, segments };
      const codes = codesFor(target, 'SUBSCRIBER_FORMAT_ERROR');
      return call.ask('actionSendVoice', { campaign_hash, body }, codes);
    },
  });
}
