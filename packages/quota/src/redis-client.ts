/** What a budget needs of an ioredis client or cluster: those of version 5 fit. */
export interface RedisClient {
  /** `ready` when commands go through; `wait` before the first use of a lazy client; `end` when closed. */
  readonly status: string;
  connect(): Promise<unknown>;
  eval(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  on(event: 'ready' | 'end', listener: () => void): unknown;
  off(event: 'ready' | 'end', listener: () => void): unknown;
}

/** Tells what has the shape of an ioredis client, for the option that takes one. */
export function isRedisClient(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const methods = ['connect', 'eval', 'on', 'off'];
  return (
    'status' in value &&
    typeof value.status === 'string' &&
    methods.every((name) => typeof Reflect.get(value, name) === 'function')
  );
}
