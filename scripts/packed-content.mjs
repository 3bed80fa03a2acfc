import { statSync } from 'node:fs';
import { join } from 'node:path';
import { list } from 'tar';
import { fileLinks, fileTargetsInHtml } from './pack-readme.mjs';

/**
 * What is in a tarball.
 *
 * @param {string} tarball path
 */
function contentOf(tarball) {
  const files = new Map();
  const readme = [];
  const onReadEntry = (entry) => {
    const path = entry.path.replace(/^package\//u, '');
    files.set(path, entry.size);
    if (path === 'README.md') entry.on('data', (data) => readme.push(data));
  };
  list({ file: tarball, sync: true, onReadEntry });
  return { files, readme: Buffer.concat(readme).toString() };
}

/**
 * Holds a package against what it may take.
 *
 * @param {string} name
 * @param {string} tarball path
 * @param {Record<string, { packedBytes: number, unpackedBytes: number }>} budgets by package
 * @throws {Error} where it has no budget, or takes more
 */
export function expectWithinBudget(name, tarball, budgets) {
  const sizes = {
    packedBytes: statSync(tarball).size,
    unpackedBytes: [...contentOf(tarball).files.values()].reduce((sum, size) => sum + size, 0),
  };
  const advice = 'make it smaller, or raise scripts/package-sizes.json and say why in the commit';
  for (const [kind, size] of Object.entries(sizes)) {
    const budget = budgets[name]?.[kind];
    if (budget === undefined) throw new Error(`no ${kind} in scripts/package-sizes.json: ${size}`);
    if (size > budget) throw new Error(`${kind} is ${size}, more than ${budget}: ${advice}`);
  }
}

/**
 * Follows the links of a packed README.
 *
 * @param {string} tarball path
 * @throws {Error} where one leads to no file of the package
 */
export function expectLinksThatLead(tarball) {
  const { files, readme } = contentOf(tarball);
  if (readme === '') throw new Error('it has no README.md, or an empty one');
  const urls = [...fileLinks(readme).map(({ url }) => url), ...fileTargetsInHtml(readme)];
  const targets = urls.map((url) => join(url.replace(/#.*$/u, '')));
  const dead = targets.filter((target) => !files.has(target));
  if (dead.length > 0) throw new Error(`its README leads to no file of it: ${dead.join(', ')}`);
}
