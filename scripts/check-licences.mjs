// Holds the licence of everything that the published packages bring along against those that we take, and
// prints how many there are of each.
import { readFileSync } from 'node:fs';
import satisfies from 'spdx-satisfies';
import { run } from './pack-packages.mjs';
import { publishedPackages } from './published-packages.mjs';

/** @type {string[]} SPDX identifiers: those under which MIT packages may be built upon without further duties */
const allowed = JSON.parse(readFileSync(new URL('allowed-licences.json', import.meta.url), 'utf8'));
const filters = publishedPackages().flatMap(({ manifest }) => ['--filter', manifest.name]);
const found = JSON.parse(run('pnpm', ['licenses', 'list', '--prod', '--json', ...filters]));
const refused = [];
const counts = [];

function isTaken(licence) {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false; // No SPDX expression: its text would have to be read.
  }
}

for (const [licence, packages] of Object.entries(found)) {
  if (!isTaken(licence)) {
    const names = packages.map(({ name }) => name).join(', ');
    refused.push(`${licence} of ${names} is not in scripts/allowed-licences.json`);
  }
  counts.push(`${packages.length} ${licence}`);
}
if (counts.length === 0) refused.push('no package was found');
for (const line of refused) console.error(line);
console.log(`licences: ${counts.join(', ')}; ${refused.length} refused`);
if (refused.length > 0) process.exit(1);
