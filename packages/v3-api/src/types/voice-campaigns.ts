// Written by `pnpm v3:types` from the description of the operations: change it there.

import type { SendToAll, SendToSegments, SendingHours } from './email-campaigns.ts';

/** A recording. */
export interface VoiceAudio {
  /** A recording. */
  readonly type: 'audio';
  /** The recording. */
  readonly audio?: string | undefined;
}

/** A template of the account. */
export interface VoiceTemplate {
  /** A template. */
  readonly type: 'template_id';
  /** Template, by its number as text. */
  readonly template_id?: string | undefined;
}

/** A new voice campaign. */
export interface CreateVoiceCampaignBody {
  /** Name that only the account sees. */
  readonly internal_name: string;
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** What the call says. */
  readonly content: VoiceAudio | VoiceTemplate;
  /** Sender, as the list of senders has it. 1 or more. */
  readonly sender_id: number;
  /** Group of campaigns that it is put in. 1 or more. */
  readonly group_id?: number | undefined;
}

/** Input of createVoiceCampaign. */
export interface CreateVoiceCampaignInput {
  /** A new voice campaign. */
  readonly body: CreateVoiceCampaignBody;
}

/** What changes in the call. */
export interface ChangedVoiceAudio {
  /** The recording. */
  readonly audio?: string | undefined;
}

/** What changes. */
export interface PatchVoiceCampaignBody {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Group of campaigns that it is put in. 1 or more. */
  readonly group_id?: number | undefined;
  /** What changes in the call. */
  readonly message?: ChangedVoiceAudio | undefined;
  /** Sender, as the list of senders has it. 1 or more. */
  readonly sender_id?: number | undefined;
}

/** Input of patchVoiceCampaign. */
export interface PatchVoiceCampaignInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** What changes. */
  readonly body: PatchVoiceCampaignBody;
}

/** To one contact. */
export interface SendVoiceToContact {
  /** One contact. */
  readonly type: 'contact';
  /** Number of the contact. */
  readonly data: string;
}

/** A part of the contacts. */
export interface ContactShare {
  /** A part. */
  readonly type: 'percent';
  /** Percent of the contacts. 10 to 100. */
  readonly value?: number | undefined;
}

/** So many contacts. */
export interface ContactNumber {
  /** A number. */
  readonly type: 'value';
  /** How many contacts. 10 or more. */
  readonly value?: number | undefined;
}

/** An order to send now. */
export interface SendVoiceNow {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which number is called, and which one where there is none or nobody answers. */
  readonly destination_field:
    | 'phone'
    | 'cellphone'
    | 'phone_failsafe_cellphone'
    | 'cellphone_failsafe_phone'
    | 'cellphone_phone';
  /** Whom it goes to: everybody, segments, or one contact. */
  readonly segments: SendToAll | SendToSegments | SendVoiceToContact;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
  /** Whether an address that several contacts have gets one message. */
  readonly unique_contacts_only?: boolean | undefined;
  /** How many of the contacts are called. */
  readonly limit_contacts?: ContactShare | ContactNumber | undefined;
  /** The hours between which messages go out. */
  readonly limit_hour?: SendingHours | undefined;
  /** How fast calls are made. 1 to 10. */
  readonly limit_speed?: number | undefined;
}

/** An order to send at a moment. */
export interface SendVoiceLater {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which number is called, and which one where there is none or nobody answers. */
  readonly destination_field:
    | 'phone'
    | 'cellphone'
    | 'phone_failsafe_cellphone'
    | 'cellphone_failsafe_phone'
    | 'cellphone_phone';
  /** Whom it goes to: everybody, segments, or one contact. */
  readonly segments: SendToAll | SendToSegments | SendVoiceToContact;
  /** When it is sent. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly schedule_date: string;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
  /** Whether an address that several contacts have gets one message. */
  readonly unique_contacts_only?: boolean | undefined;
  /** How many of the contacts are called. */
  readonly limit_contacts?: ContactShare | ContactNumber | undefined;
  /** The hours between which messages go out. */
  readonly limit_hour?: SendingHours | undefined;
  /** How fast calls are made. 1 to 10. */
  readonly limit_speed?: number | undefined;
}

/** Input of actionSendVoice. */
export interface ActionSendVoiceInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** Whom it goes to, and when. */
  readonly body: SendVoiceNow | SendVoiceLater;
}
