import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Modules of types that a command of the workspace writes. */
export interface WrittenModules {
  /** The command: `core:types`. */
  readonly command: string;
  /** Their folder, from the workspace's root. */
  readonly folder: string;
  /** Their texts by the names of their files. */
  readonly modules: ReadonlyMap<string, string>;
  /** What they are written from: `the catalogue`. */
  readonly source: string;
}

/** Writes the modules, or with `--check` says which are not what they would be. */
export function writeModules({ command, folder, modules, source }: WrittenModules): void {
  const place = join(root, folder);
  const texts = formatted(modules, folder);
  if (process.argv.includes('--check')) {
    const kept = new Map(
      readdirSync(place).map((file) => [file, readFileSync(join(place, file), 'utf8')]),
    );
    const stale = [...new Set([...texts.keys(), ...kept.keys()])].filter(
      (file) => texts.get(file) !== kept.get(file),
    );
    if (stale.length > 0) {
      console.error(`${command}: run pnpm ${command}; stale: ${stale.join(', ')}`);
      process.exitCode = 1;
    } else console.log(`${command}: ${texts.size} modules are what ${source} says`);
  } else {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    for (const [file, text] of texts) writeFileSync(join(place, file), text);
    console.log(`${command}: ${texts.size} modules written`);
  }
}

/** The modules as the project's formatter leaves them. */
function formatted(texts: ReadonlyMap<string, string>, folder: string): Map<string, string> {
  const biome = join(root, 'node_modules/.bin/biome');
  return new Map(
    [...texts].map(([file, input]) => [
      file,
      execFileSync(biome, ['format', `--stdin-file-path=${join(folder, file)}`], {
        cwd: root,
        input,
        encoding: 'utf8',
      }),
    ]),
  );
}
