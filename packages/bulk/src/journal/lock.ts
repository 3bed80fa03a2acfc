import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { EgoiConfigError } from '@egoi-client/core';
import { codeOf } from './file-error.ts';

/** Keeps others from a file until it is released. */
export interface Lock {
  release(): Promise<void>;
}

interface Holder {
  readonly host: string;
  readonly pid: number;
  /** When the process started, where the system tells: the number of a process is given again. */
  readonly started: string | undefined;
  readonly token: string;
}

const maxTries = 20;
const heldHere = new Set<string>();

/**
 * Takes the lock of a file: a file beside it that names the process which holds it. The lock of a
 * process that is no more is taken over; that of another machine is not, since nobody can tell.
 *
 * @throws EgoiConfigError when another process, or this one, holds the lock
 */
export async function takeLock(path: string): Promise<Lock> {
  const lockPath = `${path}.lock`;
  const holder: Holder = {
    host: hostname(),
    pid: process.pid,
    started: await startOf(process.pid),
    token: randomUUID(),
  };
  const own = `${lockPath}.${holder.token}`;
  await writeFile(own, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
  try {
    for (let tries = 0; tries < maxTries; tries += 1) {
      // A link is made whole or not at all, and only where nothing stands.
      if (await madeLink(own, lockPath)) {
        heldHere.add(holder.token);
        return {
          async release() {
            heldHere.delete(holder.token);
            await rm(lockPath, { force: true });
          },
        };
      }
      await dropStale(lockPath, holder.token);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new EgoiConfigError(`'${lockPath}' changes hands all the time; try again`);
}

/** Removes the lock of a process that is no more. @throws EgoiConfigError when its holder may be at work */
async function dropStale(lockPath: string, token: string): Promise<void> {
  const text = await textOf(lockPath);
  if (text === undefined) return;
  const holder = readHolder(text);
  if (holder === undefined || (await mayBeAtWork(holder))) {
    const who = holder === undefined ? 'somebody' : `process ${holder.pid} on '${holder.host}'`;
    throw new EgoiConfigError(
      `${who} is at work on this journal. Wait for it to end; if nobody is, delete '${lockPath}'`,
    );
  }
  const aside = `${lockPath}.stale.${token}`;
  try {
    await rename(lockPath, aside);
  } catch {
    return;
  }
  // Another process may have taken the stale lock over in between: then its lock goes back.
  if ((await textOf(aside)) !== text) await madeLink(aside, lockPath);
  await rm(aside, { force: true });
}

async function mayBeAtWork({ host, pid, started, token }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  if (pid === process.pid) return heldHere.has(token);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not allowed to signal it: it exists.
    return codeOf(error) === 'EPERM';
  }
  return started === undefined || started === (await startOf(pid));
}

/** When a process started, in ticks since the system's start; Linux only. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await textOf(`/proc/${pid}/stat`);
  // The name of the program may hold blanks and brackets.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}

function readHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function madeLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
