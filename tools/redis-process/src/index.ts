export { freePort } from './free-port.ts';
export { type RedisProcess, type RedisProcessOptions, startRedis } from './redis-process.ts';
export { redisIsInstalled, whereRedisIs } from './where-redis-is.ts';
