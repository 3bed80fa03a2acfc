import type { EgoiErrorCode, WireObject } from '@egoi-client/core';
import { readId, readValue, scalarText } from '@egoi-client/core/wire';
import { readText } from '../calls/params.ts';
import { checkSmsText, requireCampaign } from '../../account/campaigns/campaigns.ts';
import { Refusal } from '../calls/refusal.ts';
import type { Campaign } from '../../account/store/campaigns.ts';
import { findUsableSender } from '../../account/campaigns/senders.ts';
import type { Sender, SenderChannel } from '../../account/store/senders.ts';
import type { Statements } from '../../account/store/statements.ts';
import type { HandlerCall } from '../calls/handler.ts';

/** The campaign that `campaign` names. @throws Refusal with the method's code for no `campaign` */
export function requireCampaignOf(
  { params, sql }: HandlerCall,
  missing: EgoiErrorCode = 'NO_CAMPAIGN',
): Promise<Campaign> {
  const value = readValue(params, 'campaign');
  if (value === undefined || value === '') throw new Refusal(missing);
  return requireCampaign(sql, scalarText(value) ?? '');
}

/** The validated sender whose code a parameter gives; `undefined` where it gives none. @throws Refusal with `wrong` */
export async function readSender(
  { params, sql }: { readonly params: WireObject; readonly sql: Statements },
  name: string,
  channel: SenderChannel,
  wrong: EgoiErrorCode,
): Promise<Sender | undefined> {
  const id = readId(params, name);
  if (id === undefined) return undefined;
  const sender = await findUsableSender(sql, channel, { id });
  if (sender === undefined) throw new Refusal(wrong);
  return sender;
}

/** A sender, and the name that it shows. */
export interface NamedSender {
  readonly sender: Sender | undefined;
  readonly name: string | undefined;
}

/**
 * The sender of an e-mail by its code, or as calls of about 2011 name it, by address and name.
 *
 * @param role `from` or `reply`
 * @throws Refusal with `wrong` for one that the account does not have
 */
export async function readEmailSender(
  call: { readonly params: WireObject; readonly sql: Statements },
  role: 'from' | 'reply',
  wrong: EgoiErrorCode,
): Promise<NamedSender> {
  const byCode = await readSender(call, role, 'email', wrong);
  const address = readText(call.params, `${role}_email`, wrong)?.trim() ?? '';
  const name = readText(call.params, `${role}_name`, wrong);
  if (byCode !== undefined || address === '') return { sender: byCode, name };
  const sender = await findUsableSender(call.sql, 'email', { sender: address });
  if (sender === undefined) throw new Refusal(wrong);
  return { sender, name };
}

/** An address of the web, which nothing is fetched from; `''` where there is none. @throws Refusal `INVALID_URL` */
export function readUrl(params: WireObject): string {
  const url = readText(params, 'url', 'INVALID_URL')?.trim() ?? '';
  if (url === '') return '';
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') throw new Refusal('INVALID_URL');
  return url;
}

/** The text of an SMS; `''` where there is none. @throws Refusal with `wrong`, BrokenRule for one that is too long */
export function readSmsText({ params, settings }: HandlerCall, wrong: EgoiErrorCode): string {
  const text = readText(params, 'message', wrong) ?? '';
  if (text.trim() === '') return '';
  checkSmsText(text, settings.maxSmsLength);
  return text;
}
