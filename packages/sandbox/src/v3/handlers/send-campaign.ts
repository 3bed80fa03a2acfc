import type { OperationInputs } from '@egoi-client/v3-api';
import { requireCampaignOf } from '../../account/campaigns/campaigns.ts';
import {
  namedContacts,
  namedNumbers,
  type QueuedRecipients,
} from '../../account/campaigns/recipients.ts';
import { findUsableSender } from '../../account/campaigns/senders.ts';
import type { SendingHours } from '../../account/campaigns/sending-hours.ts';
import { requireExtraField } from '../../account/lists/lists.ts';
import { queueCampaign } from '../../account/queue/queue-campaign.ts';
import { requireReferenced } from '../../account/segments/segments.ts';
import type { Campaign } from '../../account/store/campaigns.ts';
import type { List } from '../../account/store/lists.ts';
import type { Destination, Distribution, NamedRecipients } from '../../account/store/messages.ts';
import type { SegmentReference } from '../../account/store/segments.ts';
import type { Sender } from '../../account/store/senders.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import { accepted } from '../calls/handler.ts';
import { momentTime } from '../calls/moments.ts';
import { inField, unprocessable } from '../calls/refusal.ts';
import { detailsOf, readList } from './read-campaign.ts';
import { readSegmentReference } from './segment-reference.ts';

type Channel = 'email' | 'sms' | 'voice';

type VoiceOrder = OperationInputs['actionSendVoice']['body'];

/** What the orders of all channels can say. */
interface OrderBody {
  readonly list_id: number;
  readonly segments: VoiceOrder['segments'];
  readonly schedule_date?: string | undefined;
  readonly destination_field?: string | undefined;
  readonly unique_contacts_only?: boolean | undefined;
  readonly limit_contacts?: VoiceOrder['limit_contacts'];
  readonly limit_hour?: VoiceOrder['limit_hour'];
}

interface OrderCall extends AccountWork {
  readonly input: { readonly campaign_hash: string };
}

/** Queues a campaign as a body says. Nobody is notified, and calls have no speed. */
export async function sendByOrder(call: OrderCall, channel: Channel, body: OrderBody) {
  const campaign = await requireCampaignOf(call.sql, call.input.campaign_hash, [channel]);
  const list = await readList(call, body.list_id);
  const sender = await readSenderOf(call, channel, campaign);
  const { subject, message } = campaign;
  const order = {
    channel,
    sending: {
      list: list.id,
      sender: sender?.sender ?? '',
      senderName: sender?.name ?? '',
      subject,
      message,
      template: detailsOf(campaign).header_footer?.id ?? null,
    },
    recipients: await readRecipients(call, list, channel, body),
    scheduledMs: readSchedule(call, body.schedule_date),
    hours: readHours(body.limit_hour),
  };
  const queue = () => queueCampaign(call, campaign, order);
  // Only that of e-mail says that it answers 409.
  await (channel === 'email' ? queue() : inField('campaign_hash', queue));
  return accepted;
}

/** @throws Refusal 422 where the sender was deleted since, or is not validated any more */
async function readSenderOf(
  { sql }: AccountWork,
  channel: Channel,
  { sender: id }: Campaign,
): Promise<Sender | undefined> {
  // Of a call that v2 made.
  if (id === null && channel === 'voice') return undefined;
  const sender = await findUsableSender(sql, channel, { id: id ?? 0 });
  if (sender === undefined) {
    throw unprocessable('sender_id', 'Nothing can be sent by the sender of the campaign');
  }
  return sender;
}

async function readRecipients(
  call: AccountWork,
  list: List,
  channel: Channel,
  body: OrderBody,
): Promise<QueuedRecipients> {
  const { segments: chosen } = body;
  const destination = await readDestination(call, list, channel, body.destination_field);
  if (chosen.type === 'contact') {
    return inField('segments.data', () => named(call, list, channel, destination, chosen.data));
  }
  return {
    segments: chosen.type === 'none' ? [] : await readSegments(call, list, chosen.data),
    destination,
    isOncePerAddress: body.unique_contacts_only,
    most: readMost(body.limit_contacts),
  };
}

/** One recipient: an address must be that of a contact, a number need not be. */
function named(
  { sql }: AccountWork,
  list: List,
  channel: Channel,
  destination: Destination | undefined,
  address: string,
): Promise<NamedRecipients> {
  if (channel === 'email') return namedContacts(sql, list.id, [address], channel);
  const isPhoneFirst = destination === 'telephone' || destination === 'telephoneElseCellphone';
  return namedNumbers(sql, list.id, isPhoneFirst ? 'telephone' : 'cellphone', [address]);
}

async function readSegments(
  { sql }: AccountWork,
  list: List,
  ids: readonly string[],
): Promise<SegmentReference[]> {
  if (ids.length === 0) throw unprocessable('segments.data', 'A value is required');
  const segments = [];
  for (const id of new Set(ids)) {
    const segment = await inField('segments.data', () => readSegmentReference(id));
    await inField('segments.data', () => requireReferenced(sql, list.id, segment));
    segments.push(segment);
  }
  return segments;
}

/** The fields that the API names for calls; in the sandbox nobody fails to answer. */
const voiceDestinations: Readonly<Record<string, Destination>> = {
  phone: 'telephone',
  cellphone: 'cellphone',
  phone_failsafe_cellphone: 'telephoneElseCellphone',
  cellphone_failsafe_phone: 'cellphoneElseTelephone',
  cellphone_phone: 'cellphoneElseTelephone',
};

/** A field of contacts, or an extra field that holds addresses of the channel. @throws Refusal 422 for any other */
async function readDestination(
  { sql }: AccountWork,
  list: List,
  channel: Channel,
  name: string | undefined,
): Promise<Destination | undefined> {
  if (name === undefined || channel === 'voice') return voiceDestinations[name ?? ''];
  const usual = channel === 'email' ? 'email' : 'cellphone';
  if (name === usual) return usual;
  const wrong = () => unprocessable('destination_field', `It must be '${usual}', or hold the like`);
  if (!/^\d{1,15}$/.test(name)) throw wrong();
  const field = await inField('destination_field', () =>
    requireExtraField(sql, list, Number(name)),
  );
  if (field.type !== usual) throw wrong();
  return field.id;
}

function readMost(limit: OrderBody['limit_contacts']): Distribution['most'] {
  if (limit?.value === undefined) return undefined;
  return limit.type === 'percent' ? { percent: limit.value } : { contacts: limit.value };
}

/** @throws Refusal 422 for a day that is none, and for a moment that has passed */
function readSchedule({ moment }: AccountWork, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const time = momentTime(text);
  if (time === undefined) throw unprocessable('schedule_date', 'There is no such day');
  if (time < moment.timeMs) throw unprocessable('schedule_date', 'It has passed');
  return time;
}

function readHours(hours: OrderBody['limit_hour']): SendingHours | undefined {
  if (hours === undefined) return undefined;
  return { from: minuteOf(hours.hour_start), until: minuteOf(hours.hour_end) };
}

/** Minutes after midnight, which is where there is none. */
function minuteOf(hour = '0:00'): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return hours * 60 + minutes;
}
