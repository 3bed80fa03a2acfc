import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typeModules } from './type-modules.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = join(root, 'packages/core/src/types');
const modules = formatted(typeModules());

if (process.argv.includes('--check')) {
  const kept = new Map(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const stale = [...new Set([...modules.keys(), ...kept.keys()])].filter(
    (file) => modules.get(file) !== kept.get(file),
  );
  if (stale.length > 0) {
    console.error(`core:types: run pnpm core:types; stale: ${stale.join(', ')}`);
    process.exitCode = 1;
  } else console.log(`core:types: ${modules.size} modules are what the catalogue says`);
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of modules) writeFileSync(join(folder, file), text);
  console.log(`core:types: ${modules.size} modules written`);
}

/** The modules as the project's formatter leaves them. */
function formatted(texts: ReadonlyMap<string, string>): Map<string, string> {
  const biome = join(root, 'node_modules/.bin/biome');
  return new Map(
    [...texts].map(([file, input]) => [
      file,
      execFileSync(
        biome,
        ['format', `--stdin-file-path=${join('packages/core/src/types', file)}`],
        {
          cwd: root,
          input,
          encoding: 'utf8',
        },
      ),
    ]),
  );
}
