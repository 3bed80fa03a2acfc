import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anew, type Bench, program, type Start } from '../bench.ts';
import { entryArguments, isBuilt } from '../entry.ts';
import type { Figure } from '../figure.ts';
import { profileOf } from '../profile.ts';
import { requestOf } from '../programs/small-calls.ts';
import { type V2WireName, v2WireNames, wires } from '../wires.ts';

const packages = fileURLToPath(new URL('../..', import.meta.url));

/** A program that imports modules and tells how long that took, as a user's program does it: without flags. */
function importArguments(specifiers: readonly string[]): readonly string[] {
  const imported = specifiers.map((specifier) => `import(${JSON.stringify(specifier)})`);
  const script = [
    'const startedMs = performance.now();',
    `await Promise.all([${imported.join()}]);`,
    'console.log(performance.now() - startedMs);',
  ].join('\n');
  return ['--input-type=module', '--eval', script];
}

/** An import in a fresh process each time. */
function importing(...specifiers: readonly string[]): Start {
  const args = importArguments(specifiers);
  return async () => ({
    greeting: 'ready',
    ask: async () => (await promisify(execFile)(process.execPath, args, { cwd: packages })).stdout,
    stop: async () => undefined,
  });
}

function imports(name: string, specifiers: readonly string[], atMost: number): Figure {
  return {
    name: `import of ${name}`,
    peer: 'import of axios',
    unit: '× the time',
    goal: { atMost },
    async measure(bench) {
      if (!isBuilt) return 'only what is built can be measured';
      return bench.cost(importing(...specifiers), importing('axios'));
    },
    profile: () => profileOf(importArguments(specifiers), packages),
  };
}

/** The whole first call of a process whose modules are loaded. */
function firstCall(wire: V2WireName, goal?: Figure['goal']): Figure {
  const description = wire === 'soap' ? ' with its WSDL' : '';
  const ask = async (bench: Bench) => {
    const port = await bench.served({ kind: 'gateway', over: 'constant' });
    return { wire, url: `http://127.0.0.1:${port}${wires[wire].path}` };
  };
  return {
    name: `first call of a process over ${wire}${description}`,
    peer: "bare node:http's first call",
    unit: '× the time',
    ...(goal === undefined ? {} : { goal }),
    async measure(bench) {
      const settings = await ask(bench);
      const { headers, body } = await requestOf(wire);
      const bare = { url: settings.url, headers, body: body.toString() };
      return bench.cost(
        anew(program('ourFirstCall', settings, [])),
        anew(program('bareFirstCall', bare, [])),
      );
    },
    async profile(bench) {
      const settings = JSON.stringify(await ask(bench));
      return profileOf([...entryArguments('programs/main'), 'ourFirstCall', settings], packages);
    },
  };
}

/** What a program pays before its first line, and for its first call. */
export const startUpFigures: readonly Figure[] = [
  imports('core and transport-rest', ['@egoi-client/core', '@egoi-client/transport-rest'], 0.8),
  ...v2WireNames
    .filter((wire) => wire !== 'rest')
    .map((wire) => imports(`transport-${wire}`, [`@egoi-client/transport-${wire}`], 1.3)),
  ...v2WireNames.filter((wire) => wire !== 'soap').map((wire) => firstCall(wire, { atMost: 3 })),
  firstCall('soap'),
];
