import { spawnSync } from 'node:child_process';

/** Whether there is a `php` command to compare with, or must be one: INTEROP_REQUIRED=1. */
export const hasPhp =
  process.env['INTEROP_REQUIRED'] === '1' ||
  spawnSync('php', ['-n', '-r', 'echo 1;'], { encoding: 'utf8' }).stdout === '1';

/** Runs a PHP expression on each of some values, `$in`, and gives what it makes of them. */
export function php(expression: string, inputs: readonly unknown[]): unknown[] {
  const code = `ini_set('precision', -1); foreach (json_decode(stream_get_contents(STDIN), true) as $in) { $out[] = ${expression}; } echo json_encode($out);`;
  const { stdout, stderr, status } = spawnSync('php', ['-n', '-r', code], {
    input: JSON.stringify(inputs),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`php failed: ${stderr}`);
  return JSON.parse(stdout) as unknown[];
}
