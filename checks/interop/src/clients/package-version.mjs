// Prints the version of an npm package that belongs to a package of this workspace.
import { createRequire } from 'node:module';

const [owner, name] = process.argv.slice(2);
const require = createRequire(
  new URL(`../../../../packages/${owner}/package.json`, import.meta.url),
);
console.log(`${name} ${require(`${name}/package.json`).version}, Node.js ${process.versions.node}`);
