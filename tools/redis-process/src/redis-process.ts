import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersPing } from './ping.ts';
import { freePort } from './free-port.ts';
import { killWithThisProcess, type LastWill } from './last-will.ts';

/** A redis-server of our own, for tests that mean it. */
export interface RedisProcess {
  /** Where it listens, on 127.0.0.1. The same after every restart. */
  readonly port: number;
  /** `redis://127.0.0.1:<port>` */
  readonly url: string;
  /** Ends it with SIGKILL, as a crash would. Its folder stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same folder, killing it first if it still runs. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export interface RedisProcessOptions {
  /** Whether every write is on disk before it is answered, so that a kill loses nothing. @default false */
  readonly persistent?: boolean;
}

/** More than a busy machine needs to start it, in milliseconds. */
const startLimitMs = 30_000;

/** How many ports to try: another process may take one between the look and the start. */
const portTries = 5;

/**
 * Starts a redis-server on 127.0.0.1 in a temporary folder and waits until it answers. It ends with
 * this process, also when this process is killed.
 *
 * @throws Error when redis-server is not installed or does not start; its own last words are in the message
 */
export async function startRedis(options: RedisProcessOptions = {}): Promise<RedisProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'egoi-redis-'));
  const persistent = options.persistent ?? false;
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      return processAt(port, folder, persistent, await launch(port, folder, persistent));
    } catch (error) {
      const taken = error instanceof Error && error.message.includes('Address already in use');
      if (taken && tries < portTries) continue;
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
}

interface Running {
  readonly child: ChildProcess;
  readonly lastWill: LastWill;
}

function processAt(
  port: number,
  folder: string,
  persistent: boolean,
  first: Running,
): RedisProcess {
  let running: Running | undefined = first;
  const kill = async () => {
    const ending = running;
    running = undefined;
    if (ending !== undefined) await end(ending);
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      running = await launch(port, folder, persistent);
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function end({ child, lastWill }: Running): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  lastWill.revoke();
}

async function launch(port: number, folder: string, persistent: boolean): Promise<Running> {
  const child = spawn('redis-server', settings(port, folder, persistent), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await started(child);
  const running = { child, lastWill: killWithThisProcess(child, folder) };
  if (await answersPing(port)) return running;
  await end(running);
  throw new Error(`redis-server on port ${port} started but does not answer PING`);
}

function settings(port: number, folder: string, persistent: boolean): string[] {
  const all = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    save: '',
    appendonly: persistent ? 'yes' : 'no',
    appendfsync: 'always',
    daemonize: 'no',
  };
  return Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
}

/** Waits for the line with which redis-server says that it listens and has read its folder. */
function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`redis-server did not start: ${why}. ${output.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail(`silent for ${startLimitMs} ms`), startLimitMs);
    const onData = (data: Buffer) => {
      output += data.toString();
      if (!output.includes('Ready to accept connections')) return;
      clearTimeout(timer);
      // What it says from here on is read and dropped: a full pipe would stop it.
      child.stdout?.off('data', onData).resume();
      child.stderr?.off('data', onData).resume();
      resolve();
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
  });
}
