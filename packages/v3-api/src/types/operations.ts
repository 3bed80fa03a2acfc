// Written by `pnpm v3:types` from the description of the operations: change it there.

import type {
  Accepted,
  ActionActivateContactsInput,
  ActionAttachTagInput,
  ActionDeactivateContactsInput,
  ActionDetachTagInput,
  ActionExportContactsInput,
  ActionForgetContactsInput,
  ActionImportBulkInput,
  ActionStartAutomationInput,
  ActionUnsubscribeContactInput,
  ActionUpdateContactsInput,
  StartAutomationOutcome,
  UnsubscribeOutcome,
} from './contact-actions.ts';
import type {
  ActionApproveOperationInput,
  ActionCancelOperationInput,
  ActionPauseOperationInput,
  ActionResumeOperationInput,
  GetAllOperationsInput,
  OperationsOutcome,
  QueuedOperationPage,
} from './queue.ts';
import type {
  ActionSendEmailInput,
  CampaignReference,
  CreateEmailCampaignInput,
  PatchEmailCampaignInput,
} from './email-campaigns.ts';
import type {
  ActionSendSmsInput,
  CreateSmsCampaignInput,
  PatchSmsCampaignInput,
} from './sms-campaigns.ts';
import type {
  ActionSendVoiceInput,
  CreateVoiceCampaignInput,
  PatchVoiceCampaignInput,
} from './voice-campaigns.ts';
import type {
  AdvancedReportModelPage,
  AdvancedReportPage,
  GenerateByModelReportInput,
  GenerateFormAnswersReportInput,
  GetAllAdvancedReportsInput,
  GetAllAdvancedReportsModelsInput,
} from './advanced-reports.ts';
import type {
  AutomationActionPage,
  AutomationPage,
  GetAllActionsInput,
  GetAllAutomationsInput,
} from './automations.ts';
import type { CName, CNamePage, CreateCNameInput } from './cnames.ts';
import type {
  CampaignGroup,
  CampaignGroupPage,
  CreateCampaignGroupInput,
  DeleteCampaignGroupInput,
  GetAllCampaignGroupsInput,
  UpdateCampaignGroupInput,
} from './campaign-groups.ts';
import type { CampaignPage, DeleteCampaignsInput, GetAllCampaignsInput } from './campaigns.ts';
import type {
  CellphoneSender,
  CellphoneSenderPage,
  CreateCellphoneSenderInput,
  CreateEmailSenderInput,
  CreatePhoneSenderInput,
  DeleteCellphoneSenderInput,
  DeleteEmailSenderInput,
  DeletePhoneSenderInput,
  EmailSender,
  EmailSenderPage,
  GetAllCellphoneSendersInput,
  GetAllEmailSendersInput,
  GetAllPhoneSendersInput,
  PhoneSender,
  PhoneSenderPage,
  PutEmailSenderInput,
} from './senders.ts';
import type {
  ConnectedSiteDetails,
  ConnectedSitePage,
  GetConnectedSitesInput,
} from './connected-sites.ts';
import type {
  ContactActivityPage,
  ContactDetails,
  ContactPage,
  ContactReference,
  CreateContactInput,
  FoundContactPage,
  GetAllContactActivitiesInput,
  GetAllContactsBySegmentInput,
  GetAllContactsInput,
  GetContactInput,
  PatchContactInput,
  SearchContactsInput,
  UpdateContactByFieldInput,
} from './contacts.ts';
import type {
  ContactList,
  ContactListDetails,
  ContactListPage,
  CreateListInput,
  DeleteListInput,
  GetAllListsInput,
  GetListInput,
  UpdateListInput,
} from './lists.ts';
import type { CountryPage, GetAllCountriesInput } from './utilities.ts';
import type {
  CreateExtraFieldInput,
  CreateFieldOptionInput,
  DeleteExtraFieldInput,
  DeleteFieldOptionInput,
  Field,
  FieldDetails,
  FieldOption,
  FieldOptionPage,
  GetAllFieldOptionsInput,
  GetAllFieldsInput,
  PatchBaseFieldInput,
  PatchExtraFieldInput,
  UpdateFieldOptionInput,
} from './fields.ts';
import type {
  CreateTagInput,
  DeleteTagInput,
  GetAllTagsInput,
  Tag,
  TagPage,
  UpdateTagInput,
} from './tags.ts';
import type {
  CreateWebhookInput,
  DeleteWebhookInput,
  GetAllWebhooksInput,
  Webhook,
  WebhookPage,
} from './webhooks.ts';
import type { DeleteSegmentInput, GetAllSegmentsInput, SegmentPage } from './segments.ts';
import type {
  EmailReport,
  GetEmailReportInput,
  GetPushReportInput,
  GetSMSReportInput,
  GetVoiceReportInput,
  GetWebPushReportInput,
  PhoneReport,
  PushReport,
  WebPushReport,
} from './reports.ts';
import type { GetAllUsersInput, UserPage } from './users.ts';
import type { MyAccount } from './account.ts';
import type { Pong } from './ping.ts';

/** The input of an operation that takes none. */
export type NoInput = Readonly<Record<string, never>>;

/** Inputs of the operations: parameters of path and query by their names, and `body`. */
export interface OperationInputs {
  /** Gives the contacts of a list, without statistics. */
  readonly getAllContacts: GetAllContactsInput;
  /** Adds a contact to a list. */
  readonly createContact: CreateContactInput;
  /** Gives one contact with its statistics. */
  readonly getContact: GetContactInput;
  /** Changes a contact. */
  readonly patchContact: PatchContactInput;
  /** Changes the contact that has a certain value in a unique field. */
  readonly updateContactByField: UpdateContactByFieldInput;
  /** Finds contacts in all lists by an address. */
  readonly searchContacts: SearchContactsInput;
  /** Gives the contacts of a segment. */
  readonly getAllContactsBySegment: GetAllContactsBySegmentInput;
  /** Gives what a contact did and what was done to it. */
  readonly getAllContactActivities: GetAllContactActivitiesInput;
  /** Makes contacts active. */
  readonly actionActivateContacts: ActionActivateContactsInput;
  /** Makes contacts inactive. */
  readonly actionDeactivateContacts: ActionDeactivateContactsInput;
  /** Gives contacts a tag. */
  readonly actionAttachTag: ActionAttachTagInput;
  /** Takes a tag from contacts. */
  readonly actionDetachTag: ActionDetachTagInput;
  /** Writes contacts into a file. */
  readonly actionExportContacts: ActionExportContactsInput;
  /** Deletes contacts and all that is known of them. */
  readonly actionForgetContacts: ActionForgetContactsInput;
  /** Adds and changes many contacts. */
  readonly actionImportBulk: ActionImportBulkInput;
  /** Removes contacts from a list. */
  readonly actionUnsubscribeContact: ActionUnsubscribeContactInput;
  /** Puts contacts into an automation. */
  readonly actionStartAutomation: ActionStartAutomationInput;
  /** Changes many contacts in the same way. */
  readonly actionUpdateContacts: ActionUpdateContactsInput;
  /** Gives the contact lists of the account. */
  readonly getAllLists: GetAllListsInput;
  /** Makes a contact list. */
  readonly createList: CreateListInput;
  /** Gives one contact list with its languages and counts. */
  readonly getList: GetListInput;
  /** Changes the names or the group of a contact list. */
  readonly updateList: UpdateListInput;
  /** Deletes a contact list with its contacts. */
  readonly deleteList: DeleteListInput;
  /** Gives the fields of a list: those that every list has, and its own. */
  readonly getAllFields: GetAllFieldsInput;
  /** Says whether a field that every list has is unique in this one. */
  readonly patchBaseField: PatchBaseFieldInput;
  /** Adds an extra field to a list. */
  readonly createExtraField: CreateExtraFieldInput;
  /** Changes the name of an extra field, or whether it is unique. */
  readonly patchExtraField: PatchExtraFieldInput;
  /** Deletes an extra field and the values that contacts have in it. */
  readonly deleteExtraField: DeleteExtraFieldInput;
  /** Gives all options of an extra field. */
  readonly getAllFieldOptions: GetAllFieldOptionsInput;
  /** Adds an option to an extra field. */
  readonly createFieldOption: CreateFieldOptionInput;
  /** Changes labels of an option. */
  readonly updateFieldOption: UpdateFieldOptionInput;
  /** Deletes an option of an extra field. */
  readonly deleteFieldOption: DeleteFieldOptionInput;
  /** Gives the tags of the account. */
  readonly getAllTags: GetAllTagsInput;
  /** Makes a tag. */
  readonly createTag: CreateTagInput;
  /** Changes name and colour of a tag. */
  readonly updateTag: UpdateTagInput;
  /** Deletes a tag and takes it from its contacts. */
  readonly deleteTag: DeleteTagInput;
  /** Gives the segments of a list. */
  readonly getAllSegments: GetAllSegmentsInput;
  /** Deletes a segment that a user saved. */
  readonly deleteSegment: DeleteSegmentInput;
  /** Gives the campaigns of the account. */
  readonly getAllCampaigns: GetAllCampaignsInput;
  /** Deletes a campaign. */
  readonly deleteCampaigns: DeleteCampaignsInput;
  /** Makes an e-mail campaign; it is sent by another operation. */
  readonly createEmailCampaign: CreateEmailCampaignInput;
  /** Changes an e-mail campaign that was not sent. */
  readonly patchEmailCampaign: PatchEmailCampaignInput;
  /** Sends an e-mail campaign, now or later. */
  readonly actionSendEmail: ActionSendEmailInput;
  /** Makes an SMS campaign; it is sent by another operation. */
  readonly createSmsCampaign: CreateSmsCampaignInput;
  /** Changes an SMS campaign that was not sent. */
  readonly patchSmsCampaign: PatchSmsCampaignInput;
  /** Sends an SMS campaign, now or later. */
  readonly actionSendSms: ActionSendSmsInput;
  /** Makes a voice campaign; it is sent by another operation. */
  readonly createVoiceCampaign: CreateVoiceCampaignInput;
  /** Changes a voice campaign that was not sent. */
  readonly patchVoiceCampaign: PatchVoiceCampaignInput;
  /** Sends a voice campaign, now or later. */
  readonly actionSendVoice: ActionSendVoiceInput;
  /** Gives the groups of campaigns. */
  readonly getAllCampaignGroups: GetAllCampaignGroupsInput;
  /** Makes a group of campaigns. */
  readonly createCampaignGroup: CreateCampaignGroupInput;
  /** Changes the name of a group of campaigns. */
  readonly updateCampaignGroup: UpdateCampaignGroupInput;
  /** Deletes a group of campaigns. */
  readonly deleteCampaignGroup: DeleteCampaignGroupInput;
  /** Gives what came of an e-mail campaign. */
  readonly getEmailReport: GetEmailReportInput;
  /** Gives what came of an SMS campaign. */
  readonly getSMSReport: GetSMSReportInput;
  /** Gives what came of a voice campaign. */
  readonly getVoiceReport: GetVoiceReportInput;
  /** Gives what came of a push campaign. */
  readonly getPushReport: GetPushReportInput;
  /** Gives what came of a campaign to browsers. */
  readonly getWebPushReport: GetWebPushReportInput;
  /** Gives the reports that were asked for. */
  readonly getAllAdvancedReports: GetAllAdvancedReportsInput;
  /** Gives what reports can be made by. */
  readonly getAllAdvancedReportsModels: GetAllAdvancedReportsModelsInput;
  /** Asks for a report by a model. */
  readonly generateByModelReport: GenerateByModelReportInput;
  /** Asks for a report of what forms were answered with. */
  readonly generateFormAnswersReport: GenerateFormAnswersReportInput;
  /** Gives the automations of the account. */
  readonly getAllAutomations: GetAllAutomationsInput;
  /** Gives the steps of an automation. */
  readonly getAllActions: GetAllActionsInput;
  /** Gives the senders of e-mails. */
  readonly getAllEmailSenders: GetAllEmailSendersInput;
  /** Makes a sender of e-mails, which waits for moderation. */
  readonly createEmailSender: CreateEmailSenderInput;
  /** Changes the name of a sender of e-mails. */
  readonly putEmailSender: PutEmailSenderInput;
  /** Deletes a sender of e-mails. */
  readonly deleteEmailSender: DeleteEmailSenderInput;
  /** Gives the senders of SMS. */
  readonly getAllCellphoneSenders: GetAllCellphoneSendersInput;
  /** Makes a sender of SMS. */
  readonly createCellphoneSender: CreateCellphoneSenderInput;
  /** Deletes a sender of SMS. */
  readonly deleteCellphoneSender: DeleteCellphoneSenderInput;
  /** Gives the senders of calls. */
  readonly getAllPhoneSenders: GetAllPhoneSendersInput;
  /** Makes a sender of calls. */
  readonly createPhoneSender: CreatePhoneSenderInput;
  /** Deletes a sender of calls. */
  readonly deletePhoneSender: DeletePhoneSenderInput;
  /** Gives the domains under which links of mails stand. */
  readonly getAllCNames: NoInput;
  /** Adds a domain under which links of mails can stand. */
  readonly createCName: CreateCNameInput;
  /** Gives the sites that are connected to the account. */
  readonly getAllConnectedSites: NoInput;
  /** Gives one connected site with what works on it. */
  readonly getConnectedSites: GetConnectedSitesInput;
  /** Gives the addresses to which events are posted. */
  readonly getAllWebhooks: GetAllWebhooksInput;
  /** Adds an address to which events are posted. */
  readonly createWebhook: CreateWebhookInput;
  /** Deletes a webhook. */
  readonly deleteWebhook: DeleteWebhookInput;
  /** Gives the work that waits or runs; what is finished is not listed. */
  readonly getAllOperations: GetAllOperationsInput;
  /** Lets operations begin that wait for approval. */
  readonly actionApproveOperation: ActionApproveOperationInput;
  /** Takes operations out of the queue. */
  readonly actionCancelOperation: ActionCancelOperationInput;
  /** Holds operations up. */
  readonly actionPauseOperation: ActionPauseOperationInput;
  /** Lets operations go on that were paused. */
  readonly actionResumeOperation: ActionResumeOperationInput;
  /** Gives what the service knows of the account; it shows that a key is right. */
  readonly getMyAccount: NoInput;
  /** Switches transactional messages on. */
  readonly enableTransactional: NoInput;
  /** Gives the users of the account. */
  readonly getAllUsers: GetAllUsersInput;
  /** Gives the countries. */
  readonly getAllCountries: GetAllCountriesInput;
  /** Asks whether the service answers; it wants no key. */
  readonly ping: NoInput;
}

/** What the operations answer when they succeed. */
export interface OperationAnswers {
  /** A page of contacts. */
  readonly getAllContacts: ContactPage;
  /** The contact that was added or changed. */
  readonly createContact: ContactReference;
  /** A contact with its statistics. */
  readonly getContact: ContactDetails;
  /** The contact that was added or changed. */
  readonly patchContact: ContactReference;
  /** The contact that was added or changed. */
  readonly updateContactByField: ContactReference;
  /** A page of contacts. */
  readonly searchContacts: FoundContactPage;
  /** A page of contacts. */
  readonly getAllContactsBySegment: ContactPage;
  /** A page of activities. */
  readonly getAllContactActivities: ContactActivityPage;
  /** The work is taken, and done later. */
  readonly actionActivateContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionDeactivateContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionAttachTag: Accepted;
  /** The work is taken, and done later. */
  readonly actionDetachTag: Accepted;
  /** The work is taken, and done later. */
  readonly actionExportContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionForgetContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionImportBulk: Accepted;
  /** What became of each contact. */
  readonly actionUnsubscribeContact: UnsubscribeOutcome;
  /** What became of each contact. */
  readonly actionStartAutomation: StartAutomationOutcome;
  /** The work is taken, and done later. */
  readonly actionUpdateContacts: Accepted;
  /** A page of contact lists. */
  readonly getAllLists: ContactListPage;
  /** A contact list. */
  readonly createList: ContactList;
  /** A contact list with its languages and counts. */
  readonly getList: ContactListDetails;
  /** A contact list. */
  readonly updateList: ContactList;
  /** Nothing: that it is done is all. */
  readonly deleteList: undefined;
  /** The fields of this page. */
  readonly getAllFields: readonly FieldDetails[];
  /** A field of a list. */
  readonly patchBaseField: Field;
  /** A field of a list. */
  readonly createExtraField: Field;
  /** A field of a list. */
  readonly patchExtraField: Field;
  /** Nothing: that it is done is all. */
  readonly deleteExtraField: undefined;
  /** A page of options. */
  readonly getAllFieldOptions: FieldOptionPage;
  /** An option of an extra field, with its labels. */
  readonly createFieldOption: FieldOption;
  /** An option of an extra field, with its labels. */
  readonly updateFieldOption: FieldOption;
  /** Nothing: that it is done is all. */
  readonly deleteFieldOption: undefined;
  /** A page of tags. */
  readonly getAllTags: TagPage;
  /** A tag. */
  readonly createTag: Tag;
  /** A tag. */
  readonly updateTag: Tag;
  /** Nothing: that it is done is all. */
  readonly deleteTag: undefined;
  /** A page of segments. */
  readonly getAllSegments: SegmentPage;
  /** Nothing: that it is done is all. */
  readonly deleteSegment: undefined;
  /** A page of campaigns. */
  readonly getAllCampaigns: CampaignPage;
  /** Nothing: that it is done is all. */
  readonly deleteCampaigns: undefined;
  /** The campaign that was made or changed. */
  readonly createEmailCampaign: CampaignReference;
  /** The campaign that was made or changed. */
  readonly patchEmailCampaign: CampaignReference;
  /** The work is taken, and done later. */
  readonly actionSendEmail: Accepted;
  /** The campaign that was made or changed. */
  readonly createSmsCampaign: CampaignReference;
  /** The campaign that was made or changed. */
  readonly patchSmsCampaign: CampaignReference;
  /** The work is taken, and done later. */
  readonly actionSendSms: Accepted;
  /** The campaign that was made or changed. */
  readonly createVoiceCampaign: CampaignReference;
  /** The campaign that was made or changed. */
  readonly patchVoiceCampaign: CampaignReference;
  /** The work is taken, and done later. */
  readonly actionSendVoice: Accepted;
  /** A page of groups. */
  readonly getAllCampaignGroups: CampaignGroupPage;
  /** A group of campaigns. */
  readonly createCampaignGroup: CampaignGroup;
  /** A group of campaigns. */
  readonly updateCampaignGroup: CampaignGroup;
  /** Nothing: that it is done is all. */
  readonly deleteCampaignGroup: undefined;
  /** What came of an e-mail campaign. */
  readonly getEmailReport: EmailReport;
  /** What came of an SMS or voice campaign. */
  readonly getSMSReport: PhoneReport;
  /** What came of an SMS or voice campaign. */
  readonly getVoiceReport: PhoneReport;
  /** What came of a push campaign. */
  readonly getPushReport: PushReport;
  /** What came of a campaign to browsers. */
  readonly getWebPushReport: WebPushReport;
  /** A page of reports. */
  readonly getAllAdvancedReports: AdvancedReportPage;
  /** A page of models. */
  readonly getAllAdvancedReportsModels: AdvancedReportModelPage;
  /** The work is taken, and done later. */
  readonly generateByModelReport: Accepted;
  /** The work is taken, and done later. */
  readonly generateFormAnswersReport: Accepted;
  /** A page of automations. */
  readonly getAllAutomations: AutomationPage;
  /** A page of steps. */
  readonly getAllActions: AutomationActionPage;
  /** A page of senders. */
  readonly getAllEmailSenders: EmailSenderPage;
  /** A sender of e-mails. */
  readonly createEmailSender: EmailSender;
  /** A sender of e-mails. */
  readonly putEmailSender: EmailSender;
  /** Nothing: that it is done is all. */
  readonly deleteEmailSender: undefined;
  /** A page of senders. */
  readonly getAllCellphoneSenders: CellphoneSenderPage;
  /** A sender of SMS. */
  readonly createCellphoneSender: CellphoneSender;
  /** Nothing: that it is done is all. */
  readonly deleteCellphoneSender: undefined;
  /** A page of senders. */
  readonly getAllPhoneSenders: PhoneSenderPage;
  /** A sender of calls. */
  readonly createPhoneSender: PhoneSender;
  /** Nothing: that it is done is all. */
  readonly deletePhoneSender: undefined;
  /** A page of CNAMEs. */
  readonly getAllCNames: CNamePage;
  /** A domain under which links of mails stand. */
  readonly createCName: CName;
  /** A page of sites. */
  readonly getAllConnectedSites: ConnectedSitePage;
  /** A connected site with what works on it. */
  readonly getConnectedSites: ConnectedSiteDetails;
  /** A page of webhooks. */
  readonly getAllWebhooks: WebhookPage;
  /** An address to which events are posted. */
  readonly createWebhook: Webhook;
  /** Nothing: that it is done is all. */
  readonly deleteWebhook: undefined;
  /** A page of operations. */
  readonly getAllOperations: QueuedOperationPage;
  /** What became of each operation. */
  readonly actionApproveOperation: OperationsOutcome;
  /** What became of each operation. */
  readonly actionCancelOperation: OperationsOutcome;
  /** What became of each operation. */
  readonly actionPauseOperation: OperationsOutcome;
  /** What became of each operation. */
  readonly actionResumeOperation: OperationsOutcome;
  /** What the service knows of the account. */
  readonly getMyAccount: MyAccount;
  /** Nothing: that it is done is all. */
  readonly enableTransactional: undefined;
  /** A page of users. */
  readonly getAllUsers: UserPage;
  /** A page of countries. */
  readonly getAllCountries: CountryPage;
  /** The service answers. */
  readonly ping: Pong;
}
