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

/** @returns the new sender @throws BrokenRule for a text that no other sender may have */
export async function addSender(sql: Statements, sender: Omit<Sender, 'id'>): Promise<Sender> {
  await checkSender(sql, sender.channel, sender.sender);
  return { ...sender, id: await insertSender(sql, sender) };
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
