// Packs every published package into the folder tarballs, for `npm install` in a project of your own.
import { mkdirSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { packPackages } from './pack-packages.mjs';

const folder = resolve('tarballs');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { tarball } of packPackages(folder)) console.log(relative('.', tarball));
