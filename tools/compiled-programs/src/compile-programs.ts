import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * Compiles programs from the sources of the workspace, all at once, so that starting one costs what its
 * own modules cost and no compiler. What comes from npm is imported from where it is installed.
 *
 * @param files paths of their sources; `name.ts` becomes `name.mjs`
 * @param folder where the compiled programs go; they run from anywhere
 * @throws what esbuild says where a program does not compile
 */
export async function compilePrograms(files: readonly string[], folder: string): Promise<void> {
  await build({
    entryPoints: [...files],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What a program loads later it still loads later.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The names of errors are part of what programs print.
    keepNames: true,
    conditions: ['@egoi-client/source'],
    plugins: [installedPackages, ownAddresses],
    logLevel: 'silent',
  });
}

const asWritten = 'as written';

/** Leaves packages from npm outside, by the paths where each importer finds them. */
const installedPackages: Plugin = {
  name: 'installed-packages',
  setup(building) {
    building.onResolve({ filter: /^[^./]/ }, async (asked) => {
      if (asked.pluginData === asWritten) return undefined;
      const { kind, importer, resolveDir } = asked;
      const found = await building.resolve(asked.path, {
        kind,
        importer,
        resolveDir,
        pluginData: asWritten,
      });
      return found.path.includes('/node_modules/') ? { ...found, external: true } : found;
    });
  },
};

/** Lets every source know its own address, though its code runs in another file. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};
