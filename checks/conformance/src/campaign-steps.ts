import type { EgoiClient } from '@egoi-client/core';
import { newList } from './steps.ts';

/** The e-mail sender that every account begins with. */
export const from = '1';
/** The sender of SMS that every account begins with. */
export const smsFrom = '2';

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
/** A PDF file as far as its first bytes tell. */
export const pdf = base64('%PDF-1.7 fax');
/** The same of a ZIP file. */
export const zip = base64('PK\u0003\u0004 pages');
const recording = base64('ID3\u0004 hello');

/** A list, and an e-mail campaign for it. */
export async function newEmail(client: EgoiClient, subject = 'News') {
  const listID = await newList(client);
  const email = { listID, subject, from, message: '<p>Hello</p>' };
  const { ID: campaign } = await client.createCampaignEmail(email);
  return { listID, campaign };
}

/** A list, and an SMS campaign for it. */
export async function newSms(client: EgoiClient) {
  const listID = await newList(client);
  const sms = { listID, subject: 'News', from: smsFrom, message: 'Hello' };
  const { ID: campaign } = await client.createCampaignSMS(sms);
  return { listID, campaign };
}

/** A list, and a fax campaign for it. */
export async function newFax(client: EgoiClient) {
  const listID = await newList(client);
  const { ID = '' } = await client.createCampaignFAX({ listID, subject: 'Fax', file: pdf });
  return { listID, campaign: ID };
}

/** A list, and a voice campaign for it. */
export async function newVoice(client: EgoiClient) {
  const listID = await newList(client);
  const voice = { listID, subject: 'Call', file: recording };
  const { ID = '' } = await client.createCampaignVoice(voice);
  return { listID, campaign: ID };
}

/** A hash that no campaign has. */
export const unknownHash = 'f'.repeat(32);
