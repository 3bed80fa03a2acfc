import type { ServedAccount } from './served-account.ts';

/** Pages from one place of a list. */
export interface PagesAt {
  /** How many contacts stand before the page. */
  readonly offset: number;
  /** Median of what a page took, in milliseconds. */
  readonly milliseconds: number;
  /** What is wrong with them; none where all is right. */
  readonly complaints: readonly string[];
}

const pageSize = 1000;
const rounds = 7;

/**
 * Reads pages of 1,000 at the start, in the middle and at the end of the first list, in turn, so that
 * whatever else the machine does meets all of them.
 *
 * @param contacts how many the list has, 3,000 or more, as the account generates them
 */
export async function readPages(
  account: ServedAccount,
  contacts: number,
): Promise<readonly PagesAt[]> {
  const offsets = [0, Math.floor(contacts / 2), contacts - pageSize];
  const taken = new Map<number, number[]>(offsets.map((offset) => [offset, []]));
  const complaints = new Map<number, readonly string[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [offset, times] of taken) {
      const startedMs = performance.now();
      const page = await account.ask('getAllContacts', { list_id: 1, offset, limit: pageSize });
      times.push(performance.now() - startedMs);
      const emails = (page.items ?? []).map(({ base }) => base?.email ?? '');
      complaints.set(offset, complaintsOf(emails, page.total_items, offset, contacts));
    }
  }
  return [...taken].map(([offset, times]) => ({
    offset,
    milliseconds: times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0,
    complaints: complaints.get(offset) ?? [],
  }));
}

function complaintsOf(
  emails: readonly string[],
  total: number | undefined,
  offset: number,
  contacts: number,
): string[] {
  const wrong = emails.findIndex((email, index) => email !== generatedEmail(offset + index));
  return [
    ...(emails.length === pageSize ? [] : [`${emails.length} contacts in a page`]),
    ...(wrong === -1 ? [] : [`another contact at ${offset + wrong}`]),
    ...(total === contacts ? [] : [`${total} contacts in all`]),
  ];
}

/** The address of a contact that an account begins with, by its place in the list. */
function generatedEmail(place: number): string {
  return `contact${String(place + 1).padStart(7, '0')}@example.com`;
}
