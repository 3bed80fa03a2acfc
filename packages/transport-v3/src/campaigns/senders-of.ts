import { readPages } from '../calls/pages.ts';
import type { V3Call } from '../calls/v3-call.ts';

/** The channels that have senders, in the words of API v2. */
export type SenderChannel = 'email' | 'telemovel' | 'telefone';

/** A sender as API v2 tells it. */
export interface ListedSender {
  readonly id: number;
  readonly text: string;
  readonly channel: SenderChannel;
  readonly status: string | undefined;
}

/** The senders of a channel, those too that cannot be used yet. */
export async function sendersOf(call: V3Call, channel: SenderChannel): Promise<ListedSender[]> {
  const { items } = await readPages<ListedSender>({
    start: 0,
    limit: Number.POSITIVE_INFINITY,
    pageSize: call.options.pageSize,
    keyOf: ({ id }) => id,
    ask: async (page) => ({ items: await askFor(call, channel, page) }),
  });
  return items;
}

async function askFor(
  call: V3Call,
  channel: SenderChannel,
  page: { readonly offset: number; readonly limit: number },
): Promise<ListedSender[]> {
  if (channel === 'email') {
    const { items } = await call.ask('getAllEmailSenders', page);
    return items.map(({ sender_id: id, email: text, status }) => ({ id, text, channel, status }));
  }
  if (channel === 'telemovel') {
    const { items } = await call.ask('getAllCellphoneSenders', page);
    return items.map(({ sender_id: id, cellphone: text, status }) => ({
      id,
      text,
      channel,
      status,
    }));
  }
  const { items } = await call.ask('getAllPhoneSenders', page);
  return items.map(({ sender_id: id, phone: text, status }) => ({ id, text, channel, status }));
}
