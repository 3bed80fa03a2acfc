import { BrokenRule } from '../broken-rule.ts';
import { isEmail } from '../contacts/formats.ts';
import { findSender, renameSender, type Sender, type SenderChannel } from '../store/senders.ts';
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
