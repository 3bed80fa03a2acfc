import { z } from 'zod';
import { EgoiConfigError } from './errors/errors.ts';

/** Kinds of options, each with its range and default, for the schemas of clients and transports. */
export const option = {
  /** Milliseconds, 1 to 86,400,000: a day is more than any call needs, and a timer holds it. */
  timeMs: (defaultMs: number) => timeLimit.default(defaultMs),

  /** Bytes, 1,024 to 2,147,483,647. */
  bytes: (defaultBytes: number) =>
    z
      .int()
      .min(1024)
      .max(2_147_483_647, { error: 'must be a whole number of bytes from 1,024 to 2,147,483,647' })
      .default(defaultBytes),

  /** A whole number from `min` to `max`. */
  count: (defaultCount: number, min: number, max: number) =>
    z
      .int()
      .min(min)
      .max(max, { error: `must be a whole number from ${min} to ${max}` })
      .default(defaultCount),

  /** An address, http or https, without user, password, fragment, blanks or control characters. */
  url: () => address,

  /** One of a few words. */
  word: <const Words extends readonly [string, ...string[]]>(
    words: Words,
    fallback: Words[number],
  ) => z.enum(words, { error: `must be one of ${words.join(', ')}` }).default(fallback as never),

  /** Yes or no. */
  flag: (fallback: boolean) => z.boolean({ error: 'must be true or false' }).default(fallback),

  /** Text without control characters, not empty. */
  text: () => printable,

  /** A function, such as a clock. */
  callback: <F extends (...args: never[]) => unknown>(fallback: F) =>
    z
      .custom<F>((value) => typeof value === 'function', { error: 'must be a function' })
      .default(() => fallback as never),

  /** Anything that passes a check. */
  custom: <T>(check: (value: unknown) => boolean, problem: string) =>
    z.custom<T>(check, { error: problem }),
} as const;

/** The time limit of a call, in milliseconds. */
export const timeLimit = z
  .int({ error: 'must be a whole number of milliseconds' })
  .min(1, { error: 'must be at least 1 millisecond' })
  .max(86_400_000, { error: 'must be at most 86,400,000 milliseconds' });

const printable = z
  .string({ error: 'must be text' })
  .min(1, { error: 'must not be empty' })
  .refine((text) => text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text), {
    error: 'must not hold control characters',
  });

const address = z.string({ error: 'must be an address' }).refine(isPlainAddress, {
  error: 'must be a whole http or https address without user, password, fragment or blanks',
});

function isPlainAddress(text: string): boolean {
  // The parser drops line breaks and writes controls and blanks anew: another address than was said.
  if (/[\p{Cc}\s]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  const web = protocol === 'https:' || protocol === 'http:';
  return web && username === '' && password === '' && hash === '';
}

/** The schema of one option whose resolved value is an `Output`. */
export type OptionSchema<Output> = z.ZodType<Output>;

/**
 * Checks options and fills in defaults.
 *
 * @param what names the options in the error: `EgoiClient`, `soapTransport`
 * @param shape a schema for each option, made with `option`
 * @throws EgoiConfigError naming every wrong or unknown option; never holds a value
 */
export function resolveOptions<Shape extends z.ZodRawShape>(
  what: string,
  shape: Shape,
  options: unknown,
): z.output<z.ZodObject<Shape>> {
  const outcome = z.strictObject(shape).safeParse(options);
  if (outcome.success) return outcome.data;
  const problems = outcome.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return `unknown option ${issue.keys.map((key) => `'${key}'`).join(', ')}`;
    }
    const path = issue.path.map(String).join('.');
    return path === '' ? 'the options must be an object' : `${path} ${issue.message}`;
  });
  throw new EgoiConfigError(`${what}: ${problems.join('; ')}`);
}
