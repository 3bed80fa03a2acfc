// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A device that takes push messages. */
export interface PushToken {
  /** App on the device. */
  readonly app_id?: string | undefined;
  /** Token of the device. */
  readonly token?: string | undefined;
}

/** The fields that every list has, and what the service keeps. */
export interface ContactBase {
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
  /** What the contact is. */
  readonly status?: 'active' | 'inactive' | 'removed' | 'unconfirmed' | undefined;
  /** On what ground the contact may be written to. */
  readonly consent?:
    | 'any'
    | 'consent'
    | 'contract'
    | 'legitimate_interest'
    | 'none'
    | 'protect_vital_interests'
    | 'public_interests'
    | 'required_by_law'
    | 'withdrawn'
    | undefined;
  /** When consent was given. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly consent_date?: string | undefined;
  /** How the contact came. */
  readonly subscription_method?: 'manual' | 'form' | 'imported' | 'referral' | 'api' | undefined;
  /** When the contact came. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly subscription_date?: string | undefined;
  /** Form by which the contact came; `0` is none. */
  readonly subscription_form?: number | undefined;
  /** How the contact left; `''` is none. */
  readonly unsubscription_method?:
    | 'manual'
    | 'form'
    | 'unsubscribe_link'
    | 'bounce'
    | 'api'
    | ''
    | undefined;
  /** Why the contact left; `''` is none. */
  readonly unsubscription_reason?:
    | 'not_interested'
    | 'lack_of_time'
    | 'email_address_change'
    | 'spam'
    | 'other'
    | ''
    | undefined;
  /** What the contact said when leaving. */
  readonly unsubscription_observation?: string | undefined;
  /** When the contact left. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly unsubscription_date?: string | undefined;
  /** When the contact was last changed. `YYYY-MM-DD`; `''` is none. */
  readonly change_date?: string | undefined;
  /** First name. */
  readonly first_name?: string | undefined;
  /** Last name. */
  readonly last_name?: string | undefined;
  /** Day of birth. `YYYY-MM-DD`; `''` is none. */
  readonly birth_date?: string | undefined;
  /** Language of the contact. */
  readonly language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** E-mail address. */
  readonly email?: string | undefined;
  /** Mobile, as prefix-number. */
  readonly cellphone?: string | undefined;
  /** Telephone, as prefix-number. */
  readonly phone?: string | undefined;
  /** Whether the e-mail address is used. */
  readonly email_status?: 'active' | 'inactive' | undefined;
  /** Whether the mobile is used. */
  readonly cellphone_status?: 'active' | 'inactive' | undefined;
  /** Whether the telephone is used. */
  readonly phone_status?: 'active' | 'inactive' | undefined;
  /** Devices with Android. */
  readonly push_token_android?: readonly PushToken[] | undefined;
  /** Devices with iOS. */
  readonly push_token_ios?: readonly PushToken[] | undefined;
}

/** The value of an extra field. */
export interface ContactExtraField {
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
  /** Format of its values. */
  readonly format?:
    | 'date'
    | 'text'
    | 'cellphone'
    | 'phone'
    | 'number'
    | 'email'
    | 'options'
    | undefined;
  /**
   * Text in every format but `options`, which has numbers of options; phones as prefix-number, `''`
   * for none.
   */
  readonly value?: string | readonly number[] | undefined;
  /** Whether an address in the field is used. */
  readonly status?: 'active' | 'inactive' | undefined;
}

/** A contact of a list. */
export interface Contact {
  /** The fields that every list has, and what the service keeps. */
  readonly base: ContactBase;
  /** Values of extra fields; the service lists those without a value as well. */
  readonly extra?: readonly ContactExtraField[] | undefined;
  /** Tags of the contact. */
  readonly tags?: readonly number[] | undefined;
}

/** A page of contacts. */
export interface ContactPage {
  /** The contacts of this page. */
  readonly items: readonly Contact[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllContacts. */
export interface GetAllContactsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Only contacts with this first name. */
  readonly first_name?: string | undefined;
  /** Only contacts with this last name. */
  readonly last_name?: string | undefined;
  /** Only contacts with this e-mail address. */
  readonly email?: string | undefined;
  /** Only contacts whose e-mail address is used, or is not. */
  readonly email_status?: boolean | undefined;
  /** Only contacts with this mobile. */
  readonly cellphone?: string | undefined;
  /** Only contacts whose mobile is used, or is not. */
  readonly cellphone_status?: boolean | undefined;
  /** Only contacts with this telephone. */
  readonly phone?: string | undefined;
  /** Only contacts whose telephone is used, or is not. */
  readonly phone_status?: boolean | undefined;
  /** Only contacts born that day. `YYYY-MM-DD`; `''` is none. */
  readonly birth_date?: string | undefined;
  /** Only contacts with this language. */
  readonly language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** Only contacts with these values in extra fields, by the numbers of the fields. */
  readonly extra_field_id?: Readonly<Record<string, string>> | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** The fields that every list has, of a new contact. */
export interface NewContactBase {
  /** What the contact is from the start. The service takes `active` where it is left out. */
  readonly status?: 'active' | 'inactive' | 'removed' | 'unconfirmed' | undefined;
  /** First name. */
  readonly first_name?: string | undefined;
  /** Last name. */
  readonly last_name?: string | undefined;
  /** Day of birth. `YYYY-MM-DD`; `''` is none. */
  readonly birth_date?: string | undefined;
  /** Language of the contact. */
  readonly language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** E-mail address. */
  readonly email?: string | undefined;
  /** Mobile. As prefix-number, without a +: `351-912345678`. */
  readonly cellphone?: string | undefined;
  /** Telephone. As prefix-number, without a +: `351-912345678`. */
  readonly phone?: string | undefined;
  /** Devices with Android. */
  readonly push_token_android?: readonly PushToken[] | undefined;
  /** Devices with iOS. */
  readonly push_token_ios?: readonly PushToken[] | undefined;
}

/** The value that a contact has in an extra field. */
export interface ExtraFieldValue {
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
  /**
   * Text in every format but `options`, which has numbers of options; phones as prefix-number, `''`
   * for none.
   */
  readonly value: string | readonly number[];
  /** Whether an address in the field is used; in fields with addresses alone. */
  readonly status?: 'active' | 'inactive' | undefined;
}

/** Where the contact came from, as addresses on the web say it. */
export interface Utm {
  /** Site or list that sent the contact. */
  readonly utm_source?: string | undefined;
  /** Kind of that source. */
  readonly utm_medium?: string | undefined;
  /** Campaign that it belongs to. */
  readonly utm_campaign?: string | undefined;
  /** Which link or piece it was. */
  readonly utm_content?: string | undefined;
  /** Words that were searched for. */
  readonly utm_term?: string | undefined;
}

/** The page that sent the contact. */
export interface Referrer {
  /** Address of the page. */
  readonly referrer?: string | undefined;
}

/** The advertisement that sent the contact. */
export interface Advertising {
  /** Click, by Google's number. */
  readonly gclid?: string | undefined;
  /** Click, by Microsoft's number. */
  readonly msclkid?: string | undefined;
  /** Click, by Facebook's number. */
  readonly fbclid?: string | undefined;
}

/** A contact to add. */
export interface NewContact {
  /** The fields that every list has, of a new contact. */
  readonly base?: NewContactBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
  /** Where the contact came from, as addresses on the web say it. */
  readonly utm?: Utm | undefined;
  /** The page that sent the contact. */
  readonly referrer?: Referrer | undefined;
  /** The advertisement that sent the contact. */
  readonly advertising?: Advertising | undefined;
}

/** The contact that was added or changed. */
export interface ContactReference {
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
}

/** Input of createContact. */
export interface CreateContactInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** A contact to add. */
  readonly body: NewContact;
}

/** What e-mails to the contact came to. */
export interface ContactEmailStats {
  /** E-mails sent. 0 or more. */
  readonly sent?: number | undefined;
  /** Times that they were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Times that they were passed on. 0 or more. */
  readonly forwards?: number | undefined;
  /** Purchases and goals that followed. 0 or more. */
  readonly conversions?: number | undefined;
  /** Times that they were shared. 0 or more. */
  readonly social_actions?: number | undefined;
  /** When the last one was sent. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_send_date?: string | null | undefined;
  /** When one was last opened. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_open_date?: string | null | undefined;
  /** When a link was last clicked on. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_click_date?: string | null | undefined;
  /** Country where one was last opened. */
  readonly last_open_country?: string | null | undefined;
  /** Region where one was last opened. */
  readonly last_open_region?: string | null | undefined;
  /** City where one was last opened. */
  readonly last_open_city?: string | null | undefined;
}

/** What SMS to the contact came to. */
export interface ContactSmsStats {
  /** SMS sent. 0 or more. */
  readonly sent?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly delivered?: number | undefined;
}

/** What push messages to the contact came to. */
export interface ContactPushStats {
  /** Messages sent. 0 or more. */
  readonly sent?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly delivered?: number | undefined;
  /** Those that did not arrive. 0 or more. */
  readonly not_delivered?: number | undefined;
  /** Times that they were opened. 0 or more. */
  readonly views?: number | undefined;
  /** Clicks on them. 0 or more. */
  readonly clicks?: number | undefined;
  /** When one was last opened. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_view_date?: string | null | undefined;
}

/** What messages to the contact's browsers came to. */
export interface ContactWebPushStats {
  /** Messages sent. 0 or more. */
  readonly sent?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly delivered?: number | undefined;
  /** Clicks on them. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
  /** When the last one was sent. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_send_date?: string | null | undefined;
  /** When one last arrived. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_delivery_date?: string | null | undefined;
  /** When one was last clicked on. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_click_date?: string | null | undefined;
  /** When one last came back. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly last_bounce_date?: string | null | undefined;
}

/** What calls to the contact came to. */
export interface ContactVoiceStats {
  /** Calls made. 0 or more. */
  readonly sent?: number | undefined;
  /** Those that were answered. 0 or more. */
  readonly answered?: number | undefined;
}

/** Where the contact came from. */
export interface ContactTraffic {
  /** Where the contact came from, as addresses on the web say it. */
  readonly utm?: Utm | undefined;
  /** The page that sent the contact. */
  readonly referrer?: Referrer | undefined;
  /** The advertisement that sent the contact. */
  readonly advertising?: Advertising | undefined;
}

/** A contact with its statistics. */
export interface ContactDetails {
  /** The fields that every list has, and what the service keeps. */
  readonly base: ContactBase;
  /** Values of extra fields; the service lists those without a value as well. */
  readonly extra?: readonly ContactExtraField[] | undefined;
  /** Tags of the contact. */
  readonly tags?: readonly number[] | undefined;
  /** What e-mails to the contact came to. */
  readonly email_stats?: ContactEmailStats | undefined;
  /** What SMS to the contact came to. */
  readonly sms_stats?: ContactSmsStats | undefined;
  /** What push messages to the contact came to. */
  readonly push_stats?: ContactPushStats | undefined;
  /** What messages to the contact's browsers came to. */
  readonly webpush_stats?: ContactWebPushStats | undefined;
  /** What calls to the contact came to. */
  readonly voice_stats?: ContactVoiceStats | undefined;
  /** Where the contact came from. */
  readonly traffic_stats?: ContactTraffic | undefined;
}

/** Input of getContact. */
export interface GetContactInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
}

/** The fields that change; others stay. */
export interface ChangedContactBase {
  /** What the contact becomes. `removed` is no choice: unsubscribe it. */
  readonly status?: 'active' | 'inactive' | 'unconfirmed' | undefined;
  /** On what ground the contact may be written to. */
  readonly consent?:
    | 'any'
    | 'consent'
    | 'contract'
    | 'legitimate_interest'
    | 'none'
    | 'protect_vital_interests'
    | 'public_interests'
    | 'required_by_law'
    | 'withdrawn'
    | undefined;
  /** First name. */
  readonly first_name?: string | undefined;
  /** Last name. */
  readonly last_name?: string | undefined;
  /** Day of birth. `YYYY-MM-DD`; `''` is none. */
  readonly birth_date?: string | undefined;
  /** Language of the contact. */
  readonly language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** E-mail address. */
  readonly email?: string | undefined;
  /** Mobile. As prefix-number, without a +: `351-912345678`. */
  readonly cellphone?: string | undefined;
  /** Telephone. As prefix-number, without a +: `351-912345678`. */
  readonly phone?: string | undefined;
  /** Whether the e-mail address is used. */
  readonly email_status?: 'active' | 'inactive' | undefined;
  /** Whether the mobile is used. */
  readonly cellphone_status?: 'active' | 'inactive' | undefined;
  /** Whether the telephone is used. */
  readonly phone_status?: 'active' | 'inactive' | undefined;
  /** Devices with Android. */
  readonly push_token_android?: readonly PushToken[] | undefined;
  /** Devices with iOS. */
  readonly push_token_ios?: readonly PushToken[] | undefined;
}

/** What changes in a contact. */
export interface ChangedContact {
  /** The fields that change; others stay. */
  readonly base?: ChangedContactBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
}

/** Input of patchContact. */
export interface PatchContactInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
  /** What changes in a contact. */
  readonly body: ChangedContact;
}

/** The value by which the contact is found. */
export interface CompareField {
  /** Unique field: `email`, `cellphone`, `phone`, or the number of an extra field. */
  readonly field_id?: string | undefined;
  /** Value of the contact that is meant. */
  readonly value?: string | undefined;
}

/** Which contact is meant, and what changes in it. */
export interface ContactByField {
  /** The value by which the contact is found. */
  readonly compare_field?: CompareField | undefined;
  /** The fields that change; others stay. */
  readonly base?: ChangedContactBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
}

/** Input of updateContactByField. */
export interface UpdateContactByFieldInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which contact is meant, and what changes in it. */
  readonly body: ContactByField;
}

/** A contact in one of the lists. */
export interface FoundContact {
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
  /** Contact list. 1 or more. */
  readonly list_id: number;
}

/** A page of contacts. */
export interface FoundContactPage {
  /** The contacts of this page. */
  readonly items: readonly FoundContact[];
}

/** Input of searchContacts. */
export interface SearchContactsInput {
  /** What kind of address it is. The service takes `email` where it is left out. */
  readonly type?: 'email' | 'cellphone' | 'phone' | undefined;
  /** The address. */
  readonly contact: string;
}

/** Input of getAllContactsBySegment. */
export interface GetAllContactsBySegmentInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Segment, by its id. */
  readonly segment_id: string;
  /** Whether removed contacts are given too. */
  readonly show_removed?: boolean | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** What it was about. */
export interface ContactActivityData {
  /** Campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
  /** Address that was clicked on. */
  readonly url?: string | undefined;
  /** Tag. 1 or more. */
  readonly tag_id?: number | undefined;
  /** Automation. 1 or more. */
  readonly automation_id?: number | undefined;
}

/** Something that a contact did or that was done to it. */
export interface ContactActivity {
  /** What it was: `email_open`, `attach_tag`, … */
  readonly action_name: string;
  /** When it was. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly date?: string | undefined;
  /** What it was about. */
  readonly action_data?: ContactActivityData | undefined;
}

/** A page of activities. */
export interface ContactActivityPage {
  /** The activities of this page. */
  readonly items: readonly ContactActivity[];
}

/** Input of getAllContactActivities. */
export interface GetAllContactActivitiesInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
  /** Only what was then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly date_min?: string | undefined;
  /** Only what was then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly date_max?: string | undefined;
  /** Only this. */
  readonly action_name?:
    | 'email_open'
    | 'email_click'
    | 'forward'
    | 'conversion'
    | 'email_send'
    | 'sms_send'
    | 'voice_send'
    | 'mms_send'
    | 'sms_report'
    | 'voice_report'
    | 'invitation_send'
    | 'invitation_open'
    | 'mms_open'
    | 'unsubscribe'
    | 'email_soft_bounce'
    | 'email_hard_bounce'
    | 'subscription'
    | 'resubscription'
    | 'unsubscribe_reason'
    | 'facebook_like'
    | 'social_share'
    | 'unsubscribe_manual'
    | 'double_optin'
    | 'double_optin_resend'
    | 'email_spam_complaint'
    | 'email_field_disable'
    | 'cellphone_field_disable'
    | 'phone_field_disable'
    | 'unsubscribe_api'
    | 'email_field_enable'
    | 'cellphone_field_enable'
    | 'phone_field_enable'
    | 'edit_subscription'
    | 'double_optedit'
    | 'automation_event'
    | 'push_send'
    | 'push_open'
    | 'push_click'
    | 'push_received'
    | 'push_error'
    | 'push_canceled'
    | 'reply_to_email'
    | 'web_push_send'
    | 'web_push_delivered'
    | 'web_push_open'
    | 'web_push_bounce'
    | 'web_push_click'
    | 'web_push_subscription'
    | 'web_push_unsubscription'
    | 'add_push_contact'
    | 'remove_push_contact'
    | 'forget_subscription'
    | 'change_consent'
    | 'push_unsubscription'
    | 'voice_menu_event'
    | 'voice_redirect'
    | 'automation_action'
    | 'automation_trigger'
    | 'push_delivered'
    | 'attach_tag'
    | 'detach_tag'
    | 'smart_sms_send'
    | 'smart_sms_open'
    | 'smart_sms_click'
    | 'smart_sms_report'
    | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}
