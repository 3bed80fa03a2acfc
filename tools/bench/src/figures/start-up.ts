import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Start } from '../bench.ts';
import { isBuilt } from '../entry.ts';
import type { Figure } from '../figure.ts';
import { wireNames } from '../wires.ts';

/** An import in a fresh process each time, as a user's program does it: without flags. */
function importing(specifier: string): Start {
  const script = [
    'const startedMs = performance.now();',
    `await import(${JSON.stringify(specifier)});`,
    'console.log(performance.now() - startedMs);',
  ].join('\n');
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const args = ['--input-type=module', '--eval', script];
  return async () => ({
    greeting: 'ready',
    ask: async () => (await promisify(execFile)(process.execPath, args, { cwd })).stdout,
    stop: async () => undefined,
  });
}

/** What a program pays before its first line. */
export const startUpFigures: readonly Figure[] = wireNames.map((wire) => ({
  name: `import of transport-${wire}`,
  peer: 'import of axios',
  unit: '× the time',
  goal: { atMost: 1.3 },
  async measure(bench) {
    if (!isBuilt) return 'only what is built can be measured';
    return bench.cost(importing(`@egoi-client/transport-${wire}`), importing('axios'));
  },
}));
