import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} WorkspacePackage
 * @property {string} directory its folder, such as `packages/core`
 * @property {Record<string, any>} manifest its package.json
 */

/**
 * Every package under `packages`, private ones too.
 *
 * @returns {WorkspacePackage[]}
 */
export function workspacePackages() {
  return readdirSync('packages').flatMap((name) => {
    const directory = `packages/${name}`;
    // What was built of a package that has moved stays behind in its folder.
    if (!existsSync(join(directory, 'package.json'))) return [];
    return [{ directory, manifest: readManifest(directory) }];
  });
}

/**
 * The package.json of a folder.
 *
 * @param {string} directory
 */
export function readManifest(directory) {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
}

/**
 * The packages that are published, each behind those that it needs.
 *
 * @returns {WorkspacePackage[]}
 */
export function publishedPackages() {
  const published = workspacePackages().filter(({ manifest }) => !manifest.private);
  const byName = new Map(published.map((each) => [each.manifest.name, each]));
  const ordered = new Set();
  const place = (each) => {
    for (const name of Object.keys(needs(each.manifest))) {
      const needed = byName.get(name);
      if (needed !== undefined && !ordered.has(needed)) place(needed);
    }
    ordered.add(each);
  };
  for (const each of published) place(each);
  return [...ordered];
}

/**
 * Some of the published packages with all that they need, in the order of `publishedPackages`.
 *
 * @param {string[]} names of packages, also without the scope, such as `transport-v3`
 * @throws {Error} for a name that no package has
 */
export function publishedWithNeeds(names) {
  const published = publishedPackages();
  const wanted = new Set(
    names.map((name) => {
      const found = published.find(({ manifest }) =>
        [manifest.name, withoutScope(manifest)].includes(name),
      );
      if (found !== undefined) return found.manifest.name;
      const known = published.map(({ manifest }) => withoutScope(manifest)).toSorted();
      throw new Error(`no package is called '${name}'; there are ${known.join(', ')}`);
    }),
  );
  // From those that need others to those that need none.
  for (const { manifest } of published.toReversed()) {
    if (wanted.has(manifest.name)) for (const name in needs(manifest)) wanted.add(name);
  }
  return published.filter(({ manifest }) => wanted.has(manifest.name));
}

function withoutScope({ name }) {
  return String(name).replace(/^@[^/]*\//u, '');
}

/**
 * What a package must find installed, by name.
 *
 * @param {Record<string, any>} manifest
 * @returns {Record<string, string>}
 */
export function needs({ dependencies, optionalDependencies, peerDependencies }) {
  return { ...peerDependencies, ...optionalDependencies, ...dependencies };
}
