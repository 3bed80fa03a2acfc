import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { startAccount } from './account-process.ts';
import { writeContacts } from './contacts.ts';
import { fewestCalls } from './fewest-calls.ts';
import { runImport } from './import-process.ts';
import { transportTo } from './transport-to.ts';

/** The most memory that an import may take, in bytes. */
export const maxPeakBytes = 200_000_000;

/** What the import over one wire took, and what is wrong with it. */
export interface WireResult {
  readonly wire: string;
  readonly calls: number;
  readonly fewest: number;
  readonly hours: number;
  readonly peakBytes: number;
  readonly found: number;
  readonly seconds: number;
  readonly complaints: readonly string[];
}

/** Imports contacts from a CSV file over each wire, each time into an empty account. */
export async function runMillion(
  wires: readonly string[],
  contacts: number,
  onResult: (result: WireResult) => void,
): Promise<readonly WireResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'egoi-million-'));
  try {
    const csv = join(folder, 'contacts.csv');
    await writeContacts(csv, contacts);
    const results: WireResult[] = [];
    for (const wire of wires) {
      const result = await importOver(wire, contacts, csv, join(folder, `${wire}.journal`));
      onResult(result);
      results.push(result);
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importOver(
  wire: string,
  contacts: number,
  csv: string,
  journal: string,
): Promise<WireResult> {
  const account = await startAccount();
  try {
    const { baseUrl, listID } = account;
    const limits = limitsOf(await transportTo(wire, baseUrl));
    const fewest = fewestCalls(limits, contacts);
    const order = { wire, baseUrl, listID, apiKey: sandboxApiKey, csv, journal };
    const { summary, seconds, hoursWaited, peakBytes } = await runImport(order);
    const { census, imports, requests: calls } = await account.census(contacts);
    const looks = calls - imports;
    // A filter remembers who was sent: whom it mixes up with another costs looks at the account's queue.
    const mostLooks = limits.isQueued === true ? Math.ceil(fewest / 4) : 0;
    // What is only noted when the answer is given is counted by nobody.
    const counted = limits.isQueued === true ? undefined : contacts;
    const complaints = [
      ...(census.once === contacts ? [] : [`${census.missing} missing, ${census.doubled} doubled`]),
      ...(census.strange === 0 ? [] : [`${census.strange} contacts that were not sent`]),
      ...(imports === fewest ? [] : [`${imports} imports where ${fewest} do`]),
      ...(looks <= mostLooks ? [] : [`${looks} calls that imported nothing`]),
      ...(summary.calls === calls ? [] : [`the import says ${summary.calls} calls`]),
      ...(summary.contacts === contacts ? [] : [`the import says ${summary.contacts} contacts`]),
      ...(summary.taken === contacts ? [] : [`the import says ${summary.taken} taken`]),
      ...(summary.counted === counted ? [] : [`the service's counts add up to ${summary.counted}`]),
      ...(peakBytes <= maxPeakBytes ? [] : ['more memory than allowed']),
      ...(Math.round(hoursWaited) === Math.floor((calls - 1) / 150)
        ? []
        : [`${hoursWaited} hours of waiting for ${calls} calls`]),
    ];
    return {
      wire,
      calls,
      fewest,
      hours: hoursWaited,
      peakBytes,
      found: census.once,
      seconds,
      complaints,
    };
  } finally {
    await account.close();
  }
}

function limitsOf({ id, limits }: Transport) {
  if (limits === undefined) throw new Error(`${id} tells no limits`);
  return limits;
}
