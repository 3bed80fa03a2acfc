import { soapServices, writeWsdl } from '@egoi-client/soap-encoding';

/** The public operations in the order of the captured WSDLs, which both services share. */
const publicOperations = [
  'checklogin',
  'getCampaigns',
  'getUserData',
  'updateList',
  'getSenders',
  'getReport',
  'getClientData',
  'getCredits',
  'sendSMS',
  'sendEmail',
  'sendFAX',
  'sendCall',
  'editCampaignSMS',
  'createCampaignSMS',
  'createCampaignVoice',
  'createCampaignFAX',
  'createCampaignEmail',
  'deleteCampaign',
  'deleteList',
  'editCampaignEmail',
  'addSubscriberBulk',
  'addSubscriber',
  'removeSubscriber',
  'editSubscriber',
  'subscriberData',
  'createSegment',
  'deleteSegment',
  'getSegments',
  'getHeaderFooterTemplates',
  'createList',
  'getLists',
  'addExtraField',
  'deleteExtraField',
  'editExtraField',
  'getAutobots',
  'startAutobot',
  'createCampaignGroup',
  'editCampaignGroup',
  'getTemplates',
  'editApiCallback',
  'getOperationsQueue',
  'getForms',
  'getFormsSubmissions',
  'getExtraFields',
  'generateAdvancedReport',
  'getAdvancedReport',
  'createSegmentAdvanced',
  'addCname',
  'addSender',
  'deleteSender',
  'editSender',
  'getSubscriberActivity',
  'addTag',
  'attachTag',
  'deleteTag',
  'detachTag',
  'getTags',
] as const;

/** A service whose WSDL is bundled: `soap` is standard SOAP, `soap_any` universal SOAP. */
export type BundledService = keyof typeof soapServices;

/**
 * The WSDL of a service as it was captured, for the option `wsdl`: calls then need no WSDL from the
 * network. Source: golden files `service.wsdl`, without the operation that was added for the capture.
 */
export function bundledWsdl(service: BundledService): string {
  return writeWsdl({ ...soapServices[service], operations: publicOperations });
}
