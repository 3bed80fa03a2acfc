import { readFileSync } from 'node:fs';
import { createGateway, type GatewayOptions } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import type { ChildMessage, ChildStart } from './gateway-process.ts';

// A gateway in front of a sandbox, in a process of its own: what it prints and what it holds in
// memory is then nobody else's.
process.once('message', ({ options, key, cert }: ChildStart) => void serve(options, key, cert));
process.once('disconnect', () => process.exit(0));

async function serve(options: GatewayOptions, keyFile: string, certFile: string): Promise<void> {
  const account = sandboxTransport();
  const gateway = createGateway(account, options);
  const plain = await gateway.listen();
  const tls = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  const secure = await gateway.listen({ tls });
  process.on('message', () => {
    globalThis.gc?.();
    tell({ heapBytes: process.memoryUsage().heapUsed + process.memoryUsage().external });
  });
  tell({ port: plain.port, securePort: secure.port });
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}
