import { describeTransport } from '@egoi-client/conformance';
import { connectBySocket, connectInMemory, wires } from '@egoi-client/conformance/support/targets';

describeTransport('sandbox', async (account) => ({
  transport: account,
  close: async () => account.close?.(),
}));

for (const wire of wires) {
  describeTransport(`${wire.name}, in memory`, (account) => connectInMemory(wire, account));
  describeTransport(`${wire.name}, over a socket`, (account) => connectBySocket(wire, account));
}
