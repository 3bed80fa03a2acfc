/** Members of ioredis's options by what they must be. What is not here would break the queue, or is unknown to ioredis. */
const members: Readonly<Record<string, (value: unknown) => boolean>> = {
  host: isText,
  port: isPort,
  path: isText,
  family: (value) => value === 4 || value === 6,
  tls: isPlainObject,
  username: isAnyText,
  password: isAnyText,
  db: isCount,
  keepAlive: isCount,
  noDelay: isFlag,
  connectionName: isText,
  connectTimeout: isCount,
  socketTimeout: isCount,
  disableClientInfo: isFlag,
  clientInfoTag: isText,
  enableReadyCheck: isFlag,
  // BullMQ asks for it; it is so anyway.
  maxRetriesPerRequest: (value) => value === null,
  reconnectOnError: (value) => value === null || typeof value === 'function',
  name: isText,
  sentinels: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((one) => isPlainObject(one)),
  sentinelUsername: isAnyText,
  sentinelPassword: isAnyText,
  sentinelCommandTimeout: isCount,
  sentinelRetryStrategy: (value) => typeof value === 'function',
  sentinelReconnectStrategy: (value) => typeof value === 'function',
  sentinelTLS: isPlainObject,
  enableTLSForSentinelMode: isFlag,
  sentinelMaxConnections: isCount,
  updateSentinels: isFlag,
  failoverDetector: isFlag,
  natMap: isPlainObject,
};

/** What is said of anything that is no connection. */
export const connectionRule =
  'must be an address (redis://host:6379 or rediss://user:password@host:6380) or a plain object of options of ioredis that says host, port, path, or sentinels with their name: no client or cluster, no url, no keyPrefix, which BullMQ does not bear, and nothing that ioredis does not know';

/**
 * Tells what can be a connection. Whatever else ioredis is given it takes for options that say nothing,
 * and then tries 127.0.0.1 without end.
 */
export function isConnection(value: unknown): boolean {
  if (typeof value === 'string') return isAddress(value);
  if (!isPlainObject(value)) return false;
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  const areRight = given.every(
    ([name, member]) => Object.hasOwn(members, name) && members[name]?.(member) === true,
  );
  const names = new Set(given.map(([name]) => name));
  const saysWhere =
    names.has('host') ||
    names.has('port') ||
    names.has('path') ||
    (names.has('sentinels') && names.has('name'));
  return areRight && saysWhere;
}

/** What stands behind a `?` ioredis reads as options, of which `keyPrefix` would be one. */
function isAddress(text: string): boolean {
  if (!/^rediss?:\/\/\S+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, search, hash } = new URL(text);
  return hostname !== '' && /^\/?\d*$/.test(pathname) && search === '' && hash === '';
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isAnyText(value: unknown): boolean {
  return typeof value === 'string';
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isPort(value: unknown): boolean {
  return isCount(value) && (value as number) >= 1 && (value as number) <= 65_535;
}
