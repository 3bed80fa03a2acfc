import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Consumer } from './consumers.ts';

const run = promisify(execFile);

const projects = join(import.meta.dirname, '../projects');

const wires = ['soap', 'soap-universal', 'xmlrpc', 'rest', 'v3'];

/** An hour of installing and testing is no success. */
const timeLimitMs = 600_000;

/** How a project went; `problem` is what it printed, where it did not go well. */
export interface ConsumerOutcome {
  readonly consumer: Consumer;
  readonly problem?: string;
}

/**
 * Makes the project in a folder of its own, installs what it needs, and runs its test as its owner would.
 *
 * @param tarballs the packed packages
 */
export async function tryConsumer(
  consumer: Consumer,
  tarballs: readonly string[],
): Promise<ConsumerOutcome> {
  const folder = mkdtempSync(join(tmpdir(), `egoi-consumer-${consumer.name}-`));
  try {
    cpSync(join(projects, consumer.project), folder, { recursive: true });
    for (const file of consumer.shared) {
      copyFileSync(join(projects, 'shared', file), join(folder, file));
    }
    const node = consumer.node === undefined ? [] : [`${nodePackage}@${consumer.node}`];
    const wanted = [...tarballs, ...(consumer.packages ?? []), ...node];
    await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', ...wanted], folder);
    const path = node.length === 0 ? [] : [join(folder, 'node_modules', nodePackage, 'bin')];
    const printed = await npm(['test', '--silent'], folder, path);
    const silent = wires.filter((wire) => !new RegExp(`answers: .*\\b${wire}\\b`).test(printed));
    if (silent.length === 0) return { consumer };
    return { consumer, problem: `no answer over ${silent.join(', ')}:\n${printed}` };
  } catch (error) {
    return { consumer, problem: printedBy(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package that holds a Node.js for this machine. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

async function npm(args: readonly string[], cwd: string, path: readonly string[] = []) {
  const { PATH = '' } = process.env;
  const { stdout, stderr } = await run('npm', args, {
    cwd,
    env: { ...process.env, CI: 'true', NODE_OPTIONS: '', PATH: [...path, PATH].join(delimiter) },
    timeout: timeLimitMs,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return `${stdout}\n${stderr}`;
}

/** The end of what was printed: a bundle's own text may stand in it, in lines of megabytes. */
function printedBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  const printed = `${stdout}\n${stderr}`.trim() || error.message;
  const lines = printed.split('\n').slice(-40);
  return lines.map((line) => line.slice(0, 300)).join('\n');
}
