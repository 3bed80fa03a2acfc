/** How many of the things that were judged are right, and what is wrong with the others. */
export interface Tally {
  readonly title: string;
  readonly judged: number;
  readonly right: number;
  /** What is counted, where the title does not say it. @default nothing */
  readonly unit?: string;
  /** A line for each thing that is wrong. */
  readonly findings: readonly string[];
}

/** Counts things with their complaints. */
export function tallyOf(
  title: string,
  judged: readonly { readonly what: string; readonly complaints: readonly string[] }[],
  more: readonly string[] = [],
): Tally {
  const wrong = judged.filter(({ complaints }) => complaints.length > 0);
  return {
    title,
    judged: judged.length,
    right: judged.length - wrong.length,
    findings: [
      ...wrong.map(({ what, complaints }) => `${what}: ${complaints.join('; ')}`),
      ...more,
    ],
  };
}

/** `requests: 300 of 300` */
export function formatTally({ title, judged, right, unit }: Tally): string {
  return `${title}: ${right} of ${judged}${unit === undefined ? '' : ` ${unit}`}`;
}

/** Whether nothing is wrong, and there was something to judge. */
export function isRight({ judged, right, findings }: Tally): boolean {
  return judged > 0 && right === judged && findings.length === 0;
}
