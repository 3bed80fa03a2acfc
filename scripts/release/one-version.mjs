/**
 * The version that all packages have.
 *
 * @param {import('../published-packages.mjs').WorkspacePackage[]} packages
 * @returns {string}
 * @throws {Error} where they differ
 */
export function oneVersion(packages) {
  const versions = new Set(packages.map(({ manifest }) => manifest.version));
  if (versions.size === 1) return [...versions][0];
  const each = packages.map(({ directory, manifest }) => `${directory} ${manifest.version}`);
  throw new Error(`the packages have different versions: ${each.join(', ')}`);
}
