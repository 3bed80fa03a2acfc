// Lists the contacts that have been sent mail and opened none of it, in constant memory.
import { connect } from './connect.ts';

const client = connect();
const listID = Number(process.env['EGOI_LIST'] ?? '1');
let seen = 0;
for await (const contact of client.paginate('subscriberData', { listID })) {
  seen += 1;
  const sent = contact.EMAIL_SENT ?? 0;
  if (sent > 0 && (contact.EMAIL_VIEWS ?? 0) === 0) console.log(contact.UID, contact.EMAIL);
}
console.error(`${seen} contacts looked at`);
await client.close();
