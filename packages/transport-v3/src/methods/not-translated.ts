import type { MethodName } from '@egoi-client/core';
import type { RefusedMethod } from '../calls/method-entry.ts';

const later: RefusedMethod = {
  verdict: 'refused',
  reason: 'not translated yet',
  wayOut: 'call it over a transport of API v2',
};

/** Methods that API v3 has operations for, and that this transport does not answer yet. */
export const notTranslatedYet = {
  addCname: later,
  addSender: later,
  createCampaignEmail: later,
  createCampaignGroup: later,
  createCampaignSMS: later,
  createCampaignVoice: later,
  deleteCampaign: later,
  deleteSender: later,
  editApiCallback: later,
  editCampaignEmail: later,
  editCampaignGroup: later,
  editCampaignSMS: later,
  editSender: later,
  generateAdvancedReport: later,
  getAdvancedReport: later,
  getAutobots: later,
  getCampaigns: later,
  getFormsSubmissions: later,
  getReport: later,
  getSenders: later,
  sendCall: later,
  sendEmail: later,
  sendSMS: later,
  startAutobot: later,
} as const satisfies Partial<Record<MethodName, RefusedMethod>>;
