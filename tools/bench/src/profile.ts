import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What V8 writes with `--cpu-prof`; of it only what is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/**
 * Runs a Node program once and tells which functions its time went to.
 *
 * @param args Node's arguments
 * @param cwd where it runs
 * @returns the most costly functions first, with the milliseconds that each ran itself
 */
export async function profileOf(args: readonly string[], cwd: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'egoi-bench-profile-'));
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=100'];
    const running = promisify(execFile)(process.execPath, [...flags, ...args], { cwd });
    running.child.stdin?.end('run\n');
    await running;
    const [file = ''] = await readdir(folder);
    return costliest(JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const listed = 15;

function costliest({ nodes, samples, timeDeltas }: CpuProfile): string[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const microseconds = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const { functionName = '', url = '' } = frames.get(sample) ?? {};
    const place = url.split('/').slice(-3).join('/');
    const name = `${functionName || '(anonymous)'} ${place}`.trim();
    microseconds.set(name, (microseconds.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return [...microseconds]
    .filter(([name]) => name !== '(idle)' && name !== '(root)')
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, listed)
    .map(([name, time]) => `${(time / 1000).toFixed(1).padStart(7)} ms  ${name}`);
}
