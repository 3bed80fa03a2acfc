import type { EgoiClient } from '@egoi-client/core';

export const ana = 'ana@example.com';

/** A list, the first of its account. */
export async function withList(client: EgoiClient): Promise<number> {
  const { LIST_ID } = await client.createList({ nome: 'Newsletter', canal_sms: true });
  return LIST_ID;
}

/** A list with one contact. */
export async function withContact(client: EgoiClient): Promise<number> {
  const listID = await withList(client);
  await client.addSubscriber({
    listID,
    email: ana,
    first_name: 'Ana',
    cellphone: '351-912345678',
  });
  return listID;
}

/** A list with an extra field. */
export async function withExtraField(client: EgoiClient) {
  const listID = await withList(client);
  const { NEW_ID: id } = await client.addExtraField({ listID, name: 'Shoe size', type: 'numero' });
  return { listID, id };
}

/** A contact and a tag. */
export async function withTag(client: EgoiClient) {
  const listID = await withContact(client);
  const { ID: tag } = await client.addTag({ name: 'vip', color: '#ff0000' });
  return { listID, tag, type: 'subscriber' as const, target: { subscriber: ana } };
}

/** A segment of a list with a contact in it. */
export async function withSegment(client: EgoiClient): Promise<number> {
  const listID = await withContact(client);
  await client.createSegment({ listID, name: 'Called Ana', fields: { first_name: 'Ana' } });
  return listID;
}

/** The sender of e-mails that every account of the sandbox begins with. */
export const emailSender = '1';
/** The sender of SMS that every account of the sandbox begins with. */
export const smsSender = '2';

/** The code of one more sender of e-mails. */
export async function withSender(client: EgoiClient): Promise<string> {
  const { FROMID } = await client.addSender({ channel: 'email', sender: 'letters@example.com' });
  return FROMID ?? '';
}

/** An e-mail campaign that was not sent. */
export async function withCampaign(client: EgoiClient) {
  const listID = await withContact(client);
  const { ID: campaign } = await client.createCampaignEmail({
    listID,
    subject: 'News of June',
    from: emailSender,
    message: '<p>Hello!</p>',
  });
  return { listID, campaign };
}

/** An SMS campaign that was not sent. */
export async function withSmsCampaign(client: EgoiClient) {
  const listID = await withContact(client);
  const { ID: campaign } = await client.createCampaignSMS({
    listID,
    subject: 'Sale',
    from: smsSender,
    message: 'The sale begins today.',
  });
  return { listID, campaign };
}
