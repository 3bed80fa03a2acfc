import { BrokenRule } from '../broken-rule.ts';
import { isEmail } from '../contacts/formats.ts';
import { isSenderQueued } from '../store/campaigns.ts';
import {
  allCnames,
  type Cname,
  dropSender,
  findSender,
  insertCname,
  insertSender,
  renameSender,
  type Sender,
  type SenderChannel,
} from '../store/senders.ts';
import type { Statements } from '../store/statements.ts';
import type { AccountWork } from '../work/account-work.ts';

/** @throws BrokenRule for a number that no sender of the channel has */
export async function requireSender(
  sql: Statements,
  channel: SenderChannel,
  id: number,
): Promise<Sender> {
  const sender = await findSender(sql, channel, { id });
  if (sender === undefined) throw new BrokenRule({ reason: 'notFound', what: 'sender' });
  return sender;
}

/** The sender of a channel that has a number, or a text, when messages may go out by it. */
export async function findUsableSender(
  sql: Statements,
  channel: SenderChannel,
  by: { readonly id: number } | { readonly sender: string },
): Promise<Sender | undefined> {
  const sender = await findSender(sql, channel, by);
  return sender?.status === 'active' ? sender : undefined;
}

/** @throws BrokenRule for a sender that is not validated */
export function checkUsable(sender: Sender): Sender {
  if (sender.status !== 'active') throw new BrokenRule({ reason: 'inactive', what: 'sender' });
  return sender;
}

/**
 * Checks the text of a sender.
 *
 * @param own the sender that gets it, where there is one
 * @throws BrokenRule for one of e-mail that is no address, and for a text that another sender has
 */
export async function checkSender(
  sql: Statements,
  channel: SenderChannel,
  text: string,
  own?: Sender,
): Promise<void> {
  if (channel === 'email' && !isEmail(text)) {
    throw new BrokenRule({ reason: 'invalid', what: 'sender' });
  }
  const holder = await findSender(sql, channel, { sender: text });
  if (holder !== undefined && holder.id !== own?.id) {
    throw new BrokenRule({ reason: 'taken', what: 'sender' });
  }
}

/** @throws BrokenRule for a text that the sender cannot have */
export async function changeSender(sql: Statements, sender: Sender, text: string): Promise<void> {
  await checkSender(sql, sender.channel, text, sender);
  await renameSender(sql, sender.id, text);
}

/**
 * Adds a sender that is validated later: once what is queued at the same time would have its turn.
 *
 * @returns the new sender @throws BrokenRule for a text that the sender cannot have
 */
export async function addModeratedSender(
  { sql, moment, settings, queued }: AccountWork,
  added: Omit<Sender, 'id' | 'status'>,
): Promise<Sender> {
  await checkSender(sql, added.channel, added.sender);
  const sender = { ...added, status: 'moderation' } as const;
  const dueMs = moment.timeMs + settings.queueDelayMs;
  const id = await insertSender(sql, sender, dueMs);
  queued(dueMs);
  return { ...sender, id };
}

/** Deletes a sender. @throws BrokenRule while a campaign that goes out by it waits for its turn */
export async function deleteUnusedSender(sql: Statements, sender: Sender): Promise<void> {
  if (await isSenderQueued(sql, sender.id)) {
    throw new BrokenRule({ reason: 'inUse', what: 'sender' });
  }
  await dropSender(sql, sender.id);
}

/** @returns the new CNAME @throws BrokenRule for one that is there, whatever its case */
export async function addCname(sql: Statements, name: string): Promise<Cname> {
  const isNamed = (known: Cname) => known.name.toLowerCase() === name.toLowerCase();
  if ((await allCnames(sql)).some(isNamed)) {
    throw new BrokenRule({ reason: 'taken', what: 'cname' });
  }
  return { id: await insertCname(sql, name), name };
}
