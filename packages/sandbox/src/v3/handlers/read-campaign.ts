import type { HeaderFooter, SmsOptions } from '@egoi-client/v3-api';
import { requireSender } from '../../account/campaigns/senders.ts';
import { requireList } from '../../account/lists/lists.ts';
import type { Campaign } from '../../account/store/campaigns.ts';
import type { List } from '../../account/store/lists.ts';
import type { Sender, SenderChannel } from '../../account/store/senders.ts';
import { templates } from '../../account/store/templates.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import { inField, unprocessable } from '../calls/refusal.ts';

/** What only the API knows of a campaign; the account keeps it with it. */
export interface CampaignDetails {
  readonly plain_text?: string | undefined;
  readonly snippet?: string | undefined;
  readonly use_page_title?: boolean | undefined;
  readonly template_id?: number | undefined;
  readonly header_footer?: HeaderFooter | undefined;
  readonly options?: SmsOptions | undefined;
}

export function detailsOf({ details }: Campaign): CampaignDetails {
  return details === null ? {} : (JSON.parse(details) as CampaignDetails);
}

/** The list that a body names. @throws Refusal 422 for one that the account does not have */
export function readList({ sql }: AccountWork, id: number): Promise<List> {
  return inField('list_id', () => requireList(sql, id));
}

/** A sender that a body names. @throws Refusal 422 for one that the account does not have */
export function readSender(
  { sql }: AccountWork,
  channel: SenderChannel,
  id: number,
  field = 'sender_id',
): Promise<Sender> {
  return inField(field, () => requireSender(sql, channel, id));
}

/** What a template holds, which is its name. @throws Refusal 422 for one that the account does not have */
export function readTemplate(field: string, id: number): string {
  const template = templates.find((known) => known.id === id);
  if (template === undefined) throw unprocessable(field, 'The template does not exist');
  return template.name;
}
