import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Memory } from '@egoi-client/conformance/support/memory';

/** `egoi gateway` in a process of its own, with all that watches its calls. */
export interface WatchedGateway {
  readonly address: string;
  /** The measurements, as Prometheus reads them, by name and labels. */
  metrics(): Promise<ReadonlyMap<string, number>>;
  /** What it holds after a collection. */
  memory(): Promise<Memory>;
  /** Ends it in good order. @throws Error where it does not end with 0 */
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('../../../../packages/cli/src/main.ts', import.meta.url));

/** Lets the process collect what nobody needs when it is asked to by a signal, and say so. */
const collecting =
  "process.on('SIGUSR2', () => { for (let round = 0; round < 3; round += 1) gc(); process.stderr.write('collected\\n'); });";

/** Starts it in front of a service that speaks REST. */
export async function startWatchedGateway(
  endpoint: string,
  files: { readonly log: string; readonly record: string },
): Promise<WatchedGateway> {
  const reaching = ['--to', 'rest', '--endpoint', endpoint];
  const watching = ['--log', files.log, '--record', files.record, '--admin-port', '0'];
  const preload = `data:text/javascript,${encodeURIComponent(collecting)}`;
  const node = [...process.execArgv, '--expose-gc', '--import', preload];
  const words = ['gateway', '--port', '0', '--json', ...reaching, ...watching];
  const child = spawn(process.execPath, [...node, program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [told] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { address, admin } = JSON.parse(told) as { address: string; admin: string };
  const complaints = createInterface(child.stderr);
  const metrics = async () => readMetrics(await (await fetch(`${admin}/metrics`)).text());
  return {
    address,
    metrics,
    async memory() {
      const collected = once(complaints, 'line');
      child.kill('SIGUSR2');
      await collected;
      const read = await metrics();
      const of = (name: string) => read.get(name) ?? Number.NaN;
      const heapBytes = of('nodejs_heap_size_used_bytes') + of('nodejs_external_memory_bytes');
      return { heapBytes, residentBytes: of('process_resident_memory_bytes') };
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
      if (child.exitCode !== 0) throw new Error(`the gateway ended with ${describeEnd(child)}`);
    },
  };
}

function describeEnd({ exitCode, signalCode }: ChildProcess): string {
  return exitCode === null ? (signalCode ?? 'nothing') : String(exitCode);
}

function readMetrics(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))] as const;
    }),
  );
}
