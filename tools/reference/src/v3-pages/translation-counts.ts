import { type Translation, translations } from '@egoi-client/transport-v3';

/** How many methods API v3 answers exactly, with losses, and not at all. */
function translationCounts(): Record<Translation['verdict'], number> {
  const counts = { exact: 0, 'with losses': 0, refused: 0 };
  for (const { translation } of translations()) counts[translation.verdict] += 1;
  return counts;
}

/** The counts in the words that pages have between their marks. */
export function countWords(): string {
  const { exact, 'with losses': lossy, refused } = translationCounts();
  return `${exact} of ${exact + lossy + refused} exactly, ${lossy} with declared losses, ${refused} refused`;
}
