import { spawnSync } from 'node:child_process';

/** Whether this machine has a redis-server to start. */
export function redisIsInstalled(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * `describe` where redis-server is installed, `describe.skip` with a notice where it is not. With
 * `REDIS_REQUIRED=1` in the environment nothing is skipped: the tests run and fail.
 *
 * @param describe the test runner's
 * @example whereRedisIs(describe)('a budget in Redis', () => { … });
 */
export function whereRedisIs<Run, Skip>(describe: Run & { readonly skip: Skip }): Run | Skip {
  if (process.env['REDIS_REQUIRED'] === '1' || redisIsInstalled()) return describe;
  process.stderr.write(
    'skipped: redis-server is not installed (Debian: apt-get install redis-server)\n',
  );
  return describe.skip;
}
