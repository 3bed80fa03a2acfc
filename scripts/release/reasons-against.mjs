import { readdirSync, readFileSync } from 'node:fs';
import { repositoryOf, run } from '../pack-packages.mjs';
import {
  needs,
  publishedPackages,
  readManifest,
  workspacePackages,
} from '../published-packages.mjs';
import { isDated } from './changelog.mjs';

/**
 * Why what is checked out cannot be published.
 *
 * @param {{ version: string, provenance: boolean, forReal: boolean }} release `version` is that of all packages
 * @returns {string[]} none where it can
 */
export function reasonsAgainst({ version, provenance, forReal }) {
  const reasons = [];
  if (run('git', ['status', '--porcelain']) !== '') {
    reasons.push('the work tree has changes that are not committed');
  }
  const tags = run('git', ['tag', '--points-at', 'HEAD']).split('\n');
  if (!tags.includes(`v${version}`)) {
    reasons.push(`the commit has no tag v${version}: git tag --annotate v${version}`);
  }
  if (!isDated(readFileSync('CHANGELOG.md', 'utf8'), version)) {
    reasons.push(`CHANGELOG.md has no day for ${version}: pnpm release:version`);
  }
  const notes = readdirSync('.changeset').filter((file) => /^(?!README).*\.md$/u.test(file));
  if (notes.length > 0) {
    reasons.push(`${notes.length} notes in .changeset are in no version: pnpm release:version`);
  }
  if (repositoryOf(readManifest('.')) === undefined) {
    reasons.push('package.json names no repository, which the packages are to point to');
  }
  const hidden = new Set(
    workspacePackages().flatMap(({ manifest }) => (manifest.private ? [manifest.name] : [])),
  );
  for (const { manifest } of publishedPackages()) {
    const missing = Object.keys(needs(manifest)).filter((name) => hidden.has(name));
    for (const name of missing) reasons.push(`${manifest.name} needs ${name}, which is private`);
  }
  if (forReal && provenance && process.env.ACTIONS_ID_TOKEN_REQUEST_URL === undefined) {
    reasons.push('provenance can be given by the hosted workflow alone (or --without-provenance)');
  }
  return reasons;
}
