import type { extraFieldTypes } from '@egoi-client/core/wire';
import type { CampaignChannel } from '../../account/store/campaigns.ts';
import type { ExtraFieldType } from '../../account/store/extra-fields.ts';
import type { SenderChannel } from '../../account/store/senders.ts';

/** The API's words for the channels of senders (reference, getSenders). */
export const senderChannelNames = {
  email: 'email',
  sms: 'telemovel',
  voice: 'telefone',
} as const satisfies Readonly<Record<SenderChannel, string>>;

/** Its words for those of campaigns: two were seen (reference, getCampaigns), the others go by analogy. */
export const campaignChannelNames = {
  email: 'email',
  sms: 'sms_premium',
  fax: 'fax',
  voice: 'voice',
} as const satisfies Readonly<Record<CampaignChannel, string>>;

/** Its words for the kinds of extra fields. */
export const extraFieldTypeNames: Readonly<
  Record<ExtraFieldType, (typeof extraFieldTypes)[number]>
> = {
  date: 'data',
  text: 'texto',
  telephone: 'telefone',
  cellphone: 'telemovel',
  fax: 'fax',
  number: 'numero',
  email: 'email',
  choice: 'lista',
};

/** What the account calls what the API has a word for; `undefined` for any other word. */
export function meantBy<Word extends string>(
  names: Readonly<Record<Word, string>>,
  name: string,
): Word | undefined {
  return (Object.keys(names) as Word[]).find((word) => names[word] === name);
}
