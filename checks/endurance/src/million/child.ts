import { type ChildProcess, fork } from 'node:child_process';

/** A program of this workspace in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  send(message: object): void;
  /** The next thing that it says. @throws Error when it ends without a word, with what it printed */
  next(): Promise<unknown>;
  /** Tells it to end, and waits until it has. */
  close(): Promise<void>;
}

const maxPrinted = 10_000;

/**
 * Starts a program as this one was started: from its sources.
 *
 * @param nodeOptions further options of Node for it
 */
export function startChild(file: string, nodeOptions: readonly string[] = []): Child {
  const child = fork(file, {
    execArgv: [...process.execArgv, ...nodeOptions],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-maxPrinted);
    });
  }
  const said: unknown[] = [];
  const waiting: {
    readonly resolve: (word: unknown) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  let isGone = false;
  child.on('message', (word) => {
    const first = waiting.shift();
    if (first === undefined) said.push(word);
    else first.resolve(word);
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      isGone = true;
      for (const { reject } of waiting.splice(0)) reject(ended(code ?? signal, printed));
      resolve();
    });
  });
  return {
    process: child,
    send: (message) => void child.send(message),
    next: () =>
      new Promise((resolve, reject) => {
        if (said.length > 0) resolve(said.shift());
        else if (isGone) reject(ended(child.exitCode ?? child.signalCode, printed));
        else waiting.push({ resolve, reject });
      }),
    async close() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

function ended(how: number | string | null, printed: string): Error {
  return new Error(`a process ended (${how}) without a word: ${printed.trim()}`);
}
