const { EgoiApiError, EgoiClient } = require('@egoi-client/core');
const { createGateway } = require('@egoi-client/gateway');
const { sandboxApiKey: apiKey, sandboxTransport } = require('@egoi-client/sandbox');
const { transportNamed, wireNames } = require('@egoi-client/transports');

let account;
let server;
beforeAll(async () => {
  account = sandboxTransport();
  server = await createGateway(account, { v3: account }).listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await account.close();
});

test.each(wireNames)('answers: %s', async (name) => {
  const transport = await transportNamed(name, { base: `http://127.0.0.1:${server.port}` });
  const client = new EgoiClient({ apiKey, transport });
  const { LIST_ID } = await client.createList({ nome: name });
  const wrong = client.addSubscriber({ listID: LIST_ID + 1000, email: 'ana@example.com' });
  await expect(wrong).rejects.toThrow(EgoiApiError);
  await client.close();
});
