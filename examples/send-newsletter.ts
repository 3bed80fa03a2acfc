// Makes an e-mail campaign, sends it to a list, and asks for its report. A send whose answer was lost
// is not repeated: the campaign would go out twice.
import { EgoiError } from '@egoi-client/core';
import { connect } from './connect.ts';

const client = connect();
const listID = Number(process.env['EGOI_LIST'] ?? '1');
const senders = await client.getSenders({ channel: 'email' });
const from = senders[0]?.FROMID ?? '';
const { ID: campaign } = await client.createCampaignEmail({
  listID,
  subject: 'News of the week',
  internal_name: `newsletter ${new Date().toISOString().slice(0, 10)}`,
  from,
  message: '<p>Hello</p>',
});
try {
  await client.sendEmail({ campaign, listID, fromID: from, segment: 'all' });
  console.log(await client.getReport({ campaign }));
} catch (error) {
  if (!(error instanceof EgoiError) || error.delivery !== 'unknown') throw error;
  console.error(`look at campaign ${campaign} before you send it again`);
}
await client.close();
