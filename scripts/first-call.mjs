import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './pack-packages.mjs';

/** A program that a user would begin with. */
const program = `import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey as apiKey, sandboxTransport } from '@egoi-client/sandbox';
const client = new EgoiClient({ apiKey, transport: sandboxTransport() });
const { LIST_ID } = await client.createList({ nome: 'Newsletter' });
console.log(LIST_ID);
await client.close();
`;

/**
 * Makes a first call in a project that has all packages installed.
 *
 * @param {string} cwd the project's folder
 * @throws {Error} where it has not exactly one core, or the command or the call do not work
 */
export function expectFirstCall(cwd) {
  const cores = readdirSync(join(cwd, 'node_modules'), { recursive: true }).filter((path) =>
    path.endsWith(join('@egoi-client', 'core', 'package.json')),
  );
  if (cores.length !== 1) throw new Error(`${cores.length} cores: ${cores.join(', ')}`);
  expectOutput(/^\d+\.\d+\.\d+$/, 'npx', ['--no-install', 'egoi', '--version'], { cwd });
  writeFileSync(join(cwd, 'first-call.mjs'), program);
  expectOutput(/^1$/, process.execPath, ['first-call.mjs'], { cwd });
}

function expectOutput(expected, command, args, options) {
  const printed = run(command, args, options).trim();
  if (!expected.test(printed)) throw new Error(`${command} ${args.join(' ')} printed: ${printed}`);
}
