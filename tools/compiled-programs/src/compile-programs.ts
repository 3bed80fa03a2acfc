import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * Compiles programs from the sources of the workspace, all at once, so that starting one costs what its
 * own modules cost and no compiler. What comes from npm is imported from where it is installed, and a
 * program that starts another of them starts its compiled form.
 *
 * @param files paths of their sources
 * @param base the folder that holds them all
 * @param folder where the compiled programs go, at the same path as below `base`, as `.mjs`; they run from anywhere
 * @throws what esbuild says where a program does not compile
 */
export async function compilePrograms(
  files: readonly string[],
  base: string,
  folder: string,
): Promise<void> {
  const compiled = new Map(files.map((file) => [file, compiledFile(file, base, folder)]));
  await build({
    entryPoints: [...files],
    outbase: base,
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
    plugins: [installedPackages, ownAddresses(compiled)],
    logLevel: 'silent',
  });
}

/** Where a program is once it is compiled. */
export function compiledFile(file: string, base: string, folder: string): string {
  return join(folder, relative(base, file)).replace(/\.ts$/, '.mjs');
}

const asWritten = 'as written';

/** Leaves packages from npm outside, by the addresses where each importer finds them. */
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
      return /[\\/]node_modules[\\/]/.test(found.path)
        ? { path: pathToFileURL(found.path).href, external: true }
        : found;
    });
  },
};

/**
 * Lets every source know its own address, though its code runs in another file, and that of each program
 * beside it.
 */
function ownAddresses(compiled: ReadonlyMap<string, string>): Plugin {
  const programBeside = /new URL\('([^']+\.ts)', import\.meta\.url\)/g;
  return {
    name: 'own-addresses',
    setup(building) {
      building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source
          .replaceAll(programBeside, (written, beside: string) => {
            const program = compiled.get(join(dirname(path), beside));
            return program === undefined ? written : `new URL(${addressOf(program)})`;
          })
          .replaceAll('import.meta.url', addressOf(path))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
        return { contents, loader: 'ts' };
      });
    },
  };
}

function addressOf(file: string): string {
  return JSON.stringify(pathToFileURL(file).href);
}
