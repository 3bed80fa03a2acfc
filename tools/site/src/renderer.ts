import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Folder of the programs that make the pages, with a manifest and a lockfile of its own. */
export const renderer = fileURLToPath(new URL('../renderer/', import.meta.url));

/**
 * Installs VitePress and TypeDoc as their lockfile has them, unless they are there: they are too heavy for
 * everybody's install.
 *
 * @throws Error with what npm said, where they cannot be fetched
 */
export async function installRenderer(): Promise<void> {
  const stamp = join(renderer, 'node_modules/.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(renderer, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(join(renderer, 'node_modules'), { recursive: true, force: true });
  // The binaries that they need are inside their packages.
  await runInRenderer('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(stamp, wanted);
}

/** Writes the pages of the API into the staged pages; a comment that TypeDoc cannot read fails. */
export async function writeApiPages(): Promise<void> {
  await runInRenderer(process.execPath, ['write-api.mjs']);
}

/** Makes the site of the staged pages. */
export async function renderPages(): Promise<void> {
  await runInRenderer(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build', '.']);
}

async function runInRenderer(command: string, args: readonly string[]): Promise<void> {
  try {
    // The conditions of the process that started this one are not for those.
    const env = { ...process.env, NODE_OPTIONS: '' };
    await run(command, args, { cwd: renderer, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
