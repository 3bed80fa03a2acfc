import type { WireValue } from '@egoi-client/core';
import { readValue } from '@egoi-client/core/wire';
import { readListId, readName } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { readHash, readSenderId, readTemplate } from './campaign-parts.ts';
import { ofChannel } from './find-campaign.ts';
import { chosenTarget, eachOf, emailTarget, readWays, refuseUnreachable } from './recipients.ts';
import { codesFor, sendCodes } from './send-parts.ts';
import { type Dispatch, sendChanged, sendToEach } from './send-to-each.ts';

/** Answers sendEmail. */
export async function sendEmail(call: V3Call): Promise<WireValue> {
  const { params } = call;
  const list_id = readListId(params);
  const campaign_hash = readHash(params, 'NO_CAMPAIGN', 'CAMPAIGN_NOT_FOUND');
  const given = readWays(params, ['email', 'uid', 'segment']);
  if (given === undefined) throw new Refusal('SUBSCRIBER_MISSING');
  const changes = readChanges(call);
  const isChanged = Object.keys(changes).length > 0;
  const targets =
    given.way === 'segment'
      ? [await chosenTarget(call, list_id, given.texts)]
      : // No campaign is to be changed for a recipient who then is refused.
        await eachOf(given.texts, (text) => emailTarget(call, list_id, text, isChanged));
  const dispatch: Dispatch = {
    name: given.way,
    list_id,
    targets,
    answer: { ID: campaign_hash },
    send: (target) =>
      ofChannel(call, campaign_hash, 'CAMPAIGN_NOT_VALID', () =>
        call.ask(
          'actionSendEmail',
          { campaign_hash, body: { list_id, segments: target.segments } },
          codesFor(target, 'SUBSCRIBER_NOT_FOUND'),
        ),
      ),
  };
  if (!isChanged) return sendToEach(call, dispatch);
  if (given.way === 'segment') await refuseUnreachable(call, list_id, targets);
  await ofChannel(call, campaign_hash, 'CAMPAIGN_NOT_VALID', () =>
    call.ask('patchEmailCampaign', { campaign_hash, body: changes }, sendCodes),
  );
  return sendChanged(call, campaign_hash, dispatch);
}

function readChanges({ params }: V3Call) {
  const sender_id = readSenderId(params, 'fromID', 'INVALID_FROM');
  const isRetitled = readValue(params, 'subject') !== undefined;
  const subject = isRetitled ? readName(params, 'subject', 'NO_SUBJECT') : undefined;
  const template = readTemplate(params);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(sender_id === undefined ? {} : { sender_id }),
    ...(template === undefined ? {} : { header_footer: { id: template } }),
  };
}
