import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import spawn from 'cross-spawn';
import hostedGit from 'hosted-git-info';
import { create, extract } from 'tar';
import { buildCommonjs } from './build-commonjs.mjs';
import { packReadme } from './pack-readme.mjs';
import { publishedPackages, readManifest, workspacePackages } from './published-packages.mjs';

/** Runs a command, on Windows also one that is a script, and gives what it printed; a failure holds that too. */
export function run(command, args, options = {}) {
  const { error, status, stdout, stderr } = spawn.sync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    ...options,
  });
  if (status === 0) return stdout;
  const failed = new Error(`Command failed: ${[command, ...args].join(' ')}`, { cause: error });
  throw Object.assign(failed, { stdout, stderr });
}

/**
 * Builds, and packs every published package as it is published: the same sources give the same bytes.
 *
 * @param {string} folder absolute path of where the tarballs go
 * @param {ReturnType<typeof publishedPackages>} [packages] those to pack, of all
 * @returns {{ name: string, version: string, directory: string, tarball: string }[]} those that need others
 *   behind those
 */
export function packPackages(folder, packages = publishedPackages()) {
  for (const { directory } of workspacePackages()) dropStaleOutput(directory);
  run('pnpm', ['build']);
  const published = publishedPackages();
  const repository = repositoryOf(readManifest('.'));
  const names = new Map(published.map(({ directory, manifest }) => [directory, manifest.name]));
  return packages.map(({ directory, manifest: { name, version } }) => {
    buildCommonjs(directory);
    run('pnpm', ['pack', '--pack-destination', folder], { cwd: directory });
    const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
    repack(tarball, (unpacked) => {
      const files = new Set(readdirSync(unpacked, { recursive: true }));
      const readme = join(unpacked, 'README.md');
      const text = packReadme(readFileSync(readme, 'utf8'), {
        directory,
        isPacked: (file) => files.has(join(file)),
        addressOf: (path, hash) => {
          const owner = names.get(path.replace(/\/README\.md$/u, ''));
          if (owner !== undefined) return `https://www.npmjs.com/package/${owner}${hash}`;
          return repository?.browseFile(path, { committish: `v${version}` }).concat(hash);
        },
      });
      writeFileSync(readme, text);
      if (repository !== undefined) writeAddresses(unpacked, repository, directory);
    });
    return { name, version, directory, tarball };
  });
}

/**
 * Where the sources are published.
 *
 * @param {Record<string, any>} manifest the workspace's package.json, which alone names the repository
 */
export function repositoryOf({ repository }) {
  const address = typeof repository === 'string' ? repository : repository?.url;
  return address === undefined ? undefined : hostedGit.fromUrl(address);
}

/** What was built of a source that is gone would be packed. */
function dropStaleOutput(directory) {
  const dist = join(directory, 'dist');
  if (!existsSync(dist)) return;
  for (const file of readdirSync(dist, { recursive: true })) {
    const source = file.replace(/(\.d\.ts|\.js)(\.map)?$/u, '.ts');
    if (source !== file && !existsSync(join(directory, 'src', source))) rmSync(join(dist, file));
  }
}

/** Times (npm's own constant one), owners and the order of files say nothing, and would differ each time. */
function repack(tarball, change) {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-client-repack-'));
  try {
    const modes = new Map();
    const onReadEntry = ({ path, mode }) => modes.set(path, mode);
    void extract({ file: tarball, cwd: folder, sync: true, onReadEntry });
    const unpacked = join(folder, 'package');
    change(unpacked);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted();
    create(
      {
        file: `${tarball}.new`,
        cwd: folder,
        sync: true,
        gzip: { level: 9 },
        portable: true,
        mtime: new Date('1985-10-26T08:15:00Z'),
        // The files took on the umask when they were unpacked.
        onWriteEntry: ({ path, stat }) => {
          stat.mode = modes.get(path) ?? 0o644;
        },
      },
      files,
    );
    renameSync(`${tarball}.new`, tarball);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAddresses(unpacked, repository, directory) {
  const path = join(unpacked, 'package.json');
  const manifest = {
    ...JSON.parse(readFileSync(path, 'utf8')),
    repository: {
      type: 'git',
      url: `git+${repository.https({ noCommittish: true, noGitPlus: true })}`,
      directory,
    },
    homepage: repository.browse(directory, { noCommittish: true }),
    bugs: repository.bugs(),
  };
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
