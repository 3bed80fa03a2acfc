/** The hours of a day between which messages go out, in minutes after midnight (UTC); through midnight where the first is the later one. */
export interface SendingHours {
  readonly from: number;
  readonly until: number;
}

const minuteMs = 60_000;
const minutesOfDay = 24 * 60;

/** The first moment from a time on that lies within some hours. @param timeMs in milliseconds since 1970 */
export function firstWithin(timeMs: number, { from, until }: SendingHours): number {
  const minute = Math.floor(timeMs / minuteMs) % minutesOfDay;
  const isAfterStart = minute >= from;
  const isBeforeEnd = minute < until;
  const isWithin = from < until ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
  if (isWithin) return timeMs;
  const wait = (from - minute + minutesOfDay) % minutesOfDay;
  return timeMs - (timeMs % minuteMs) + wait * minuteMs;
}
