import { afterEach, beforeEach, expect } from '@jest/globals';
import { serveAccount, type ServedAccount } from './v3-served.ts';

interface Reference {
  readonly campaign_hash: string;
}

/** A new account for each test, of which a request by v3 is a line and v2 is asked over SOAP. */
export function bothFaces() {
  /** What the account's clock says, in milliseconds since 1970. */
  const clock = { ms: 0 };
  let open: ServedAccount | undefined;

  beforeEach(async () => {
    clock.ms = Date.UTC(2026, 10, 26, 9);
    open = await serveAccount({ now: () => new Date(clock.ms), queueDelayMs: 60_000 });
  });

  afterEach(async () => {
    await open?.close();
    open = undefined;
  });

  const served = (): ServedAccount => {
    if (open === undefined) throw new Error('the account is there during a test alone');
    return open;
  };

  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await served().send(method, path, body);
    return { status: answer.status, body: answer.body };
  };

  /** What is made by a request that succeeds. */
  const made = async <Body>(path: string, body: unknown): Promise<Body> => {
    const answer = await send('POST', path, body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as Body;
  };

  const makeCampaign = async (channel: string, body: object): Promise<string> =>
    (await made<Reference>(`/campaigns/${channel}`, { list_id: 1, ...body })).campaign_hash;

  return {
    clock,
    get account() {
      return served().account;
    },
    get v2() {
      return served().v2;
    },
    send,
    made,

    /** A list with three contacts, the first of whom has the tag 1. @returns their ids */
    makeList: async (): Promise<readonly string[]> => {
      await made('/lists', { internal_name: 'News' });
      await made('/tags', { name: 'vip', color: '#ff0000' });
      const ids: string[] = [];
      for (const base of [
        { email: 'ana@example.com', cellphone: '351-911111111', phone: '351-211111111' },
        { email: 'rui@example.com', cellphone: '351-922222222' },
        { email: 'eva@example.com', phone: '351-233333333' },
      ]) {
        const { contact_id } = await made<{ contact_id: string }>('/lists/1/contacts', { base });
        ids.push(contact_id);
      }
      await send('POST', '/lists/1/contacts/actions/attach-tag', { tag_id: 1, contacts: [ids[0]] });
      await served().account.workOff();
      return ids;
    },

    makeEmail: (body: object = {}) => makeCampaign('email', { ...hello, ...body }),

    makeSms: (body: object = {}) =>
      makeCampaign('sms', {
        internal_name: 'Sale',
        content: { type: 'text', message: 'Hello' },
        ...body,
      }),

    /** A voice campaign by the sender 3, which is made where the account has none. */
    makeVoice: async (body: object = {}): Promise<string> => {
      const sender = { phone: '351-210000000', file: pdf };
      const { status } = await send('POST', '/senders/phone', sender);
      if (status === 201) await served().account.moderateSender({ sender: 3, status: 'active' });
      const content = { type: 'audio', audio: mp3 };
      return makeCampaign('voice', { internal_name: 'Call', sender_id: 3, content, ...body });
    },

    /** Asks for a campaign to be sent. */
    order: (channel: string, campaign: string, body: object) =>
      send('POST', `/campaigns/${channel}/${campaign}/actions/send`, body),

    /** Where messages went, in their order. */
    addresses: async () => (await served().account.outbox()).map(({ address }) => address),

    /** The campaigns, as a query asks for them. */
    listed: async (query = '') =>
      (await send('GET', `/campaigns${query}`)).body as {
        readonly total_items: number;
        readonly items: readonly { readonly id: number; readonly status: string }[];
      },
  };
}

/** A refusal for a reason, or about a field, that `errors` names. */
export const refused = (status: number, name?: string) => ({
  status,
  body: expect.objectContaining({
    status,
    detail: expect.any(String),
    ...(name === undefined
      ? {}
      : { errors: expect.objectContaining({ [name]: expect.anything() }) }),
  }),
});

export const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
export const pdf = base64('%PDF-1.7 and so on');
export const zip = base64('PK\u0003\u0004 and so on');
export const mp3 = base64('ID3\u0004 and so on');

/** An e-mail campaign of the first list. */
export const hello = {
  list_id: 1,
  internal_name: 'Nov',
  sender_id: 1,
  content: { type: 'html', body: '<p>Hello</p>' },
};

/** Orders to send. */
export const toAll = { list_id: 1, segments: { type: 'none' } };
export const toOne = (data: string) => ({ list_id: 1, segments: { type: 'contact', data } });
export const toSegments = (...data: string[]) => ({
  list_id: 1,
  segments: { type: 'segment', data },
});

/** What is answered to work that was taken. */
export const success = { result: 'success' };
