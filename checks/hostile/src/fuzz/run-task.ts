import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FuzzFailure, FuzzTask, WorkerMessage } from './task.ts';

/** No input may take longer, in milliseconds; a busy machine and the start of a process are allowed for. */
const longestMs = 15_000;
/** Memory that a worker may hold, in MiB: what one input leaves behind must not add up. */
const maxMemoryMb = 384;

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Runs a task in a process of its own, ends it when an input takes too long, and gives its failures. */
export function runTask(task: FuzzTask): Promise<readonly FuzzFailure[]> {
  const { decoder } = task;
  const failures: FuzzFailure[] = [];
  let index = task.first - 1;
  let printed = '';
  return new Promise((resolve) => {
    const child = fork(worker, {
      execArgv: [...process.execArgv, `--max-old-space-size=${maxMemoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const onTooLong = () => {
      failures.push({ decoder, index, what: `took longer than ${longestMs} ms` });
      child.kill('SIGKILL');
    };
    const watchdog = setTimeout(onTooLong, longestMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed = (printed + chunk.toString()).slice(0, 2000);
      });
    }
    child.on('message', (message: WorkerMessage) => {
      watchdog.refresh();
      if (typeof message === 'number') index = message;
      else failures.push({ decoder, ...message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(watchdog);
      const end = code ?? signal;
      // Ours is the only SIGKILL, and it has been told.
      if (end !== 0 && end !== 'SIGKILL') {
        failures.push({ decoder, index, what: `the process ended with ${end}: ${printed}` });
      } else if (printed !== '') failures.push({ decoder, index, what: `printed: ${printed}` });
      resolve(failures);
    });
    child.send(task);
  });
}
