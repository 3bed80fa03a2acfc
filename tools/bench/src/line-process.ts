import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';

/** A process that says a line when it is ready, and answers every line with one. */
export interface LineProcess {
  /** What it said when it was ready. */
  readonly greeting: string;
  /** Says a line and waits for the answer. */
  ask(line: string): Promise<string>;
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a process and waits for its first line.
 *
 * @throws Error when it ends before it answers; the message holds the last of what it said on stderr
 */
export async function startLineProcess(
  command: string,
  args: readonly string[],
): Promise<LineProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const { stdin, stdout, stderr } = child;
  let complaint = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  const ended = endOf(child);
  const next = lineReader(createInterface({ input: stdout }), ended, () => complaint);
  // A process that ended is told by the line that does not come.
  stdin.on('error', () => {});
  return {
    greeting: await next(),
    ask(line) {
      const answer = next();
      stdin.write(`${line}\n`);
      return answer;
    },
    async stop() {
      stdin.end();
      child.kill();
      await ended.catch(() => '');
    },
  };
}

/** How a process ended, in words. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function lineReader(
  lines: Interface,
  ended: Promise<string>,
  complaint: () => string,
): () => Promise<string> {
  const iterator = lines[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await iterator.next();
    if (done !== true) return value;
    throw new Error(`a measured program ended (${await ended}): ${complaint()}`);
  };
}
