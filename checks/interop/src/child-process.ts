import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program with its arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a program ended. */
export interface ProgramResult {
  /** Whether it ended by itself with exit code 0. */
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that answers at an address. */
export interface StartedServer {
  /** With the slash at its end. */
  readonly address: string;
  /** @param signal that ends it. @default SIGKILL */
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const maxOutput = 4 * 1024 * 1024;
const running = new Set<ChildProcess>();

/** Ends every program that is still under way; to be called however the process ends. */
export function killPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

/**
 * Runs a program to its end. A program that is not there, or does not end in time, is not ok.
 *
 * @param timeoutMs after which it is killed
 */
export async function runProgram(command: Command, timeoutMs: number): Promise<ProgramResult> {
  const child = start(command);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const output = collectOutput(child);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { ok: code === 0, ...output() };
  } catch (error) {
    return { ok: false, stdout: '', stderr: error instanceof Error ? error.message : '' };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts a server and waits until it prints its address: http or https, `127.0.0.1` and the port.
 *
 * @param timeoutMs after which a server that has printed none is killed
 * @throws Error with what it printed, for a server that does not start
 */
export async function startServer(command: Command, timeoutMs: number): Promise<StartedServer> {
  const child = start(command);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const closed = once(child, 'close').then(
    () => undefined,
    () => undefined,
  );
  try {
    const address = await printedAddress(child);
    return {
      address,
      async stop(signal = 'SIGKILL') {
        child.kill(signal);
        await closed;
      },
    };
  } finally {
    clearTimeout(timer);
  }
}

const steadyEnvironment = {
  // A proxy of the environment is not for loopback; Perl's and PHP's clients would ask it.
  no_proxy: '127.0.0.1',
  NO_PROXY: '127.0.0.1',
  // Java and Ruby read and write in the charset of the locale, which a bare machine does not set.
  LC_ALL: 'C.UTF-8',
} as const;

function start({ program, args, env }: Command): ChildProcess {
  const child = spawn(program, args, {
    env: { ...process.env, ...steadyEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function collectOutput(child: ChildProcess): () => { stdout: string; stderr: string } {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
      if (texts[name].length > maxOutput) child.kill('SIGKILL');
    });
  }
  return () => texts;
}

function printedAddress(child: ChildProcess): Promise<string> {
  const output = collectOutput(child);
  return new Promise((resolve, reject) => {
    const look = () => {
      const { stdout, stderr } = output();
      const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(stdout + stderr)?.[0];
      if (address !== undefined) resolve(`${address}/`);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('error', reject);
    child.once('close', () => {
      const { stdout, stderr } = output();
      reject(new Error(`the server ended before it had an address: ${lastLines(stdout + stderr)}`));
    });
  });
}

/** The end of what a program printed, for a report. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' | ').slice(-500);
}
