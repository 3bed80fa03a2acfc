import type { OperationName } from '@egoi-client/v3-api';

/** The members that an answer must have, by their places: `items[].base.email`. */
export type RequiredMembers = readonly string[];

const under = (place: string, members: readonly string[]) =>
  members.map((member) => `${place}.${member}`);
const page = (members: readonly string[]) => ['total_items', ...under('items[]', members)];
const openPage = (members: readonly string[]) => under('items[]', members);

const none: RequiredMembers = [];
const accepted = ['result'];
const list = [
  'list_id',
  'internal_name',
  'public_name',
  'status',
  'group_id',
  'created',
  'updated',
];
const option = ['option_id', 'en', 'pt', 'br', 'es', 'de', 'hu', 'fr'];
const field = ['field_id', 'name', 'format', 'unique'];
const tag = ['tag_id', 'name', 'color'];
const contact = [
  ...under('base', [
    'contact_id',
    'status',
    'consent',
    'subscription_method',
    'subscription_date',
    'unsubscription_method',
    'unsubscription_reason',
    'unsubscription_date',
    'first_name',
    'last_name',
    'birth_date',
    'language',
    'email',
    'email_status',
    'cellphone',
    'cellphone_status',
    'phone',
    'phone_status',
  ]),
  'extra',
  'tags',
];
const campaign = [
  'campaign_hash',
  'id',
  'status',
  'channel',
  'internal_name',
  'list_id',
  'title',
  'created_by',
  'created',
  'updated',
];
const phoneReport = [
  'campaign_hash',
  ...under('overall', ['destinations', 'sends', 'delivered', 'error', 'invalid', 'pending']),
];
const sent = ['sends', 'opens', 'clicks', 'hard_bounces', 'complaints', 'unsubscriptions'];
const emailSender = ['sender_id', 'name', 'email', 'status'];
const cellphoneSender = ['sender_id', 'cellphone', 'type', 'status'];
const phoneSender = ['sender_id', 'phone', 'status'];
const cname = ['cname_id', 'value', 'status'];
const group = ['group_id', 'name'];
const webhook = ['webhook_id', 'list_id', 'url', 'actions'];

/**
 * What clients rely on in the answer of each operation. The official description marks next to nothing as
 * required, so that an empty object would pass.
 */
export const requiredMembers: Readonly<Record<OperationName, RequiredMembers>> = {
  getAllContacts: page(contact),
  createContact: ['contact_id'],
  getContact: [
    ...contact,
    ...under('email_stats', ['sent', 'opens', 'clicks', 'soft_bounces', 'hard_bounces']),
  ],
  patchContact: ['contact_id'],
  updateContactByField: ['contact_id'],
  searchContacts: openPage(['contact_id', 'list_id']),
  getAllContactsBySegment: page(contact),
  getAllContactActivities: openPage(['action_name', 'date']),
  actionActivateContacts: accepted,
  actionDeactivateContacts: accepted,
  actionAttachTag: accepted,
  actionDetachTag: accepted,
  actionExportContacts: accepted,
  actionForgetContacts: accepted,
  actionImportBulk: accepted,
  actionUnsubscribeContact: ['success'],
  actionStartAutomation: ['automation_id', 'action_id', 'success'],
  actionUpdateContacts: accepted,
  getAllLists: page(list),
  createList: list,
  getList: [
    ...list,
    'default_language',
    'available_languages',
    ...under('stats', [
      'total_contacts',
      'total_active',
      'total_inactive',
      'total_removed',
      'total_unconfirmed',
    ]),
  ],
  updateList: list,
  deleteList: none,
  getAllFields: under('[]', [...field, 'type', ...under('options[]', option)]),
  patchBaseField: field,
  createExtraField: field,
  patchExtraField: field,
  deleteExtraField: none,
  getAllFieldOptions: openPage(option),
  createFieldOption: option,
  updateFieldOption: option,
  deleteFieldOption: none,
  getAllTags: page(tag),
  createTag: tag,
  updateTag: tag,
  deleteTag: none,
  getAllSegments: page(['segment_id', 'type', 'name']),
  deleteSegment: none,
  getAllCampaigns: page(campaign),
  deleteCampaigns: none,
  createEmailCampaign: ['campaign_hash'],
  patchEmailCampaign: ['campaign_hash'],
  actionSendEmail: accepted,
  createSmsCampaign: ['campaign_hash'],
  patchSmsCampaign: ['campaign_hash'],
  actionSendSms: accepted,
  createVoiceCampaign: ['campaign_hash'],
  patchVoiceCampaign: ['campaign_hash'],
  actionSendVoice: accepted,
  getAllCampaignGroups: page(group),
  createCampaignGroup: group,
  updateCampaignGroup: group,
  deleteCampaignGroup: none,
  getEmailReport: [
    'campaign_hash',
    ...under('overall', [
      'sends',
      'opens',
      'unique_opens',
      'clicks',
      'unique_clicks',
      'hard_bounces',
      'soft_bounces',
      'complaints',
      'unsubscriptions',
    ]),
    ...under('date?[]', ['date', ...sent]),
    ...under('weekday?[]', ['weekday', ...sent]),
    ...under('hour?[]', ['hour', ...sent]),
    ...under('domain?[]', ['domain', ...sent]),
    ...under('url?[]', ['url', 'clicks']),
  ],
  getSMSReport: phoneReport,
  getVoiceReport: phoneReport,
  getPushReport: ['campaign_hash', ...under('overall', ['sends', 'opens', 'delivered'])],
  getWebPushReport: ['campaign_hash', ...under('overall', ['sends', 'opens', 'clicks'])],
  getAllAdvancedReports: page(['advanced_report_id', 'title', 'status', 'created']),
  getAllAdvancedReportsModels: page(['model_id', 'title', 'created']),
  generateByModelReport: accepted,
  generateFormAnswersReport: accepted,
  getAllAutomations: page([
    'automation_id',
    'title',
    'list_id',
    'status',
    'created_by',
    'created',
    'updated',
  ]),
  getAllActions: page(['action_id', 'title', 'action', 'created', 'updated']),
  getAllEmailSenders: openPage(emailSender),
  createEmailSender: emailSender,
  putEmailSender: emailSender,
  deleteEmailSender: none,
  getAllCellphoneSenders: openPage(cellphoneSender),
  createCellphoneSender: cellphoneSender,
  deleteCellphoneSender: none,
  getAllPhoneSenders: openPage(phoneSender),
  createPhoneSender: phoneSender,
  deletePhoneSender: none,
  getAllCNames: page(cname),
  createCName: cname,
  getAllConnectedSites: page(['domain', 'list_id']),
  getConnectedSites: ['domain', 'list_id', 'code', 'features'],
  getAllWebhooks: page(webhook),
  createWebhook: webhook,
  deleteWebhook: none,
  getAllOperations: page(['operation_id', 'type', 'status', 'created_by', 'created', 'start_date']),
  actionApproveOperation: ['success'],
  actionCancelOperation: ['success'],
  actionPauseOperation: ['success'],
  actionResumeOperation: ['success'],
  getMyAccount: [
    ...under('general_info', ['name', 'website', 'cellphone', 'client_id']),
    ...under('billing_info', ['type', 'company_legal_name', 'vat_number', 'city', 'zip_code']),
    'billing_info.country.country_code',
    'plan_info.type',
    ...under('balance_info', ['balance', 'currency']),
    'module_info',
  ],
  enableTransactional: none,
  getAllUsers: page(['user_id', 'username', 'is_admin', 'email', 'status', 'created', 'updated']),
  getAllCountries: page(['country', 'name', 'iso_code', 'currency', 'country_code']),
  ping: accepted,
};
