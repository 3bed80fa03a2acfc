import { EgoiClient, type Transport } from '@egoi-client/core';
import { startRedis, type RedisProcess } from '@egoi-client/redis-process';

/** A key as the service has them; nothing of this package may write it anywhere. */
export const apiKey = 'e0a1'.repeat(10);

/** A client over a transport that the test holds. */
export function clientOver(transport: Transport): EgoiClient {
  return new EgoiClient({ apiKey, transport });
}

/** Contacts by number: 0@example.com, 1@example.com, … */
export function contacts(count: number, from = 0): { email: string }[] {
  return Array.from({ length: count }, (_, index) => ({ email: `${from + index}@example.com` }));
}

/** A Redis for a test file, and names of imports that no other test has. */
export async function redisForTests(options: { persistent?: boolean } = {}): Promise<{
  readonly redis: RedisProcess;
  readonly place: () => { connection: string; importId: string };
}> {
  const redis = await startRedis(options);
  let imports = 0;
  const place = () => {
    imports += 1;
    return { connection: redis.url, importId: `import-${imports}` };
  };
  return { redis, place };
}
