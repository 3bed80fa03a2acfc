/** A moment as the account writes it, which may come with a `T`, a fraction and a zone. */
export function momentText(text: string): string {
  const time = /[Zz]|[+-]\d\d:?\d\d$/.test(text) ? Date.parse(text) : NaN;
  const iso = Number.isNaN(time) ? text : new Date(time).toISOString();
  return iso.slice(0, 19).replace('T', ' ');
}

/** The same in milliseconds since 1970; `undefined` for a day that no month has. */
export function momentTime(text: string): number | undefined {
  const [day = '', time = '00:00:00'] = momentText(text).split(' ');
  const midnight = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return isDay ? Date.parse(`${day}T${time}Z`) : undefined;
}
