// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions, GeneralForm, NoParams } from '../options/call-options.ts';
import type {
  Campaign,
  HeaderFooterTemplate,
  NewCampaign,
  Outcome,
  SentMessage,
  Template,
} from './structs.ts';

/** Parameters of the form 'ByAddress' of createCampaignEmail. */
export interface CreateCampaignEmailByAddressParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Subject of the e-mail. */
  readonly subject: string;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
  /** Address of a page whose HTML becomes the message. */
  readonly url?: string | null | undefined;
  /** The message, HTML. */
  readonly message?: string | null | undefined;
  /** Code of the reply-to sender; its name is the sandbox's choice. */
  readonly reply?: string | null | undefined;
  /** A ZIP file with the contents, 8 MB at most, base64; its name is the sandbox's choice. */
  readonly file?: string | null | undefined;
  /** Shows or hides the helper link 'referer' at the top of the e-mail. */
  readonly link_referer_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'referer' at the bottom of the e-mail. */
  readonly link_referer_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'view' at the top of the e-mail. */
  readonly link_view_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'view' at the bottom of the e-mail. */
  readonly link_view_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'remove' at the top of the e-mail. */
  readonly link_remove_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'remove' at the bottom of the e-mail. */
  readonly link_remove_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'edit' at the top of the e-mail. */
  readonly link_edit_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'edit' at the bottom of the e-mail. */
  readonly link_edit_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'print' at the top of the e-mail. */
  readonly link_print_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'print' at the bottom of the e-mail. */
  readonly link_print_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'social networks' at the top of the e-mail. */
  readonly link_social_networks_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'social networks' at the bottom of the e-mail. */
  readonly link_social_networks_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Name of the sender; in calls of about 2011, in place of a code. */
  readonly from_name?: string | null | undefined;
  /** Address of the sender; in calls of about 2011, in place of a code. */
  readonly from_email: string;
  /** Name of the reply-to; in calls of about 2011, in place of a code. */
  readonly reply_name?: string | null | undefined;
  /** Address of the reply-to; in calls of about 2011, in place of a code. */
  readonly reply_email?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of createCampaignEmail. */
export interface CreateCampaignEmailParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Subject of the e-mail. */
  readonly subject: string;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
  /** Address of a page whose HTML becomes the message. */
  readonly url?: string | null | undefined;
  /** The message, HTML. */
  readonly message?: string | null | undefined;
  /** Code of the reply-to sender; its name is the sandbox's choice. */
  readonly reply?: string | null | undefined;
  /** A ZIP file with the contents, 8 MB at most, base64; its name is the sandbox's choice. */
  readonly file?: string | null | undefined;
  /** Shows or hides the helper link 'referer' at the top of the e-mail. */
  readonly link_referer_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'referer' at the bottom of the e-mail. */
  readonly link_referer_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'view' at the top of the e-mail. */
  readonly link_view_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'view' at the bottom of the e-mail. */
  readonly link_view_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'remove' at the top of the e-mail. */
  readonly link_remove_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'remove' at the bottom of the e-mail. */
  readonly link_remove_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'edit' at the top of the e-mail. */
  readonly link_edit_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'edit' at the bottom of the e-mail. */
  readonly link_edit_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'print' at the top of the e-mail. */
  readonly link_print_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'print' at the bottom of the e-mail. */
  readonly link_print_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'social networks' at the top of the e-mail. */
  readonly link_social_networks_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'social networks' at the bottom of the e-mail. */
  readonly link_social_networks_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Code of a validated sender (`FROMID` of getSenders). */
  readonly from: string;
  /** Name of the sender; in calls of about 2011, in place of a code. */
  readonly from_name?: string | null | undefined;
  /** Address of the sender; in calls of about 2011, in place of a code. */
  readonly from_email?: string | null | undefined;
  /** Name of the reply-to; in calls of about 2011, in place of a code. */
  readonly reply_name?: string | null | undefined;
  /** Address of the reply-to; in calls of about 2011, in place of a code. */
  readonly reply_email?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of createCampaignFAX. */
export interface CreateCampaignFAXParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Title. */
  readonly subject?: string | null | undefined;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
  /** The fax, PDF, 8 MB at most, base64; its name is the sandbox's choice. */
  readonly file?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The new campaign. */
export interface CreateCampaignFAXResult {
  /** Hash of the campaign. */
  ID?: string | undefined;
}

/** Parameters of createCampaignGroup. */
export interface CreateCampaignGroupParams {
  /** Name of the group. */
  readonly name?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The new group. */
export interface CreateCampaignGroupResult {
  /** Number of the group. */
  ID?: number | undefined;
}

/** Parameters of createCampaignSMS. */
export interface CreateCampaignSMSParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Title. */
  readonly subject: string;
  /** Code of a validated sender (`FROMID` of getSenders). */
  readonly from: string;
  /** The message, 160 characters at most. */
  readonly message: string;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
}

/** Parameters of createCampaignVoice. */
export interface CreateCampaignVoiceParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Title. */
  readonly subject?: string | null | undefined;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
  /** The recording, MP3 or WAV, 8 MB at most, base64; its name is the sandbox's choice. */
  readonly file?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The new campaign. */
export interface CreateCampaignVoiceResult {
  /** Hash of the campaign. */
  ID?: string | undefined;
}

/** Parameters of deleteCampaign. */
export interface DeleteCampaignParams {
  /** Hash of the campaign. */
  readonly campaign: string;
}

/** Parameters of editCampaignEmail. */
export interface EditCampaignEmailParams {
  /** Hash of the campaign. */
  readonly campaign: string;
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Subject of the e-mail. */
  readonly subject?: string | null | undefined;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
  /** Code of a validated sender (`FROMID` of getSenders). */
  readonly from?: string | null | undefined;
  /** Name of the sender; in calls of about 2011, in place of a code. */
  readonly from_name?: string | null | undefined;
  /** Address of the sender; in calls of about 2011, in place of a code. */
  readonly from_email?: string | null | undefined;
  /** Name of the reply-to; in calls of about 2011, in place of a code. */
  readonly reply_name?: string | null | undefined;
  /** Address of the reply-to; in calls of about 2011, in place of a code. */
  readonly reply_email?: string | null | undefined;
  /** Address of a page whose HTML becomes the message. */
  readonly url?: string | null | undefined;
  /** The message, HTML. */
  readonly message?: string | null | undefined;
  /** Code of the reply-to sender; its name is the sandbox's choice. */
  readonly reply?: string | null | undefined;
  /** Shows or hides the helper link 'referer' at the top of the e-mail. */
  readonly link_referer_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'referer' at the bottom of the e-mail. */
  readonly link_referer_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'view' at the top of the e-mail. */
  readonly link_view_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'view' at the bottom of the e-mail. */
  readonly link_view_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'remove' at the top of the e-mail. */
  readonly link_remove_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'remove' at the bottom of the e-mail. */
  readonly link_remove_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'edit' at the top of the e-mail. */
  readonly link_edit_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'edit' at the bottom of the e-mail. */
  readonly link_edit_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'print' at the top of the e-mail. */
  readonly link_print_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'print' at the bottom of the e-mail. */
  readonly link_print_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'social networks' at the top of the e-mail. */
  readonly link_social_networks_top?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Shows or hides the helper link 'social networks' at the bottom of the e-mail. */
  readonly link_social_networks_bottom?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of editCampaignGroup. */
export interface EditCampaignGroupParams {
  /** Number of the group. */
  readonly group?: number | string | null | undefined;
  /** New name. */
  readonly name?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of editCampaignSMS. */
export interface EditCampaignSMSParams {
  /** Hash of the campaign. */
  readonly campaign: string;
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Title. */
  readonly subject?: string | null | undefined;
  /** Name of the campaign inside the account. */
  readonly internal_name?: string | null | undefined;
  /** Code of a validated sender (`FROMID` of getSenders). */
  readonly from?: string | null | undefined;
  /** The message, 160 characters at most. */
  readonly message?: string | null | undefined;
}

/** Parameters of getCampaigns. */
export interface GetCampaignsParams {
  /** Campaigns to skip. */
  readonly start?: number | string | null | undefined;
  /** Most campaigns to return; a known client asks for 1,000. */
  readonly limit?: number | string | null | undefined;
}

/** Parameters of getTemplates. */
export interface GetTemplatesParams {
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of sendCall. */
export interface SendCallParams {
  /** Hash of the campaign. */
  readonly campaign?: string | null | undefined;
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** UIDs or e-mail addresses of the recipients. */
  readonly subscriber?: string | readonly string[] | null | undefined;
  /** Numbers of the recipients. */
  readonly cellphone?: string | readonly string[] | null | undefined;
  /** Numbers of the recipients. */
  readonly telephone?: string | readonly string[] | null | undefined;
  /** `'all'`, in any case, or names of segments. */
  readonly segment?: string | readonly string[] | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of sendEmail. */
export interface SendEmailParams {
  /** Hash of the campaign. */
  readonly campaign: string;
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Code of the sender. */
  readonly fromID?: string | null | undefined;
  /** Subject, in place of the campaign's. */
  readonly subject?: string | null | undefined;
  /** Addresses of the recipients, one or several; or give `segment`. */
  readonly email?: string | readonly string[] | null | undefined;
  /** `'all'`, in any case, or names of segments. */
  readonly segment?: string | readonly string[] | null | undefined;
  /** UID of one contact, in place of `email` and `segment`. */
  readonly uid?: string | null | undefined;
  /** Number of a header and footer template. */
  readonly header_footer_template?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of sendFAX. */
export interface SendFAXParams {
  /** Hash of the campaign. */
  readonly campaign?: string | null | undefined;
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** UIDs or e-mail addresses of the recipients. */
  readonly subscriber?: string | readonly string[] | null | undefined;
  /** Numbers of the recipients. */
  readonly fax?: string | readonly string[] | null | undefined;
  /** `'all'`, in any case, or names of segments. */
  readonly segment?: string | readonly string[] | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of sendSMS. */
export interface SendSMSParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Hash of the campaign. */
  readonly campaign?: string | null | undefined;
  /** The message, 160 characters at most. */
  readonly message?: string | null | undefined;
  /** Number or numbers, as prefix-number: `351-912345678`. */
  readonly cellphone?: string | readonly string[] | null | undefined;
  /** UID of one recipient; or give `cellphone` or `segment`. */
  readonly uid?: string | null | undefined;
  /** UID or e-mail address of the contact. */
  readonly subscriber?: string | null | undefined;
  /** `'all'`, in any case, or names of segments. */
  readonly segment?: string | readonly string[] | null | undefined;
  /** Code of the sender. */
  readonly fromID?: string | null | undefined;
  /** Sender as text, such as a brand name. */
  readonly from?: string | null | undefined;
  /** Title of the campaign that is made. */
  readonly subject?: string | null | undefined;
  /** Name of the campaign inside the account. */
  readonly internal_title?: string | null | undefined;
  /** Meaning not documented in any source. */
  readonly auto?: boolean | 0 | 1 | '0' | '1' | null | undefined;
}

/** The methods of the group 'campaigns'. */
export interface CampaignsMethods {
  /**
   * Creates an e-mail campaign, which is not sent yet.
   *
   * The contents come from `message` or `url`, the sender from its code in `from`, or as in calls
   * of about 2011 from `from_name` and `from_email`. Resolves with `ID`, the campaign's hash.
   *
   * Beside `from`, a reply-to parameter and a ZIP upload exist, under names that no source knows;
   * the schema is open for them.
   *
   * With `from_email` and without `from` the call is one of about 2011, whose senders have names
   * and addresses.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_SUBJECT`, `NO_MESSAGE`,
   * `INVALID_URL`, `INVALID_FROM`, `INVALID_REPLY`, `NO_ZIP_FILE`, `INVALID_FILE`, `FILE_TOO_LARGE`
   */
  createCampaignEmail(
    params: CreateCampaignEmailByAddressParams,
    options?: CallOptions,
  ): Promise<NewCampaign>;
  /**
   * Creates an e-mail campaign, which is not sent yet.
   *
   * The contents come from `message` or `url`, the sender from its code in `from`, or as in calls
   * of about 2011 from `from_name` and `from_email`. Resolves with `ID`, the campaign's hash.
   *
   * Beside `from`, a reply-to parameter and a ZIP upload exist, under names that no source knows;
   * the schema is open for them.
   *
   * With `from_email` and without `from` the call is one of about 2011, whose senders have names
   * and addresses.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_SUBJECT`, `NO_MESSAGE`,
   * `INVALID_URL`, `INVALID_FROM`, `INVALID_REPLY`, `NO_ZIP_FILE`, `INVALID_FILE`, `FILE_TOO_LARGE`
   */
  createCampaignEmail(
    params: CreateCampaignEmailParams & GeneralForm,
    options?: CallOptions,
  ): Promise<NewCampaign>;
  /**
   * Creates a fax campaign.
   *
   * No source knows the parameters; `listID`, `subject`, `internal_name` and `file` are the
   * sandbox's choice.
   *
   * Source: reference, Campaigns. Parameters in no source; result inferred from sources.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_SUBJECT`, `NO_FAX_FILE`,
   * `INVALID_FILE`, `FILE_TOO_LARGE`
   */
  createCampaignFAX(
    params?: CreateCampaignFAXParams,
    options?: CallOptions,
  ): Promise<CreateCampaignFAXResult>;
  /**
   * Creates a campaign group.
   *
   * No source knows the parameters; `name` and the result `ID` are the sandbox's choice.
   *
   * Source: reference, Campaigns. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `NAME_MISSING`
   */
  createCampaignGroup(
    params?: CreateCampaignGroupParams,
    options?: CallOptions,
  ): Promise<CreateCampaignGroupResult>;
  /**
   * Creates an SMS campaign, which is not sent yet.
   *
   * The message has 160 characters at most. Resolves with `ID`, the campaign's hash.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_SUBJECT`, `NO_MESSAGE`,
   * `MESSAGE_TOO_LONG`, `INVALID_FROM`
   */
  createCampaignSMS(params: CreateCampaignSMSParams, options?: CallOptions): Promise<NewCampaign>;
  /**
   * Creates a voice campaign.
   *
   * No source knows the parameters; `listID`, `subject`, `internal_name` and `file` are the
   * sandbox's choice.
   *
   * Source: reference, Campaigns. Parameters in no source; result inferred from sources.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_SUBJECT`, `NO_AUDIO_FILE`,
   * `INVALID_FILE`
   */
  createCampaignVoice(
    params?: CreateCampaignVoiceParams,
    options?: CallOptions,
  ): Promise<CreateCampaignVoiceResult>;
  /**
   * Deletes a campaign.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result inferred from sources.
   *
   * @throws EgoiApiError `NO_CAMPAIGN`, `CAMPAIGN_NOT_FOUND`, `CANNOT_BE_DELETED`,
   * `ALREADY_DELETED`
   */
  deleteCampaign(params: DeleteCampaignParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Edits an e-mail campaign that has not been sent.
   *
   * `LIST_NOT_FOUND` is the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result in no source.
   *
   * @throws EgoiApiError `NO_CAMPAIGN`, `CAMPAIGN_NOT_FOUND`, `CANNOT_EDIT_CAMPAIGN`, `NO_SUBJECT`,
   * `INVALID_URL`, `INVALID_FROM`, `INVALID_REPLY`, `LIST_NOT_FOUND`
   */
  editCampaignEmail(params: EditCampaignEmailParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Edits a campaign group.
   *
   * The codes are the sandbox's choice.
   *
   * No source knows the parameters; `group` and `name` are the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Campaigns. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `NAME_MISSING`, `CAMPAIGN_NOT_FOUND`
   */
  editCampaignGroup(params?: EditCampaignGroupParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Edits an SMS campaign that has not been sent.
   *
   * `LIST_NOT_FOUND` and `NO_SUBJECT` are the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result in no source.
   *
   * @throws EgoiApiError `NO_CAMPAIGN`, `CAMPAIGN_NOT_FOUND`, `CANNOT_EDIT_CAMPAIGN`,
   * `MESSAGE_TOO_LONG`, `INVALID_FROM`, `LIST_NOT_FOUND`, `NO_SUBJECT`
   */
  editCampaignSMS(params: EditCampaignSMSParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Lists the campaigns of all channels.
   *
   * `SUBJECT` and `INTERNAL_NAME` hold JSON text at times.
   *
   * No source knows the answer of an account without campaigns; the empty list is the sandbox's
   * choice.
   *
   * `start` is inferred from subscriberData.
   *
   * Source: reference, Campaigns. Parameters in part seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `CAMPAIGN_NOT_FOUND`
   */
  getCampaigns(params?: GetCampaignsParams, options?: CallOptions): Promise<Campaign[]>;
  /**
   * Lists the header and footer templates that sendEmail takes.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result seen in a source.
   */
  getHeaderFooterTemplates(
    params?: NoParams,
    options?: CallOptions,
  ): Promise<HeaderFooterTemplate[]>;
  /**
   * Lists the message templates.
   *
   * No source knows the fields; `ID` and `NAME` are the sandbox's choice.
   *
   * Source: reference, Campaigns. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `TEMPLATE_NOT_FOUND`
   */
  getTemplates(params?: GetTemplatesParams, options?: CallOptions): Promise<Template[]>;
  /**
   * Sends a voice campaign.
   *
   * No source knows the parameters; all of them are the sandbox's choice.
   *
   * Source: reference, Campaigns. Parameters inferred from sources; result inferred from sources.
   *
   * @throws EgoiApiError `CAMPAIGN_NOT_VALID`, `NO_CELLPHONE_OR_TELEPHONE`,
   * `SUBSCRIBER_FORMAT_ERROR`, `SUBSCRIBER_NOT_FOUND`, `SUBSCRIBER_NOT_ACTIVE`, `INVALID_OPTION`
   */
  sendCall(params?: SendCallParams, options?: CallOptions): Promise<SentMessage>;
  /**
   * Sends an e-mail campaign to addresses, to one contact or to segments of a list.
   *
   * Clients of about 2011 send `uid` and `email`, of which the unused one is empty, or `segment`,
   * and neither `fromID` nor `subject`.
   *
   * How sending is scheduled, no source knows.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result in part seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_CAMPAIGN`, `CAMPAIGN_NOT_FOUND`,
   * `SUBSCRIBER_MISSING`, `CAMPAIGN_NOT_VALID`, `SUBSCRIBER_NOT_FOUND`, `SUBSCRIBER_NOT_ACTIVE`,
   * `INVALID_OPTION`, `INVALID_FROM`, `NO_SUBSCRIBERS`, `SEGMENT_NOT_FOUND`, `NO_SUBJECT`
   */
  sendEmail(params: SendEmailParams, options?: CallOptions): Promise<SentMessage>;
  /**
   * Sends a fax campaign.
   *
   * No source knows the parameters; all of them are the sandbox's choice.
   *
   * Source: reference, Campaigns. Parameters inferred from sources; result inferred from sources.
   *
   * @throws EgoiApiError `CAMPAIGN_NOT_VALID`, `SUBSCRIBER_FORMAT_ERROR`, `SUBSCRIBER_NOT_FOUND`,
   * `SUBSCRIBER_NOT_ACTIVE`, `INVALID_OPTION`
   */
  sendFAX(params?: SendFAXParams, options?: CallOptions): Promise<SentMessage>;
  /**
   * Sends an SMS to one number, one contact, many numbers or segments, with or without a campaign.
   *
   * The message has 160 characters at most. Without a campaign the answer's `CAMPAIGN` is the hash
   * of the one that was made.
   *
   * Whether `ID` and `CAMPAIGN` come together, no source knows; the sandbox answers both.
   *
   * Source: reference, Campaigns. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_MESSAGE`, `MESSAGE_TOO_LONG`,
   * `NO_SUBJECT`, `INVALID_FROM`, `NO_CELLPHONE`, `NO_CELLPHONE_OR_TELEPHONE`,
   * `SUBSCRIBER_FORMAT_ERROR`, `CAMPAIGN_NOT_VALID`, `SUBSCRIBER_NOT_FOUND`,
   * `SUBSCRIBER_NOT_ACTIVE`, `INVALID_OPTION`, `NO_SUBSCRIBERS`, `SUBSCRIBER_MISSING`,
   * `SEGMENT_NOT_FOUND`
   */
  sendSMS(params: SendSMSParams, options?: CallOptions): Promise<SentMessage>;
}
