import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const folder = 'commonjs';

/**
 * Writes the CommonJS form of a package that is built, with its types, into `dist/commonjs`: for
 * programs that load modules by rules of their own and cannot require ES modules, such as Jest.
 *
 * @param directory of the package; nothing is written where its manifest names no such form
 */
export function buildCommonjs(directory) {
  const built = join(directory, 'dist');
  const target = join(built, folder);
  rmSync(target, { recursive: true, force: true });
  if (!readFileSync(join(directory, 'package.json'), 'utf8').includes(`./dist/${folder}/`)) return;
  for (const path of readdirSync(built, { recursive: true })) {
    const isTypes = path.endsWith('.d.ts');
    if (!isTypes && !path.endsWith('.js')) continue;
    // What was built of a source that has moved stays behind in its folder.
    if (!existsSync(join(directory, 'src', path.replace(/\.(d\.ts|js)$/, '.ts')))) continue;
    const place = join(target, path);
    mkdirSync(dirname(place), { recursive: true });
    if (isTypes) copyFileSync(join(built, path), place);
    else writeFileSync(place, commonjsOf(readFileSync(join(built, path), 'utf8')));
  }
  writeFileSync(join(target, 'package.json'), '{ "type": "commonjs" }\n');
}

function commonjsOf(source) {
  const text = source.replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return transformSync(text, {
    configFile: false,
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
  }).code;
}
