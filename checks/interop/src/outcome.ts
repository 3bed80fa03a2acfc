/** How a meeting with a foreign program ended. */
export interface PeerOutcome {
  /** What was tried. */
  readonly name: string;
  /** The program's version; empty where it is missing. */
  readonly version: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  readonly reason: string;
}

/** One line for a person. */
export function formatOutcome({ name, version, result, reason }: PeerOutcome): string {
  const program = version === '' ? '' : ` (${version})`;
  return `${result.padEnd(7)} ${name}${program}${reason === '' ? '' : `: ${reason}`}`;
}

/** `foreign clients: 11 of 12`: passed, of those that there are. */
export function formatTally(label: string, outcomes: readonly PeerOutcome[]): string {
  const passed = outcomes.filter(({ result }) => result === 'passed').length;
  return `${label}: ${passed} of ${outcomes.length}`;
}
