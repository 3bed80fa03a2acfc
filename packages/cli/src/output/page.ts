import { spawnSync } from 'node:child_process';
import type { Writable } from 'node:stream';

/**
 * Writes a text, through the pager (`$PAGER`, or less) where it is longer than the terminal. An empty
 * PAGER means none.
 */
export function page(
  text: string,
  stdout: Writable & { readonly isTTY?: boolean; readonly rows?: number },
): void {
  const pager = process.env['PAGER'] ?? 'less';
  const rows = stdout.rows ?? 0;
  const fits = rows === 0 || text.split('\n').length <= rows;
  const isPlain = stdout.isTTY !== true || process.platform === 'win32' || pager === '';
  if (isPlain || fits || !showIn(pager, text)) stdout.write(text);
}

/** @returns whether there is such a pager */
function showIn(pager: string, text: string): boolean {
  const [program = ''] = pager.split(' ');
  const { status } = spawnSync(`command -v '${program}' >/dev/null 2>&1 || exit 127; ${pager}`, {
    shell: true,
    input: text,
    // Some pagers read keys from the error output, which is the terminal.
    stdio: ['pipe', 'inherit', 'inherit'],
    // What git gives less: leave at once when it fits, pass colours, leave the text on the screen.
    env: { LESS: 'FRX', ...process.env },
  });
  return status !== 127 && status !== null;
}
