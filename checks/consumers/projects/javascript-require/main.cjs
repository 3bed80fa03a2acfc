const { EgoiClient, EgoiInputError } = require('@egoi-client/core');
const { createGateway } = require('@egoi-client/gateway');
const { sandboxApiKey: apiKey, sandboxTransport } = require('@egoi-client/sandbox');
const { transportNamed, wireNames } = require('@egoi-client/transports');

async function main() {
  const account = sandboxTransport();
  const server = await createGateway(account, { v3: account }).listen({
    host: '127.0.0.1',
    port: 0,
  });
  const base = `http://127.0.0.1:${server.port}`;
  for (const name of wireNames) {
    const client = new EgoiClient({ apiKey, transport: await transportNamed(name, { base }) });
    await client.createList({ nome: name });
    await client.close();
  }
  await server.close();
  await account.close();
  // However it is loaded, a program has one copy of each class.
  const asModule = await import('@egoi-client/core');
  if (asModule.EgoiInputError !== EgoiInputError) throw new Error('there are two copies');
  console.log(`answers: ${wireNames.join(', ')}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
