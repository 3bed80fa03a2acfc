import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

/**
 * Runs a program of the workspace from its sources, and gives what it printed.
 *
 * @param file its path from the root of the project
 */
export function runProgram(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=@egoi-client/source', '--import', 'tsx', join(root, file), ...args],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', () => resolve(printed));
  });
}
