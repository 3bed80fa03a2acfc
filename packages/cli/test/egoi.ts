import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { test } from '@jest/globals';

const main = compiledProgram('packages/cli/src/main.ts');

/** `test` where a program can be asked by a signal to end in good order: on Windows only its console can. */
export const signalTest = process.platform === 'win32' ? test.skip : test;

/** How the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program under way. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with all of the output once it matches; rejects when the program ends before. */
  said(pattern: RegExp): Promise<string>;
}

/** A folder of its own for files, config and home, so that nothing of this machine plays a part. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'egoi-cli-'));
  readonly env: Record<string, string> = {};
  readonly #children = new Set<ChildProcess>();

  /** The whole environment of the program. */
  allEnv(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      ...this.env,
    };
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  /** Starts the program with pipes for input and output. */
  start(words: readonly string[], input: string | Uint8Array = ''): Running {
    const child = spawn(process.execPath, [main, ...words], {
      cwd: this.folder,
      env: this.allEnv(),
      stdio: 'pipe',
    });
    this.#children.add(child);
    const texts = { stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => {
      texts.stdout += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      texts.stderr += data.toString();
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const ended = once(child, 'close').then(([code]) => ({
      code: code as number | null,
      ...texts,
    }));
    const said = async (pattern: RegExp) => {
      while (!pattern.test(texts.stdout + texts.stderr)) {
        const next = [child.stdout, child.stderr].map((stream) => once(stream, 'data'));
        const isOver = await Promise.race([...next, ended.then(() => 'over')]);
        if (isOver === 'over' && !pattern.test(texts.stdout + texts.stderr)) {
          throw new Error(`ended without ${String(pattern)}: ${texts.stdout}${texts.stderr}`);
        }
      }
      return texts.stdout + texts.stderr;
    };
    return { child, ended, said };
  }

  /** Runs the program to its end. */
  run(...words: readonly string[]): Promise<Ended> {
    return this.start(words).ended;
  }

  /** Writes a script `egoi`, for shells. @returns the folder that holds it */
  script(): string {
    const path = this.write('egoi', `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
    chmodSync(path, 0o755);
    return this.folder;
  }

  remove(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
