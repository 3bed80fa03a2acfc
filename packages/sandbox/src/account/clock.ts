/** The moment of one call, as the service writes it (reference, 14.9), in UTC. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly dateTime: string;
  /** In milliseconds since 1970. */
  readonly timeMs: number;
}

export function momentOf(time: Date): Moment {
  const iso = time.toISOString();
  return {
    date: iso.slice(0, 10),
    dateTime: iso.slice(0, 19).replace('T', ' '),
    timeMs: time.getTime(),
  };
}
