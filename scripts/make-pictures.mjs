// Makes the pictures of the README: tests draw them, and they are kept in docs/pictures.
// What a test needs and does not find here (Chromium, tmux) leaves the picture that was there.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const kept = join(root, 'docs/pictures');

/** Tests that draw, with the folder that each leaves its pictures in. */
const makers = [
  { test: 'checks/page/test/pictures.test.ts', folder: 'checks/page/pictures/readme' },
  { test: 'checks/page/test/terminal-picture.test.ts', folder: 'checks/page/pictures/terminal' },
];

mkdirSync(kept, { recursive: true });
for (const { test, folder } of makers) {
  const drawn = join(root, folder);
  rmSync(drawn, { recursive: true, force: true });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, test], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  if (!existsSync(drawn)) continue;
  for (const name of readdirSync(drawn)) {
    copyFileSync(join(drawn, name), join(kept, name));
    process.stdout.write(`pictures: docs/pictures/${name}\n`);
  }
}
