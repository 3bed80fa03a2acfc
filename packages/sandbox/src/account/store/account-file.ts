import { chmodSync, closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { EgoiConfigError } from '@egoi-client/core';
import { applicationId, checkVersion } from './schema.ts';

/** People's data may be in an account: its owner alone reads and writes it. */
const ownerOnly = 0o600;

/**
 * Makes a file ready for the driver: creates it where it is missing, and looks at the first bytes of one
 * that is there. The driver would write to a database that it merely opens, and the logs that it makes
 * have the permissions of the file.
 *
 * @throws EgoiConfigError for anything but an account of this release, which stays as it is to the byte
 */
export function prepareFile(file: string): void {
  const found = statOf(file);
  if (found === undefined) {
    // Not through a link that leads nowhere: it may be somebody else's.
    closeSync(openSync(file, 'wx', ownerOnly));
    return;
  }
  if (!found.isFile()) throw refused('the path is that of something other than a file');
  // Nothing is in an empty one: a start that was killed, or a name that was reserved.
  if (found.size > 0) checkHead(file);
  if ((found.mode & 0o077) !== 0) chmodSync(file, ownerOnly);
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

const magic = 'SQLite format 3\0';

/** Source: the SQLite database file format, 1.3: bytes 60 and 68 of the first hundred. */
function checkHead(file: string): void {
  const head = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, 0);
  } finally {
    closeSync(descriptor);
  }
  if (head.toString('latin1', 0, magic.length) !== magic) throw refused('the file is no database');
  if (head.readInt32BE(68) !== applicationId) {
    throw refused('the file is a database of something else');
  }
  checkVersion(head.readInt32BE(60));
}

function refused(problem: string): EgoiConfigError {
  return new EgoiConfigError(`sandboxTransport: ${problem}; it was left as it is`);
}
