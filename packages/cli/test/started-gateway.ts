import type { Place, Running } from './egoi.ts';

/** A gateway that runs, and what it said of itself. */
export interface StartedGateway {
  readonly address: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly to: string;
  readonly endpoint: string;
  /** Of the admin port; the text `undefined` is none. */
  readonly admin: string;
  readonly running: Running;
}

/** Starts `egoi gateway` at any free port. */
export async function startGateway(
  place: Place,
  ...words: readonly string[]
): Promise<StartedGateway> {
  const running = place.start(['gateway', '--port', '0', '--json', ...words]);
  const told = JSON.parse(await running.said(/\n/)) as Omit<StartedGateway, 'running'>;
  return { ...told, running };
}
