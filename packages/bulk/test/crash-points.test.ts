import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { importSubscribers } from '../src/index.ts';
import { type Account, makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

/** Rows of which every third cannot be sent. */
const source = Array.from({ length: 14 }, (_, index) =>
  index % 3 === 2 ? { first_name: `bad ${index}` } : { email: `c${index}@x.pt`, first_name: 'N' },
);
const good = source.flatMap(({ email }) => (email === undefined ? [] : [email]));

function run(account: Account, journal: string) {
  return importSubscribers(account.client, source, {
    listID: 1,
    journal,
    maxBatchContacts: 3,
    settleMs: 0,
  });
}

const rejectsOf = (journal: string) =>
  existsSync(`${journal}.rejects.ndjson`) ? readFileSync(`${journal}.rejects.ndjson`, 'utf8') : '';

/** How an account stands, and how the files stand, when a call arrives and when it is performed. */
interface Picture {
  readonly performed: number;
  readonly journal: string;
  readonly rejects: string;
}

/** An import from beginning to end, with a picture at each call. */
async function undisturbed() {
  const journal = fresh('journal');
  const account = makeAccount();
  const pictures: Picture[] = [];
  account.onImport = () => {
    const performed = account.batches.length;
    pictures.push({
      performed,
      journal: readFileSync(journal, 'utf8'),
      rejects: rejectsOf(journal),
    });
    return undefined;
  };
  await run(account, journal);
  const rejects = rejectsOf(journal);
  const applied = Object.fromEntries(good.map((email) => [email, 1]));
  const outcome = { rows: 14, contacts: good.length, rejected: 4, applied, rejects };
  return { pictures, journal: readFileSync(journal, 'utf8'), rejects, outcome };
}

/** Puts an account and the files where a crash left them, goes on, and looks at all that is there. */
async function goOnFrom(performed: number, journalText: string, rejectText: string) {
  const journal = fresh('journal');
  const account = makeAccount();
  const batches = [good.slice(0, 3), good.slice(3, 6), good.slice(6, 9), good.slice(9)];
  for (const email of batches.slice(0, performed).flat()) {
    account.contacts.set(email, { email, first_name: 'N' });
    account.applied.set(email, 1);
  }
  writeFileSync(journal, journalText);
  if (rejectText !== '') writeFileSync(`${journal}.rejects.ndjson`, rejectText);
  const { rows, contacts, rejected } = await run(account, journal);
  const applied = Object.fromEntries(account.applied);
  return { rows, contacts, rejected, applied, rejects: rejectsOf(journal) };
}

/** Looks at many crashes, several at a time: each has an account and files of its own, and mostly waits for the disk. */
async function expectEach(
  crashes: readonly Readonly<Parameters<typeof goOnFrom>>[],
  outcome: Awaited<ReturnType<typeof undisturbed>>['outcome'],
): Promise<void> {
  const left = [...crashes];
  const look = async () => {
    for (let crash = left.shift(); crash !== undefined; crash = left.shift()) {
      expect(await goOnFrom(...crash)).toEqual(outcome);
    }
  };
  await Promise.all(Array.from({ length: 16 }, look));
}

describe('an import that crashed goes on so that the account and the reject file are as without the crash', () => {
  test('wherever its journal was torn between two calls', async () => {
    const { pictures, journal, rejects, outcome } = await undisturbed();
    expect(pictures).toHaveLength(4);
    // Between the call that is pictured and the next one, the journal grew byte by byte.
    const crashes = pictures.flatMap((picture, index) => {
      const end = pictures[index + 1]?.journal.length ?? journal.length;
      const later = pictures[index + 1]?.rejects ?? rejects;
      return Array.from(
        { length: end - picture.journal.length + 1 },
        (_none, more) =>
          [index + 1, journal.slice(0, picture.journal.length + more), later] as const,
      );
    });
    expect(crashes.length).toBeGreaterThan(500);
    await expectEach(crashes, outcome);
  });

  test('when the call that was journaled never arrived', async () => {
    const { pictures, outcome } = await undisturbed();
    for (const picture of pictures) {
      expect(await goOnFrom(picture.performed, picture.journal, picture.rejects)).toEqual(outcome);
    }
  });

  test('when it crashed before anything was journaled', async () => {
    const { pictures, rejects, outcome } = await undisturbed();
    const first = pictures[0]?.journal ?? '';
    const crashes = Array.from(
      { length: Math.ceil(first.length / 7) },
      (_none, index) => [0, first.slice(0, index * 7), rejects.slice(0, 30)] as const,
    );
    expect(crashes.length).toBeGreaterThan(10);
    await expectEach(crashes, outcome);
  });

  test('when the reject file was taken away, or lost its end', async () => {
    const { pictures, journal, rejects, outcome } = await undisturbed();
    for (const left of ['', rejects.slice(0, 20)]) {
      expect(await goOnFrom(4, journal, left)).toEqual(outcome);
      expect(await goOnFrom(3, pictures[3]?.journal ?? '', left)).toEqual(outcome);
    }
  });
});
