import { constants } from 'node:fs';
import files, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

/** How often a file that is replaced, removed or looked at is in use by somebody else before it is free. */
const timesInUse = 2;

/**
 * Lets the files of this process behave as they do on Windows, by what libuv's sources say, and on a folder
 * whose server knows no links and syncs no folders: a handle that appends cannot cut its file, a file that
 * is replaced, removed or looked at while it goes is in use at first, and names may hold no colon. Nor is
 * there a `/proc`.
 *
 * @returns what takes that back, and tells how often each thing was refused
 */
export function behaveAsOnWindows(): () => Record<string, number> {
  const { link, open, readFile, rename, rm } = files;
  const refusals: Record<string, number> = {};
  const refuse = (what: string, code: string) => {
    refusals[what] = (refusals[what] ?? 0) + 1;
    return Promise.reject(Object.assign(new Error(`${code}: ${what}`), { code }));
  };
  const uses = new Map<string, number>();
  const isInUse = (act: string, path: unknown) => {
    const key = `${act} ${String(path)}`;
    uses.set(key, (uses.get(key) ?? 0) + 1);
    return (uses.get(key) ?? 0) <= timesInUse;
  };
  Object.assign(files, {
    link: () => refuse('link', 'EPERM'),
    open: async (...args: Parameters<typeof open>) => {
      const [path, flags = 'r'] = args;
      if (/[<>:"|?*]/.test(basename(String(path)))) return refuse('name', 'ENOENT');
      const handle = await open(...args);
      const appends =
        typeof flags === 'number' ? (flags & constants.O_APPEND) !== 0 : flags.startsWith('a');
      const isFolder = (await handle.stat()).isDirectory();
      const refused: Partial<FileHandle> = {
        ...(appends ? { truncate: () => refuse('cut by a handle that appends', 'EPERM') } : {}),
        ...(isFolder ? { sync: () => refuse('sync of a folder', 'EPERM') } : {}),
      };
      return Object.assign(handle, refused);
    },
    readFile: async (...args: Parameters<typeof readFile>) => {
      const [path] = args;
      if (typeof path === 'string' && path.startsWith('/proc/')) return refuse('/proc', 'ENOENT');
      const text = await readFile(...args);
      return isInUse('read', args[0]) ? refuse('read', 'EPERM') : text;
    },
    rename: (from: string, to: string) =>
      isInUse('rename', to) ? refuse('rename', 'EPERM') : rename(from, to),
    rm: (...args: Parameters<typeof rm>) =>
      isInUse('rm', args[0]) ? refuse('rm', 'EBUSY') : rm(...args),
  });
  syncBuiltinESMExports();
  return () => {
    Object.assign(files, { link, open, readFile, rename, rm });
    syncBuiltinESMExports();
    return refusals;
  };
}
