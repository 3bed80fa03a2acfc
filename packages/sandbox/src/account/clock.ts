/** The moment of one call, as the service writes it (reference, 14.9), in UTC. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly dateTime: string;
  /** In milliseconds since 1970. */
  readonly timeMs: number;
}

/** Thirty days before a moment, `YYYY-MM-DD HH:MM:SS`. */
export function thirtyDaysBefore({ timeMs }: Moment): string {
  return momentOf(new Date(timeMs - 30 * 86_400_000)).dateTime;
}

export function momentOf(time: Date): Moment {
  const iso = time.toISOString();
  return {
    date: iso.slice(0, 10),
    dateTime: iso.slice(0, 19).replace('T', ' '),
    timeMs: time.getTime(),
  };
}
