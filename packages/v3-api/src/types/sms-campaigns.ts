// Written by `pnpm v3:types` from the description of the operations: change it there.

import type { SendToAll, SendToSegments } from './email-campaigns.ts';

/** Text that the request holds. */
export interface SmsText {
  /** Text. */
  readonly type: 'text';
  /** Text of the message. */
  readonly message: string;
}

/** A template of the account. */
export interface SmsTemplate {
  /** A template. */
  readonly type: 'template';
  /** Template. */
  readonly template_id: number;
}

/** How the message is written. */
export interface SmsOptions {
  /** Alphabet of the message. */
  readonly encoding?: 'gsm' | 'gsm_extended' | 'unicode' | undefined;
  /** Most messages that a long text may take. 1 to 7. */
  readonly max_messages?: number | undefined;
}

/** A new SMS campaign. */
export interface CreateSmsCampaignBody {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Name that only the account sees. */
  readonly internal_name: string;
  /** What the message holds. */
  readonly content: SmsText | SmsTemplate;
  /** Sender, as the list of senders has it. 1 or more. */
  readonly sender_id?: number | undefined;
  /** How the message is written. */
  readonly options?: SmsOptions | undefined;
}

/** Input of createSmsCampaign. */
export interface CreateSmsCampaignInput {
  /** A new SMS campaign. */
  readonly body: CreateSmsCampaignBody;
}

/** What changes in the message. */
export interface ChangedSmsText {
  /** Text of the message. */
  readonly message?: string | undefined;
}

/** What changes. */
export interface PatchSmsCampaignBody {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** What changes in the message. */
  readonly content?: ChangedSmsText | undefined;
  /** Sender, as the list of senders has it. 1 or more. */
  readonly sender_id?: number | undefined;
  /** How the message is written. */
  readonly options?: SmsOptions | undefined;
}

/** Input of patchSmsCampaign. */
export interface PatchSmsCampaignInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** What changes. */
  readonly body: PatchSmsCampaignBody;
}

/** To one contact. */
export interface SendSmsToContact {
  /** One contact. */
  readonly type: 'contact';
  /** Mobile of the contact, as prefix-number. */
  readonly data: string;
}

/** An order to send now. */
export interface SendSmsNow {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Field that the number is taken from: `cellphone`. */
  readonly destination_field: string;
  /** Whom it goes to: everybody, segments, or one contact. */
  readonly segments: SendToAll | SendToSegments | SendSmsToContact;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
}

/** An order to send at a moment. */
export interface SendSmsLater {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Field that the number is taken from: `cellphone`. */
  readonly destination_field: string;
  /** Whom it goes to: everybody, segments, or one contact. */
  readonly segments: SendToAll | SendToSegments | SendSmsToContact;
  /** When it is sent. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly schedule_date: string;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
}

/** Input of actionSendSms. */
export interface ActionSendSmsInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** Whom it goes to, and when. */
  readonly body: SendSmsNow | SendSmsLater;
}
