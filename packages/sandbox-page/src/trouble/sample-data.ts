import { EgoiClient, type Transport } from '@egoi-client/core';

const firstNames = [
  'Ana',
  'Rui',
  'Inês',
  'Tiago',
  'Marta',
  'João',
  'Sofia',
  'Pedro',
  'Beatriz',
  'Luís',
];
const lastNames = ['Silva', 'Santos', 'Ferreira', 'Pereira', 'Costa'];
const contactCount = 50;

const newsletter = `<html><head><style>
body { margin: 0; font-family: Georgia, serif; color: #2c2118; background: #f6efe4; }
div { max-width: 560px; margin: 0 auto; padding: 24px; background: #fffdf9; }
h1 { color: #a23b12; } a { color: #a23b12; }
</style></head><body><div><h1>The bread of the month</h1>
<p>Dear reader,</p><p>in May we bake with spelt from the Alentejo, and the oven is open on Sundays.</p>
<p><a href="https://bakery.example/spelt">Read on</a> or <a href="https://bakery.example/hours">see when we are open</a>.</p>
</div></body></html>`;

/**
 * Fills an account with something to look at: a list with contacts, a field, a tag and a segment, a
 * newsletter that some have opened, and an SMS. By calls, as a program would.
 */
export async function addSampleData(transport: Transport, apiKey: string): Promise<SampleCampaign> {
  const client = new EgoiClient({ apiKey, transport });
  const { LIST_ID: listID } = await client.createList({
    nome: 'Readers of the bakery',
    canal_sms: true,
  });
  await client.addExtraField({ listID, name: 'Favourite bread', type: 'texto' });
  const subscribers = Array.from({ length: contactCount }, (_, index) => {
    const first_name = firstNames[index % firstNames.length] ?? '';
    const last_name = lastNames[index % lastNames.length] ?? '';
    const cellphone = `351-9${String(10_000_000 + index)}`;
    return { email: `reader${index + 1}@example.com`, first_name, last_name, cellphone };
  });
  await client.addSubscriberBulk({ listID, compareField: 'email', operation: 1, subscribers });
  await client.createSegment({ listID, name: 'Called Ana', fields: { first_name: 'Ana' } });
  const emails = await client.getSenders({ channel: 'email' });
  const from = emails[0]?.FROMID ?? '';
  const subject = 'The bread of the month';
  const { ID: campaign } = await client.createCampaignEmail({
    listID,
    subject,
    from,
    message: newsletter,
  });
  await client.sendEmail({ campaign, listID, fromID: from, segment: 'all' });
  const phones = await client.getSenders({ channel: 'telemovel' });
  await client.sendSMS({
    listID,
    cellphone: '351-910000000',
    subject: 'Your order',
    message: 'Your bread is ready. The oven is open until six.',
    fromID: phones[0]?.FROMID ?? '',
  });
  return { campaign, addresses: subscribers.map(({ email }) => email) };
}

/** The newsletter of the sample data, and whom it went to. */
interface SampleCampaign {
  readonly campaign: string;
  readonly addresses: readonly string[];
}
