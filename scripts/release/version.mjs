// Makes a version of what the change notes say: numbers, change log, and no notes left. Nothing is
// committed or published: the changes are for a person to read and to put into better words.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readChangesets from '@changesets/read';
import semver from 'semver';
import { run } from '../pack-packages.mjs';
import { workspacePackages } from '../published-packages.mjs';
import { isUnreleased, readNote, withRelease } from './changelog.mjs';
import { oneVersion } from './one-version.mjs';

function refuse(why) {
  console.error(`release:version: ${why}`);
  process.exit(1);
}

if (run('git', ['status', '--porcelain']) !== '') refuse('commit or drop your changes first');
const packages = workspacePackages();
const current = oneVersion(packages);
const log = readFileSync('CHANGELOG.md', 'utf8');
const found = await readChangesets(process.cwd());
const notes = found.map(readNote).filter(({ bump }) => bump !== undefined);
const first = isUnreleased(log, current);
if (notes.length === 0 && !first) {
  refuse('there is nothing to release: no notes in .changeset (pnpm changeset writes one)');
}
// What is written about a version that is not out yet is part of it, notes made since then too.
const bump = ['major', 'minor', 'patch'].find((each) => notes.some((note) => note.bump === each));
const version = first ? current : semver.inc(current, bump);

for (const { directory } of packages) {
  const path = join(directory, 'package.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(`"version": "${current}"`, `"version": "${version}"`));
}
const date = new Date().toISOString().slice(0, 10);
writeFileSync('CHANGELOG.md', withRelease(log, { version, date, notes }));
for (const { id } of found) rmSync(join('.changeset', `${id}.md`));
console.log(
  `release:version: ${version}, ${packages.length} packages, ${notes.length} notes. ` +
    'Read CHANGELOG.md, commit, and go on with RELEASING.md.',
);
