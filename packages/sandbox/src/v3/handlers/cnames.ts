import { addCname } from '../../account/campaigns/senders.ts';
import { allCnames, type Cname } from '../../account/store/senders.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { unprocessable } from '../calls/refusal.ts';
import { requiredText } from '../calls/required-text.ts';

/** Domains under which links of mails stand. */
export const cnameHandlers = {
  async getAllCNames({ sql }: HandlerCall<'getAllCNames'>) {
    const items = (await allCnames(sql)).map(cnameRecord);
    return { total_items: items.length, items };
  },

  async createCName({ sql, input }: HandlerCall<'createCName'>) {
    const value = requiredText('value', input.body.value).trim();
    if (!isDomain(value)) throw unprocessable('value', 'It must be a domain: mail.example.com');
    return cnameRecord(await addCname(sql, value));
  },
};

function isDomain(text: string): boolean {
  return (
    text.length <= 253 &&
    /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i.test(text)
  );
}

/** Nobody looks a domain up, so that none is ever verified. */
function cnameRecord({ id, name }: Cname) {
  return { cname_id: id, value: name, status: 'unverified' as const };
}
