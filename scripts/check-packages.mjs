// Packs every published package and holds it against publint, are-the-types-wrong and its budget of bytes.
// Then installs all of them in a blank project, as docs/cli.md says, and makes a first call there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectFirstCall } from './first-call.mjs';
import { packPackages, run } from './pack-packages.mjs';
import { expectLinksThatLead, expectWithinBudget } from './packed-content.mjs';
import { readManifest } from './published-packages.mjs';

const budgets = JSON.parse(readFileSync(new URL('package-sizes.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'egoi-client-pack-'));
let failures = 0;

function check(what, work) {
  try {
    work();
    console.log(what);
  } catch (error) {
    failures += 1;
    console.error(`not so: ${what}\n${error.stdout ?? ''}${error.stderr ?? ''}${error.message}`);
  }
}

/** A package without a CommonJS form is not held to what such a form needs. */
function profileOf(directory) {
  const conditions = JSON.stringify(readManifest(directory).publishConfig.exports);
  return conditions.includes('./dist/commonjs/') ? 'node16' : 'esm-only';
}

try {
  const packed = packPackages(folder);
  for (const { name, directory, tarball } of packed) {
    check(`${name}: publint and are-the-types-wrong agree`, () => {
      run('pnpm', ['exec', 'publint', '--strict', tarball]);
      run('pnpm', ['exec', 'attw', '--profile', profileOf(directory), tarball]);
    });
    check(`${name}: within its budget of bytes`, () => expectWithinBudget(name, tarball, budgets));
    check(`${name}: its README leads to files that it holds, or to addresses`, () =>
      expectLinksThatLead(tarball),
    );
  }
  check(
    'a blank project: npm install of the tarballs, one core, egoi --version, a first call',
    () => {
      const cwd = join(folder, 'project');
      mkdirSync(cwd);
      writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
      const tarballs = packed.map(({ tarball }) => tarball);
      run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd });
      expectFirstCall(cwd);
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) process.exit(1);
