import type { OperationName } from '@egoi-client/v3-api';

/** A method of egoisdk: the class that has it, and its arguments by the names of an operation's input. */
export interface SdkMethod {
  readonly api: string;
  /** Parameters of the path, those of the query that are required, and `body`, in the order of the method. */
  readonly args: readonly string[];
  /** Whether an object with the other parameters of the query follows. */
  readonly hasOptions?: boolean;
  /** Parameters that the operation has by now, and the method does not. */
  readonly lacks?: readonly string[];
}

const list = ['list_id'];
const contact = ['contact_id', 'list_id'];
const field = ['list_id', 'field_id'];
const option = ['list_id', 'field_id', 'option_id'];
const campaign = ['campaign_hash'];
const body = ['body'];

/** Has no argument but perhaps options. */
const reads = (api: string, args: readonly string[] = []): SdkMethod => ({
  api,
  args,
  hasOptions: true,
});
const takes = (api: string, args: readonly string[]): SdkMethod => ({ api, args });

/** The methods that egoisdk has for our operations; it is older than the others. */
export const sdkMethods: Readonly<Partial<Record<OperationName, SdkMethod>>> = {
  ping: takes('PingApi', []),
  getMyAccount: takes('MyAccountApi', []),
  getAllUsers: reads('UsersApi'),
  getAllCountries: reads('UtilitiesApi'),
  getAllLists: reads('ListsApi'),
  createList: takes('ListsApi', body),
  updateList: takes('ListsApi', [...list, 'body']),
  deleteList: takes('ListsApi', list),
  getAllFields: reads('FieldsApi', list),
  patchBaseField: takes('FieldsApi', [...field, 'body']),
  createExtraField: takes('FieldsApi', [...list, 'body']),
  patchExtraField: takes('FieldsApi', [...field, 'body']),
  deleteExtraField: takes('FieldsApi', field),
  getAllFieldOptions: takes('FieldsApi', field),
  createFieldOption: takes('FieldsApi', [...field, 'body']),
  updateFieldOption: takes('FieldsApi', [...option, 'body']),
  deleteFieldOption: takes('FieldsApi', option),
  getAllContacts: {
    ...reads('ContactsApi', list),
    lacks: [
      'first_name',
      'last_name',
      'email_status',
      'cellphone',
      'cellphone_status',
      'phone',
      'phone_status',
      'birth_date',
      'language',
      'extra_field_id',
    ],
  },
  createContact: takes('ContactsApi', [...list, 'body']),
  getContact: takes('ContactsApi', contact),
  patchContact: takes('ContactsApi', [...contact, 'body']),
  searchContacts: reads('ContactsApi', ['contact']),
  getAllContactActivities: { ...reads('ContactsApi', contact), lacks: ['action_name'] },
  actionActivateContacts: takes('ContactsApi', [...list, 'body']),
  actionDeactivateContacts: takes('ContactsApi', [...list, 'body']),
  actionAttachTag: takes('ContactsApi', [...list, 'body']),
  actionDetachTag: takes('ContactsApi', [...list, 'body']),
  actionExportContacts: takes('ContactsApi', [...list, 'body']),
  actionForgetContacts: takes('ContactsApi', [...list, 'body']),
  actionImportBulk: takes('ContactsApi', [...list, 'body']),
  actionStartAutomation: takes('ContactsApi', [...list, 'body']),
  actionUnsubscribeContact: takes('ContactsApi', [...list, 'body']),
  getAllTags: reads('TagsApi'),
  createTag: takes('TagsApi', body),
  updateTag: takes('TagsApi', ['tag_id', 'body']),
  deleteTag: takes('TagsApi', ['tag_id']),
  getAllSegments: reads('SegmentsApi', list),
  deleteSegment: takes('SegmentsApi', ['segment_id', 'list_id']),
  getAllOperations: reads('OperationsApi'),
  actionApproveOperation: takes('OperationsApi', body),
  actionCancelOperation: takes('OperationsApi', body),
  actionPauseOperation: takes('OperationsApi', body),
  actionResumeOperation: takes('OperationsApi', body),
  getAllAutomations: reads('AutomationsApi'),
  getAllEmailSenders: reads('SendersApi'),
  createEmailSender: takes('SendersApi', body),
  putEmailSender: takes('SendersApi', ['sender_id', 'body']),
  deleteEmailSender: takes('SendersApi', ['sender_id']),
  getAllCellphoneSenders: reads('SendersApi'),
  createCellphoneSender: takes('SendersApi', body),
  deleteCellphoneSender: takes('SendersApi', ['sender_id']),
  getAllPhoneSenders: reads('SendersApi'),
  createPhoneSender: takes('SendersApi', body),
  deletePhoneSender: takes('SendersApi', ['sender_id']),
  getAllCNames: takes('CNamesApi', []),
  createCName: takes('CNamesApi', body),
  getAllCampaignGroups: reads('CampaignGroupsApi'),
  createCampaignGroup: takes('CampaignGroupsApi', body),
  updateCampaignGroup: takes('CampaignGroupsApi', ['group_id', 'body']),
  deleteCampaignGroup: takes('CampaignGroupsApi', ['group_id']),
  getAllCampaigns: reads('CampaignsApi'),
  deleteCampaigns: takes('CampaignsApi', campaign),
  createEmailCampaign: takes('EmailApi', body),
  patchEmailCampaign: takes('EmailApi', [...campaign, 'body']),
  actionSendEmail: takes('EmailApi', [...campaign, 'body']),
  createSmsCampaign: takes('SmsApi', body),
  patchSmsCampaign: takes('SmsApi', [...campaign, 'body']),
  actionSendSms: takes('SmsApi', [...campaign, 'body']),
  createVoiceCampaign: takes('VoiceApi', body),
  patchVoiceCampaign: takes('VoiceApi', [...campaign, 'body']),
  actionSendVoice: takes('VoiceApi', [...campaign, 'body']),
  getSMSReport: reads('ReportsApi', campaign),
  getVoiceReport: reads('ReportsApi', campaign),
  getWebPushReport: reads('ReportsApi', campaign),
  getAllAdvancedReports: reads('AdvancedReportsApi'),
  generateFormAnswersReport: takes('AdvancedReportsApi', body),
  getAllWebhooks: reads('WebHooksApi'),
  createWebhook: takes('WebHooksApi', body),
  deleteWebhook: takes('WebHooksApi', ['webhook_id']),
};
