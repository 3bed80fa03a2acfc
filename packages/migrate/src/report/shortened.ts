/** A name as a report shows it: names come from outside, and none is so long that the rest is not seen. */
export function shortened(name: string, most = 120): string {
  return name.length <= most ? name : `${name.slice(0, most)}… (${name.length} characters)`;
}
