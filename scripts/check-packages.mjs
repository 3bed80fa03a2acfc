// Packs every public package as it would be published and holds it against publint and
// are-the-types-wrong. Needs the build, so it makes it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, args, options = {}) =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', ...options });

const folder = mkdtempSync(join(tmpdir(), 'egoi-client-pack-'));
let failures = 0;
try {
  run('pnpm', ['build']);
  for (const name of readdirSync('packages')) {
    const manifest = JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8'));
    if (manifest.private) continue;
    const cwd = join('packages', name);
    try {
      run('pnpm', ['pack', '--pack-destination', folder], { cwd });
      const tarball = readdirSync(folder).find((file) =>
        file.includes(`-${name}-${manifest.version}`),
      );
      run('pnpm', ['exec', 'publint', '--strict', join(folder, tarball)]);
      run('pnpm', ['exec', 'attw', '--profile', 'esm-only', join(folder, tarball)]);
      rmSync(join(folder, tarball));
      console.log(`${manifest.name}: publint and are-the-types-wrong agree`);
    } catch (error) {
      failures += 1;
      console.error(`${manifest.name}:\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) process.exit(1);
