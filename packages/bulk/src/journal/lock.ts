import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EgoiConfigError } from '@egoi-client/core';
import { codeOf } from './file-error.ts';
import { onceNotInUse } from './once-not-in-use.ts';
import { isSameRun, type ProcessRun, startOf } from './process-run.ts';

/** Keeps others from a file until it is released. */
export interface Lock {
  release(): Promise<void>;
}

/** Who holds a lock, or claims it. */
interface Holder extends ProcessRun {
  readonly host: string;
  /** Another each time, so that nobody takes the lock of a later one for its own. */
  readonly token: string;
}

/** How often to look for the claims of others: they are gone within milliseconds, unless the machine is very busy. */
const maxLooks = 1000;

/**
 * Takes the lock of a file: a file beside it that names the process which holds it. The lock of a
 * process that is no more is taken over; that of another machine is not, since nobody can tell.
 *
 * Whoever wants it first makes a claim, a file of a name that nobody else has, and then looks for the
 * claims of others. Of two that claim at once each has its claim made before it looks, so one at least
 * sees the other and withdraws: no two can find themselves alone. Whoever is alone may judge the lock
 * that is there, and its claim becomes the lock by one renaming. A claim of a process that was killed
 * is passed over, at whatever step that was. Needs no links, which many shared folders do not have.
 *
 * @throws EgoiConfigError when another process, or this one, holds the lock
 */
export async function takeLock(path: string): Promise<Lock> {
  const lockPath = `${await resolved(path)}.lock`;
  const host = hostname();
  const started = await startOf(process.pid);
  for (let looks = 0; looks < maxLooks; looks += 1) {
    const self = { host, pid: process.pid, started, token: randomUUID() };
    await refuseIfHeld(lockPath, self);
    const own = nameOf(self);
    const claim = `${lockPath}.${own}`;
    await writeFile(claim, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    try {
      let others = await claimsBeside(own, lockPath, self);
      // The first by name waits for the others to withdraw.
      for (; others.length > 0 && others.every((other) => other > own); looks += 1) {
        if (looks >= maxLooks) break;
        await pause(2);
        others = await claimsBeside(own, lockPath, self);
      }
      if (others.length === 0) {
        await refuseIfHeld(lockPath, self);
        // Nobody else takes it meanwhile: the claim stands.
        await onceNotInUse(() => rename(claim, lockPath));
        return { release: () => release(lockPath, self) };
      }
    } finally {
      await remove(claim);
    }
    // As long for each as chance has it, so that they do not meet again and again.
    await pause(5 + Math.random() * 20);
  }
  throw new EgoiConfigError(
    `'${lockPath}' changes hands all the time, or was claimed and left on another machine; try again, or delete the files '${lockPath}.*' if nobody is at work`,
  );
}

/** Removes the lock, unless somebody has deleted it by hand and another has it now. */
async function release(lockPath: string, { token }: Holder): Promise<void> {
  const held = await textOf(lockPath);
  if (held !== undefined && readHolder(held)?.token === token) await remove(lockPath);
}

async function remove(path: string): Promise<void> {
  await onceNotInUse(() => rm(path, { force: true }));
}

/** The claims of others that may be at work, by what follows the lock's name; those of the dead are removed. */
async function claimsBeside(own: string, lockPath: string, self: Holder): Promise<string[]> {
  const folder = dirname(lockPath);
  const start = spelledAlike(`${basename(lockPath)}.`);
  const claims: string[] = [];
  for (const file of await readdir(folder)) {
    const [, name = ''] = /([^.]*)$/.exec(file) ?? [];
    const claimant = readName(name);
    const isOfLock = spelledAlike(file.slice(0, file.length - name.length)) === start;
    if (!isOfLock || claimant === undefined || name === own) continue;
    const isHere = claimant.hostKey === keyOf(self.host);
    if (!isHere || (await isSameRun(claimant, self))) claims.push(name);
    // Nobody else has ever had, or will have, a file of that name.
    else await remove(join(folder, file));
  }
  return claims;
}

/** What is one name to the file systems that are least particular: `Journal` and `journal`, é and e with its accent. */
function spelledAlike(name: string): string {
  return name.normalize('NFC').toUpperCase();
}

/** @throws EgoiConfigError when the lock is there and its holder may be at work */
async function refuseIfHeld(lockPath: string, self: Holder): Promise<void> {
  const text = await textOf(lockPath);
  if (text === undefined) return;
  const holder = readHolder(text);
  if (holder?.host === self.host && !(await isSameRun(holder, self))) return;
  const who = holder === undefined ? 'somebody' : `process ${holder.pid} on '${holder.host}'`;
  throw new EgoiConfigError(
    `${who} is at work on this journal. Wait for it to end; if nobody is, delete '${lockPath}'`,
  );
}

/** A name tells whose claim it is, since a file comes to be before there is anything in it. */
function nameOf({ pid, started, host, token }: Holder): string {
  return [pid, started ?? '', keyOf(host), token.slice(0, 8)].join('-');
}

function readName(name: string): (ProcessRun & { readonly hostKey: string }) | undefined {
  const [, pid, started, hostKey] = /^(\d+)-(\d*)-([0-9a-f]{8})-[0-9a-f]{8}$/.exec(name) ?? [];
  if (pid === undefined || hostKey === undefined) return undefined;
  return { pid: Number(pid), started: started === '' ? undefined : started, hostKey };
}

function keyOf(host: string): string {
  return createHash('sha256').update(host).digest('hex').slice(0, 8);
}

function readHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder | null;
    const isHolder =
      Number.isSafeInteger(holder?.pid) &&
      typeof holder?.host === 'string' &&
      ['string', 'undefined'].includes(typeof holder.started);
    return isHolder ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** What a file holds; `undefined` where there is none. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    // While it is being removed, Windows refuses it.
    return await onceNotInUse(() => readFile(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** One file has one lock, whatever links lead to it. */
async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}
