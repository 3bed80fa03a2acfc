import { EgoiApiError, EgoiClient } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey as apiKey, sandboxTransport } from '@egoi-client/sandbox';
import { restTransport } from '@egoi-client/transport-rest';
import { soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { v3Transport } from '@egoi-client/transport-v3';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';

/** More than one piece of a socket: 400 contacts, read as one page. */
const contacts = 400;

/**
 * An embedded account behind a server, and the same calls over each transport.
 *
 * @returns the transports that gave the answers which they should, by their names
 */
export async function firstCalls() {
  const account = sandboxTransport();
  const server = await createGateway(account, { v3: account }).listen({
    host: '127.0.0.1',
    port: 0,
  });
  const v2 = `http://127.0.0.1:${server.port}/v2`;
  const transports = [
    soapTransport({ endpoint: `${v2}/soap.php` }),
    soapUniversalTransport({ endpoint: `${v2}/soap_any.php` }),
    xmlrpcTransport({ endpoint: `${v2}/xmlrpc.php` }),
    restTransport({ endpoint: `${v2}/rest.php` }),
    v3Transport({ endpoint: `http://127.0.0.1:${server.port}/v3` }),
  ];
  try {
    const listID = await filledList(account);
    for (const transport of transports) {
      const client = new EgoiClient({ apiKey, transport });
      await callsOver(client, listID);
      await client.close();
    }
    return transports.map(({ id }) => id);
  } finally {
    await server.close();
    await account.close();
  }
}

async function filledList(account) {
  const client = new EgoiClient({ apiKey, transport: account });
  const { LIST_ID } = await client.createList({ nome: 'Newsletter' });
  const subscribers = Array.from({ length: contacts }, (_, index) => ({
    email: `contact-${index}@example.com`,
    first_name: 'Zoë '.repeat(50),
    status: 1,
  }));
  await client.addSubscriberBulk({ listID: LIST_ID, compareField: 'email', subscribers });
  return LIST_ID;
}

async function callsOver(client, listID) {
  const page = await client.subscriberData({ listID, subscriber: 'all_subscribers', limit: 1000 });
  if (page.subscriber.length !== contacts) {
    throw new Error(`${page.subscriber.length} contacts in place of ${contacts}`);
  }
  const error = await client.addSubscriber({ listID: 999, email: 'ana@example.com' }).then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof EgoiApiError) || error.code !== 'LIST_NOT_FOUND') throw error;
}
