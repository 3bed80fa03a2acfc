// Packs the published packages that are named, with all that they need, or every one where none is named,
// into the folder tarballs, for `npm install` in a project of your own.
import { mkdirSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { packPackages } from './pack-packages.mjs';
import { publishedPackages, publishedWithNeeds } from './published-packages.mjs';

const names = process.argv.slice(2);
let packages;
try {
  packages = names.length === 0 ? publishedPackages() : publishedWithNeeds(names);
} catch (error) {
  console.error(`tarballs: ${error.message}`);
  process.exit(1);
}
const folder = resolve('tarballs');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { tarball } of packPackages(folder, packages)) console.log(relative('.', tarball));
