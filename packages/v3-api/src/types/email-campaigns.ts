// Written by `pnpm v3:types` from the description of the operations: change it there.

/** HTML that the request holds. */
export interface HtmlContent {
  /** HTML. */
  readonly type: 'html';
  /** The HTML. */
  readonly body: string;
  /** The mail as plain text. */
  readonly plain_text?: string | undefined;
  /** What mail programs show beside the subject. */
  readonly snippet?: string | undefined;
}

/** A template of the account. */
export interface TemplateContent {
  /** A template. */
  readonly type: 'template';
  /** Template. */
  readonly template_id: number;
  /** The mail as plain text. */
  readonly plain_text?: string | undefined;
  /** What mail programs show beside the subject. */
  readonly snippet?: string | undefined;
}

/** A page of the web. */
export interface WebPageContent {
  /** A page. */
  readonly type: 'web_page';
  /** Address of the page. */
  readonly url: string;
  /** Whether the title of the page is the subject. */
  readonly use_page_title?: boolean | undefined;
  /** The mail as plain text. */
  readonly plain_text?: string | undefined;
  /** What mail programs show beside the subject. */
  readonly snippet?: string | undefined;
}

/** A file. */
export interface FileContent {
  /** A file. */
  readonly type: 'file';
  /** The file. */
  readonly file: string;
  /** The mail as plain text. */
  readonly plain_text?: string | undefined;
  /** What mail programs show beside the subject. */
  readonly snippet?: string | undefined;
}

/** The links above the mail. */
export interface HeaderLinks {
  /** A link to pass the mail on. */
  readonly forward?: boolean | undefined;
  /** A link to the mail on the web. */
  readonly view_web?: boolean | undefined;
  /** A link to leave the list. */
  readonly unsubscribe?: boolean | undefined;
  /** A link to change what the account knows. */
  readonly edit?: boolean | undefined;
  /** Links to social networks. */
  readonly social_share?: boolean | undefined;
  /** A link to Facebook. */
  readonly facebook_share?: boolean | undefined;
  /** A link to Twitter. */
  readonly twitter_share?: boolean | undefined;
}

/** The links below the mail. */
export interface FooterLinks {
  /** A link to pass the mail on. */
  readonly forward?: boolean | undefined;
  /** A link to the mail on the web. */
  readonly view_web?: boolean | undefined;
  /** A link to leave the list. */
  readonly unsubscribe?: boolean | undefined;
  /** A link to change what the account knows. */
  readonly edit?: boolean | undefined;
  /** Links to social networks. */
  readonly social_share?: boolean | undefined;
  /** A link to Facebook. */
  readonly facebook_share?: boolean | undefined;
  /** A link to Twitter. */
  readonly twitter_share?: boolean | undefined;
}

/** What stands above and below the mail. */
export interface HeaderFooter {
  /** A header and footer of the account. 1 or more. */
  readonly id?: number | undefined;
  /** The links above the mail. */
  readonly header_links?: HeaderLinks | undefined;
  /** The links below the mail. */
  readonly footer_links?: FooterLinks | undefined;
}

/** A new e-mail campaign. */
export interface CreateEmailCampaignBody {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Name that only the account sees. */
  readonly internal_name: string;
  /** What the mail holds. */
  readonly content: HtmlContent | TemplateContent | WebPageContent | FileContent;
  /** Sender, as the list of senders has it. 1 or more. */
  readonly sender_id: number;
  /** Subject of the mail; the internal name where a new campaign has none. */
  readonly subject?: string | undefined;
  /** Sender to whom replies go. 1 or more. */
  readonly reply_to?: number | undefined;
  /** What stands above and below the mail. */
  readonly header_footer?: HeaderFooter | undefined;
}

/** The campaign that was made or changed. */
export interface CampaignReference {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
}

/** Input of createEmailCampaign. */
export interface CreateEmailCampaignInput {
  /** A new e-mail campaign. */
  readonly body: CreateEmailCampaignBody;
}

/** What changes in the mail; only HTML can. */
export interface ChangedHtmlContent {
  /** The HTML. */
  readonly body?: string | undefined;
  /** The mail as plain text. */
  readonly plain_text?: string | undefined;
  /** What mail programs show beside the subject. */
  readonly snippet?: string | undefined;
}

/** What changes. */
export interface PatchEmailCampaignBody {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Subject of the mail; the internal name where a new campaign has none. */
  readonly subject?: string | undefined;
  /** What changes in the mail; only HTML can. */
  readonly content?: ChangedHtmlContent | undefined;
  /** Sender, as the list of senders has it. 1 or more. */
  readonly sender_id?: number | undefined;
  /** Sender to whom replies go. 1 or more. */
  readonly reply_to?: number | undefined;
  /** What stands above and below the mail. */
  readonly header_footer?: HeaderFooter | undefined;
}

/** Input of patchEmailCampaign. */
export interface PatchEmailCampaignInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** What changes. */
  readonly body: PatchEmailCampaignBody;
}

/** To all active contacts of the list. */
export interface SendToAll {
  /** No choice among them. */
  readonly type: 'none';
}

/** To the contacts of segments. */
export interface SendToSegments {
  /** Segments. */
  readonly type: 'segment';
  /** Segments, by their ids. */
  readonly data: readonly string[];
}

/** To one contact. */
export interface SendEmailToContact {
  /** One contact. */
  readonly type: 'contact';
  /** E-mail address of the contact. */
  readonly data: string;
}

/** The hours between which messages go out. */
export interface SendingHours {
  /** From then. `HH:MM`. */
  readonly hour_start?: string | undefined;
  /** Until then. `HH:MM`. */
  readonly hour_end?: string | undefined;
}

/** An order to send now. */
export interface SendEmailNow {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Whom it goes to: everybody, segments, or one contact. */
  readonly segments: SendToAll | SendToSegments | SendEmailToContact;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
  /** Field that the address is taken from; `email` where it is left out. */
  readonly destination_field?: string | undefined;
  /** Whether an address that several contacts have gets one message. */
  readonly unique_contacts_only?: boolean | undefined;
  /** The hours between which messages go out. */
  readonly limit_hour?: SendingHours | undefined;
}

/** An order to send at a moment. */
export interface SendEmailLater {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Whom it goes to: everybody, segments, or one contact. */
  readonly segments: SendToAll | SendToSegments | SendEmailToContact;
  /** When it is sent. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly schedule_date: string;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
  /** Field that the address is taken from; `email` where it is left out. */
  readonly destination_field?: string | undefined;
  /** Whether an address that several contacts have gets one message. */
  readonly unique_contacts_only?: boolean | undefined;
}

/** Input of actionSendEmail. */
export interface ActionSendEmailInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** Whom it goes to, and when. */
  readonly body: SendEmailNow | SendEmailLater;
}
