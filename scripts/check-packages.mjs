// Packs every published package and holds it against publint and are-the-types-wrong. Then installs all
// of them in a blank project, as docs/cli.md says, and makes a first call there.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackages, run } from './pack-packages.mjs';

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

/** A program that a user would begin with. */
const firstCall = `import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey as apiKey, sandboxTransport } from '@egoi-client/sandbox';
const client = new EgoiClient({ apiKey, transport: sandboxTransport() });
const { LIST_ID } = await client.createList({ nome: 'Newsletter' });
console.log(LIST_ID);
await client.close();
`;

function expectOutput(expected, command, args, options) {
  const printed = run(command, args, options).trim();
  if (!expected.test(printed)) throw new Error(`${command} ${args.join(' ')} printed: ${printed}`);
}

try {
  const packed = packPackages(folder);
  for (const { name, tarball } of packed) {
    check(`${name}: publint and are-the-types-wrong agree`, () => {
      run('pnpm', ['exec', 'publint', '--strict', tarball]);
      run('pnpm', ['exec', 'attw', '--profile', 'node16', tarball]);
    });
  }
  check(
    'a blank project: npm install of the tarballs, one core, egoi --version, a first call',
    () => {
      const cwd = join(folder, 'project');
      mkdirSync(cwd);
      writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
      writeFileSync(join(cwd, 'first-call.mjs'), firstCall);
      const tarballs = packed.map(({ tarball }) => tarball);
      run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd });
      const cores = readdirSync(join(cwd, 'node_modules'), { recursive: true }).filter((path) =>
        path.endsWith(join('@egoi-client', 'core', 'package.json')),
      );
      if (cores.length !== 1) throw new Error(`${cores.length} cores: ${cores.join(', ')}`);
      expectOutput(/^\d+\.\d+\.\d+$/, 'npx', ['--no-install', 'egoi', '--version'], { cwd });
      expectOutput(/^1$/, process.execPath, ['first-call.mjs'], { cwd });
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) process.exit(1);
