import type { Session } from '../session.ts';

/** Something of a running server that comes from files, and may be read anew. */
export interface Renewable {
  /** What it is, as a sentence begins: `the certificate`. */
  readonly what: string;
  /** What has been done to it. @default 'was read anew' */
  readonly done?: string;
  /** Reads or opens it anew. @throws for files that cannot be used; what was there before must stay */
  renew(): void | Promise<void>;
}

/**
 * Reads things anew on each SIGHUP, and says what became of it. Where there is nothing to read anew the
 * signal keeps its meaning, which is that the terminal has gone.
 *
 * @returns ends it
 */
export function renewOnHangUp(
  { output }: Session,
  renewables: readonly Renewable[],
): { stop(): void } {
  const renew = async (renewable: Renewable) => {
    const { what, done = 'was read anew' } = renewable;
    try {
      await renewable.renew();
      output.warn(`egoi: ${what} ${done}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      output.warn(`egoi: ${what} stays as it was: ${why}`);
    }
  };
  const renewAll = () => {
    for (const renewable of renewables) void renew(renewable);
  };
  if (renewables.length > 0) process.on('SIGHUP', renewAll);
  return { stop: () => void process.off('SIGHUP', renewAll) };
}
