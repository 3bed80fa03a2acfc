import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommonjs } from './build-commonjs.mjs';

/** Runs a command and gives what it printed; a failure holds that too. */
export function run(command, args, options = {}) {
  return execFileSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    ...options,
  });
}

/**
 * Builds, and packs every published package as it would be published.
 *
 * @param folder absolute path of where the tarballs go
 * @returns the packages' names and the paths of their tarballs
 */
export function packPackages(folder) {
  run('pnpm', ['build']);
  return readdirSync('packages').flatMap((directory) => {
    const cwd = join('packages', directory);
    // What was built of a package that has moved stays behind in its folder.
    if (!existsSync(join(cwd, 'package.json'))) return [];
    const manifest = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    if (manifest.private) return [];
    buildCommonjs(cwd);
    run('pnpm', ['pack', '--pack-destination', folder], { cwd });
    const file = `egoi-client-${directory}-${manifest.version}.tgz`;
    return [{ name: manifest.name, tarball: join(folder, file) }];
  });
}
