import { readFile } from 'node:fs/promises';
import { codeOf } from './file-error.ts';

/** One run of a process: the number alone is given again when it is over. */
export interface ProcessRun {
  readonly pid: number;
  /** When it started, in ticks since the system's start; `undefined` where the system does not tell. */
  readonly started?: string | undefined;
}

/** Place of the start among the fields behind the program's name. Source: proc_pid_stat(5). */
const startField = 19;

/** Tells whether a run may still go on; the process itself, another thread of it too, goes on. */
export async function isSameRun({ pid, started }: ProcessRun, self: ProcessRun): Promise<boolean> {
  if (pid === self.pid) return started === self.started;
  const fields = await statOf(pid);
  if (fields === undefined) return exists(pid);
  return !isEnded(fields) && (started === undefined || started === fields[startField]);
}

/** When a process started; Linux only. */
export async function startOf(pid: number): Promise<string | undefined> {
  return (await statOf(pid))?.[startField];
}

/** A process that has ended keeps its number until its parent takes note of that. */
function isEnded([state]: readonly string[]): boolean {
  return state === 'Z' || state === 'X';
}

async function statOf(pid: number): Promise<string[] | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may hold blanks and brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: it exists.
    return codeOf(error) === 'EPERM';
  }
}
