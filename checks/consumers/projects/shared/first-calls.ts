import { EgoiApiError, EgoiClient, EgoiError, type Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey as apiKey, sandboxTransport } from '@egoi-client/sandbox';
import { restTransport } from '@egoi-client/transport-rest';
import { soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { v3Transport } from '@egoi-client/transport-v3';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';

const account = sandboxTransport();
const server = await createGateway(account, { v3: account }).listen({ host: '127.0.0.1', port: 0 });
const base: string = `http://127.0.0.1:${server.port}`;
const transports: readonly Transport[] = [
  soapTransport({ endpoint: `${base}/v2/soap.php` }),
  soapUniversalTransport({ endpoint: `${base}/v2/soap_any.php`, timeoutMs: 10_000 }),
  xmlrpcTransport({ endpoint: `${base}/v2/xmlrpc.php` }),
  restTransport({ endpoint: `${base}/v2/rest.php`, format: 'json' }),
  v3Transport({ endpoint: `${base}/v3`, losses: 'report', onLoss: ({ name }) => void name }),
];
const answered: string[] = [];
for (const transport of transports) {
  const client = new EgoiClient({ apiKey, transport });
  const { LIST_ID } = await client.createList({ nome: `Over ${transport.id}` });
  const listID: number = LIST_ID;
  const lists = await client.getLists({});
  const titles: readonly (string | undefined)[] = lists.map(({ title }) => title);
  if (!titles.includes(`Over ${transport.id}`)) throw new Error('the list is missing');
  try {
    // @ts-expect-error a list has a number
    await client.getLists({ listID: {} });
  } catch (error) {
    if (!(error instanceof EgoiError)) throw error;
  }
  try {
    await client.addSubscriber({ listID: listID + 1000, email: 'ana@example.com' });
  } catch (error) {
    if (!(error instanceof EgoiApiError)) throw error;
    const code: string = error.code;
    if (code !== 'LIST_NOT_FOUND') throw error;
  }
  answered.push(transport.id);
  await client.close();
}
await server.close();
await account.close?.();
console.log(`answers: ${answered.join(', ')}`);
