/**
 * The words that someone may have meant, nearest first: those that differ by a few letters, and those
 * that hold what was typed.
 *
 * @param typed what was typed; upper and lower case are the same
 * @returns at most three
 */
export function nearest(typed: string, words: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  return words
    .map((word) => ({ word, distance: distanceTo(wanted, word.toLowerCase(), reach) }))
    .filter(({ distance }) => distance <= reach)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Holding the whole of it counts as the farthest that is still near. */
function distanceTo(wanted: string, word: string, reach: number): number {
  const distance = editDistance(wanted, word);
  return distance > reach && wanted.length > 2 && word.includes(wanted) ? reach : distance;
}

/** Letters to add, drop, change or swap with their neighbour to make one text of the other. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + change,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** `; did you mean 'a', 'b'?`, or nothing. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const found = nearest(typed, words);
  return found.length === 0 ? '' : `; did you mean ${found.join(', ')}?`;
}
