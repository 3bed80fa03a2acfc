// Brings a list up to date with a database, a few calls an hour, and goes on where it stopped if the
// machine is restarted meanwhile: run it again with the same journal.
import { importSubscribers } from '@egoi-client/bulk';
import { connect } from './connect.ts';

/** Stands for a query that streams its rows. */
async function* customers() {
  for (let number = 1; number <= 2500; number += 1) {
    yield { email: `customer-${number}@example.com`, first_name: `Customer ${number}` };
  }
}

const client = connect();
const summary = await importSubscribers(client, customers(), {
  listID: Number(process.env['EGOI_LIST'] ?? '1'),
  operation: 2,
  journal: process.env['JOURNAL'] ?? 'nightly-import.journal',
  onProgress: ({ contacts, calls }) => console.error(`${contacts} contacts in ${calls} calls`),
});
console.log(summary);
await client.close();
