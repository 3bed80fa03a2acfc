import { findProgram, type ForeignProgram, type FoundProgram } from './programs.ts';
import type { PeerOutcome } from './outcome.ts';

/** One foreign program in one of its uses. */
export interface Peer {
  readonly name: string;
  readonly program: ForeignProgram;
}

/**
 * Meets one program, if it is there.
 *
 * @param meeting says what was wrong, or nothing
 */
export async function meet<P extends Peer>(
  peer: P,
  meeting: (peer: P, program: FoundProgram) => Promise<readonly string[]>,
): Promise<PeerOutcome> {
  const { name } = peer;
  const program = await findProgram(peer.program);
  if (program === undefined) {
    const reason = `not installed here; Debian's packages are ${peer.program.packages}`;
    return { name, version: '', result: 'skipped', reason };
  }
  const { version } = program;
  try {
    const problems = await meeting(peer, program);
    const result = problems.length === 0 ? 'passed' : 'failed';
    return { name, version, result, reason: problems.join('; ') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, version, result: 'failed', reason };
  }
}
