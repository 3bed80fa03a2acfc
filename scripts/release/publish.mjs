// Publishes what is checked out, or says what it would do. RELEASING.md has the steps around it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packPackages, run } from '../pack-packages.mjs';
import { publishedPackages, workspacePackages } from '../published-packages.mjs';
import { oneVersion } from './one-version.mjs';
import { distTagOf, integrityOf, publishTarballs } from './publish-tarballs.mjs';
import { reasonsAgainst } from './reasons-against.mjs';

const { values: given } = parseArgs({
  options: {
    'for-real': { type: 'boolean', default: false },
    'without-provenance': { type: 'boolean', default: false },
  },
});
const provenance = !given['without-provenance'];
const version = oneVersion(workspacePackages());

function refuse(reasons) {
  for (const reason of reasons) console.error(`release:publish refuses: ${reason}`);
  process.exit(1);
}

const reasons = reasonsAgainst({ version, provenance, forReal: given['for-real'] });
if (given['for-real']) {
  if (reasons.length > 0) refuse(reasons);
  try {
    execFileSync('pnpm', ['check'], { stdio: 'inherit' });
  } catch {
    refuse(['pnpm check is red']);
  }
}

const folder = resolve('tarballs');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const packed = packPackages(folder);
const materials = ['--sbom-format', 'cyclonedx', '--split', '--out', `${folder}/%s-%v.cdx.json`];
const filters = publishedPackages().flatMap(({ manifest }) => ['--filter', manifest.name]);
run('pnpm', ['sbom', '--prod', ...filters, ...materials]);

if (given['for-real']) {
  publishTarballs(packed, { flags: provenance ? ['--provenance'] : [] });
  console.log(`release:publish: ${packed.length} packages of ${version} are published`);
} else {
  const how = provenance ? 'with provenance' : 'without provenance';
  console.log(`would run pnpm check, and publish ${how} as ${distTagOf(version)}, in this order:`);
  for (const { name, tarball } of packed) {
    const kilobytes = Math.ceil(statSync(tarball).size / 1000);
    console.log(`  ${name}@${version}  ${kilobytes} kB  ${integrityOf(tarball)}`);
  }
  console.log(`what would go out is in ${relative('.', folder)}, with a bill of materials each`);
  if (reasons.length > 0) refuse(reasons);
  console.log('nothing was published: --for-real publishes');
}
