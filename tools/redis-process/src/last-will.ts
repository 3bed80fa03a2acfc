import { type ChildProcess, spawn } from 'node:child_process';

/** What is to happen to a child when this process ends without a word. */
export interface LastWill {
  /** The child has ended in order: nothing is to happen. */
  revoke(): void;
}

/**
 * Sees to it that a child and its folder do not outlive this process, also when this process is
 * killed: a shell waits on a pipe that only this process holds, and acts when the pipe breaks.
 */
export function killWithThisProcess(child: ChildProcess, folder: string): LastWill {
  const shell = spawn(
    '/bin/sh',
    ['-c', 'read -r _ || { kill -9 "$1"; rm -rf "$2"; }', 'last-will', String(child.pid), folder],
    // In a group of its own: Ctrl-C must not end it before it has acted.
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  shell.unref();
  const revoke = () => shell.stdin.end('\n');
  // The number of a child that has ended may soon be another's.
  child.once('exit', revoke);
  // A shell that is already gone needs no word.
  shell.stdin.on('error', () => undefined);
  return { revoke };
}
