import { startRedis } from '@egoi-client/redis-process';

// Started by redis-process.test.ts, which kills this process.
const redis = await startRedis();
console.log(redis.port);
