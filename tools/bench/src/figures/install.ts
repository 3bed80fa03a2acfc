import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { isBuilt } from '../entry.ts';
import type { Figure } from '../figure.ts';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../../../..', import.meta.url));

/** What `npm ls --all` lists in a blank project with the tarballs of a package and of those that it needs. */
async function installedPackages(name: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'egoi-bench-install-'));
  try {
    const pack = ['--filter-prod', `${name}...`, '-r', 'pack', '--pack-destination', folder];
    await run('pnpm', pack, { cwd: workspace });
    const tarballs = (await readdir(folder)).map((file) => `./${file}`);
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs];
    await run('npm', install, { cwd: folder });
    const { stdout } = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder });
    // The first line is the project itself.
    const paths = stdout.trim().split('\n').slice(1);
    return paths.map((path) => path.slice(path.lastIndexOf('node_modules/') + 13));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A program's client over REST, as esbuild makes one file of it. */
async function bundle(): Promise<{ readonly bytes: number; readonly parts: Metafile }> {
  const contents = [
    "export { EgoiClient } from '@egoi-client/core';",
    "export { restTransport } from '@egoi-client/transport-rest';",
  ].join('\n');
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });
  return { bytes: outputFiles[0]?.contents.length ?? Number.NaN, parts: metafile };
}

/** How many bytes of the bundle each package brings, the largest first. */
function bytesByPackage({ outputs }: Metafile): string[] {
  const bytes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    const [, name = path] = /.*(?:node_modules|packages)\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
  }
  const sorted = [...bytes].toSorted(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${(count / 1000).toFixed(1).padStart(7)} kB  ${name}`);
}

const rest = '@egoi-client/transport-rest';

/** What a program takes in with the client over REST. */
export const installFigures: readonly Figure[] = [
  {
    name: 'packages that transport-rest installs',
    peer: 'none',
    unit: 'packages',
    goal: { atMost: 8 },
    async measure() {
      if (!isBuilt) return 'only what is built can be packed';
      return { values: [(await installedPackages(rest)).length] };
    },
    profile: () => installedPackages(rest),
  },
  {
    name: 'bundle of core and transport-rest by esbuild',
    peer: 'none',
    unit: 'kB',
    goal: { atMost: 240 },
    async measure() {
      if (!isBuilt) return 'only what is built can be bundled';
      return { values: [(await bundle()).bytes / 1000] };
    },
    profile: async () => bytesByPackage((await bundle()).parts),
  },
];
