// Written by `pnpm core:types` from the catalogue: change it there.

/** One line. */
export interface AdvancedReportLine {
  /** Number of the list. */
  LISTNUM?: number | null | undefined;
  /** Hash of the campaign. */
  HASH?: string | undefined;
  /** Contacts of the list. */
  SUBSCRIBERS?: number | null | undefined;
  /** Messages sent. */
  SENT?: number | null | undefined;
}

/** One automation. */
export interface Automation {
  /** Number of the automation. */
  ID?: number | undefined;
  /** Name of the automation. */
  NAME?: string | undefined;
  /** Number of its list. */
  LISTNUM?: number | null | undefined;
  /** State of the automation. */
  STATUS?: string | undefined;
}

/** One campaign. */
export interface Campaign {
  /** Hash of the campaign. */
  HASH: string;
  /** Reference of the campaign. */
  REF?: string | undefined;
  /** Number of its list. */
  LISTNUM?: number | null | undefined;
  /** Subject or title. */
  SUBJECT?: string | undefined;
  /** Name inside the account. */
  INTERNAL_NAME?: string | undefined;
  /** `'email'`, `'sms_premium'`, … */
  CHANNEL?: string | undefined;
  /** `'finished'`, `'archived'`, `'deleted'`, `'standby'`, … */
  STATUS?: string | undefined;
  /** When sending began. */
  START?: string | null | undefined;
  /** When sending ended. */
  END?: string | null | undefined;
}

/** One contact. */
export interface Contact {
  /** Reference of the contact. */
  UID: string;
  /** When the contact was added. */
  ADD_DATE?: string | null | undefined;
  /** How the contact came in. */
  SUBSCRIPTION_METHOD?: string | undefined;
  /** Number of the list. */
  LIST?: number | null | undefined;
  /** First name. */
  FIRST_NAME?: string | undefined;
  /** Last name. */
  LAST_NAME?: string | undefined;
  /** E-mail address. */
  EMAIL?: string | undefined;
  /** Mobile, as prefix-number. */
  CELLPHONE?: string | undefined;
  /** Telephone, as prefix-number. */
  TELEPHONE?: string | undefined;
  /** Fax, as prefix-number. */
  FAX?: string | undefined;
  /** Language, two letters. */
  LANGUAGE?: string | undefined;
  /** Day of birth. */
  BIRTH_DATE?: string | null | undefined;
  /** 0 unconfirmed, 1 active, 2 removed, 3 invited, 4 inactive. */
  STATUS?: number | null | undefined;
  /** E-mails that came back. */
  BOUNCES?: number | null | undefined;
  /** E-mails sent. */
  EMAIL_SENT?: number | null | undefined;
  /** E-mails opened. */
  EMAIL_VIEWS?: number | null | undefined;
  /** Recommendations made. */
  REFERRALS?: number | null | undefined;
  /** Recommendations that became contacts. */
  REFERRALS_CONVERTED?: number | null | undefined;
  /** Clicks. */
  CLICKS?: number | null | undefined;
  /** SMS sent. */
  SMS_SENT?: number | null | undefined;
  /** SMS delivered. */
  SMS_DELIVERED?: number | null | undefined;
  /** Faxes sent. */
  FAX_SENT?: number | null | undefined;
  /** Voice calls made. */
  VOICE_CALLS_SENT?: number | null | undefined;
  /** Voice calls answered. */
  VOICE_CALLS_ANSWERED?: number | null | undefined;
  /** MMS sent. */
  MMS_SENT?: number | null | undefined;
  /** How the contact was removed. */
  REMOVE_METHOD?: string | undefined;
  /** When the contact was removed. */
  REMOVE_DATE?: string | null | undefined;
  /** When the contact was last changed. */
  MODIFICATION_DATE?: string | null | undefined;
  /** Language, in the tables of one client; the recorded answer has `LANGUAGE`. */
  LANG?: string | undefined;
  /** Obsolete. */
  TAX_ID?: string | undefined;
  /** Obsolete. */
  ADDRESS?: string | undefined;
  /** Obsolete. */
  ZIP_CODE?: string | undefined;
  /** Obsolete. */
  CITY?: string | undefined;
  /** Obsolete. */
  DISTRICT?: string | undefined;
  /** Obsolete. */
  STATE?: string | undefined;
  /** Obsolete. */
  COUNTRY?: string | undefined;
  /** Obsolete. */
  AGE?: string | undefined;
  /** Obsolete. */
  GENDER?: string | undefined;
  /** Obsolete. */
  ID_CARD?: string | undefined;
  /** Obsolete. */
  COMPANY?: string | undefined;
  /** Value of the extra field with that number. */
  [extra: `EXTRA_FIELD_${number}`]: unknown;
}

/** One thing that happened. */
export interface ContactEvent {
  /** When it happened. */
  DATE?: string | null | undefined;
  /** What happened. */
  ACTION?: string | undefined;
  /** Hash of the campaign, where one was concerned. */
  CAMPAIGN?: string | undefined;
}

/** One extra field. */
export interface ExtraField {
  /** Name of the field. */
  NAME: string;
  /** Kind of field; the sandbox's choice. */
  TYPE?: string | undefined;
}

/** One form. */
export interface Form {
  /** Number of the form. */
  id: number;
  /** Title of the form. */
  title?: string | undefined;
  /** Host and path without scheme. */
  url?: string | undefined;
  /** Hash of the form. */
  hash?: string | undefined;
  /** Whether it is the default form of the list. */
  default?: boolean | undefined;
}

/** One submission. */
export interface FormSubmission {
  /** Number of the form. */
  FORM_ID?: number | null | undefined;
  /** Reference of the contact. */
  UID?: string | undefined;
  /** Address of the contact. */
  EMAIL?: string | undefined;
  /** When it was submitted. */
  DATE?: string | null | undefined;
}

/** One template. */
export interface HeaderFooterTemplate {
  /** Number of the template. */
  ID: string;
  /** Name of the template. */
  NAME: string;
}

/**  */
export interface ImportedContact {
  /** 0 unconfirmed (starts the double opt-in), 1 active, 2 removed, 3 invited, 4 inactive. */
  readonly status?: 0 | 1 | 2 | 3 | 4 | '0' | '1' | '2' | '3' | '4' | null | undefined;
  /**
   * Code of the sender of the confirmation and welcome mails; its address in calls of about 2011.
   */
  readonly from?: string | null | undefined;
  /** Language of the contact; `hu` is in one client's table, `''` leaves it as it is. */
  readonly lang?: 'pt' | 'br' | 'en' | 'es' | 'fr' | 'de' | 'hu' | '' | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** 0 checks the syntax, 1 also the domain, 2 also the address. */
  readonly validate_email?: 0 | 1 | 2 | '0' | '1' | '2' | null | undefined;
  /** Whether the phone numbers are checked. */
  readonly validate_phone?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Mobile, as prefix-number: `351-912345678`. */
  readonly cellphone?: string | null | undefined;
  /** Telephone, as prefix-number. */
  readonly telephone?: string | null | undefined;
  /** Fax, as prefix-number. */
  readonly fax?: string | null | undefined;
  /** First name. */
  readonly first_name?: string | null | undefined;
  /** Last name. */
  readonly last_name?: string | null | undefined;
  /** Day of birth, `YYYY-MM-DD` or `DD-MM-YYYY`; `''` is none. */
  readonly birth_date?: string | null | undefined;
  /** Numbers of tags to attach. */
  readonly tags?:
    | readonly (string | number)[]
    | { readonly id: string | number }
    | null
    | undefined;
  /** Form whose style the confirmation and welcome mails use. */
  readonly formID?: number | string | null | undefined;
  /** Value of the extra field with that number: text, or a number. */
  readonly [extra: `extra_${number}`]: unknown;
}

/** One list. */
export interface List {
  /** Number of the list. */
  listnum: number;
  /** Public title. */
  title?: string | undefined;
  /** Internal title. */
  title_ref?: string | undefined;
  /** Group. */
  grupo?: string | undefined;
  /** Active contacts. */
  subs_activos?: number | null | undefined;
  /** All contacts. */
  subs_total?: number | null | undefined;
  /** Language. */
  idioma?: string | undefined;
  /** Further languages. */
  idiomas_extra?: string[] | undefined;
  /** User name of the owner. */
  user_id?: string | undefined;
  /** Whether the list is used for e-mail. */
  canal_email?: boolean | undefined;
  /** Whether the list is used for SMS. */
  canal_sms?: boolean | undefined;
  /** Extra fields; empty when the list has none. */
  extra_fields?: ListExtraField[] | undefined;
}

/** One extra field. */
export interface ListExtraField {
  /** Number of the field. */
  id: number;
  /** Name of the field. */
  ref?: string | undefined;
  /** Number of the list. */
  listnum?: number | undefined;
  /** Options of a `lista` field. */
  opcoes?: string | undefined;
}

/** The new campaign. */
export interface NewCampaign {
  /** Hash of the campaign. */
  ID: string;
}

/** The new segment. */
export interface NewSegment {
  /** Number of the segment. */
  ID?: number | undefined;
}

/** The sender. */
export interface NewSender {
  /** Code of the sender. */
  FROMID?: string | undefined;
}

/** One operation. */
export interface Operation {
  /** Number of the operation. */
  ID?: number | undefined;
  /** Method that asked for it. */
  OPERATION?: string | undefined;
  /** Number of the list. */
  LISTNUM?: number | null | undefined;
  /** State of the operation. */
  STATUS?: string | undefined;
  /** Contacts in it. */
  TOTAL?: number | null | undefined;
  /** When it was asked for. */
  START?: string | null | undefined;
  /** When it ended. */
  END?: string | null | undefined;
}

/** The outcome. */
export interface Outcome {
  /** 'OK' when it was done. */
  RESULT?: string | undefined;
}

/** One network. */
export interface ReportNetwork {
  /** Name of the network. */
  name?: string | undefined;
  /** SMS sent. */
  sent?: number | null | undefined;
  /** SMS that failed. */
  sent_errors?: number | null | undefined;
  /** Views. */
  views?: number | null | undefined;
  /** Views that failed. */
  view_errors?: number | null | undefined;
}

/** One place. */
export interface ReportPlace {
  /** Name. */
  name?: string | undefined;
  /** How often. */
  count?: number | null | undefined;
}

/** Counts of programs. */
export interface ReportPrograms {
  /** Counts by name. */
  email_client?: { [name: string]: number | null } | undefined;
  /** Counts by name. */
  webmail?: { [name: string]: number | null } | undefined;
  /** Counts by name. */
  mobile?: { [name: string]: number | null } | undefined;
}

/** The segment. */
export interface Segment {
  /** Name of the segment. */
  NAME: string;
  /** Number of the segment; the sandbox's choice. */
  ID?: number | null | undefined;
}

/** One segment. */
export interface SegmentEntry {
  /** The segment. */
  segment: Segment;
}

/** One sender. */
export interface Sender {
  /** Code of the sender. */
  FROMID: string;
  /** Address, number or text. */
  SENDER?: string | undefined;
  /** `'email'`, `'telemovel'`, … */
  CHANNEL?: string | undefined;
}

/** What was sent. */
export interface SentMessage {
  /** Says that it was sent; the hash of the campaign. */
  ID?: string | undefined;
  /** Hash of the campaign that was made for a direct message. */
  CAMPAIGN?: string | undefined;
}

/** One tag. */
export interface Tag {
  /** Number of the tag. */
  ID: number;
  /** Name of the tag. */
  NAME: string;
}

/** One template. */
export interface Template {
  /** Number of the template. */
  ID?: number | undefined;
  /** Name of the template. */
  NAME?: string | undefined;
}
