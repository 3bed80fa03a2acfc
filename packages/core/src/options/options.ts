import * as z from 'zod';
import { EgoiConfigError } from '../errors/errors.ts';

/** The schema of one option whose resolved value is an `Output`. */
export interface OptionSchema<Output> {
  /** The same option with a value of its own where it is left out. */
  default(
    value: Exclude<Output, undefined> | (() => Exclude<Output, undefined>),
  ): OptionSchema<Exclude<Output, undefined>>;
  /** The same option, `undefined` where it is left out. */
  optional(): OptionSchema<Output | undefined>;
  /** The same option, of which one more thing is asked. */
  refine(
    check: (value: Output) => boolean,
    problem: { readonly error: string },
  ): OptionSchema<Output>;
  /** The same option, resolved to something else. */
  transform<Changed>(change: (value: Output) => Changed): OptionSchema<Changed>;
  /** Tells whether a value is one that the option takes, and what it resolves to. */
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: Output } | { readonly success: false };
}

/** A schema for each of some options. */
export type OptionShape = { readonly [name: string]: OptionSchema<unknown> };

/** What a schema of an option resolves to. */
type OutputOf<Schema> = Schema extends OptionSchema<infer Output> ? Output : never;

/** Options as they are once their defaults are filled in. */
export type ResolvedOptions<Shape> = { [Name in keyof Shape]: OutputOf<Shape[Name]> };

/** The schemas of options as the library behind them gives them. */
function schema<Output>(made: z.ZodType): OptionSchema<Output> {
  return made as unknown as OptionSchema<Output>;
}

/** Kinds of options, each with its range and default, for the schemas of clients and transports. */
export const option = {
  /** Milliseconds, 1 to 86,400,000: a day is more than any call needs, and a timer holds it. */
  timeMs: (defaultMs: number): OptionSchema<number> => timeLimit.default(defaultMs),

  /** Bytes, 1,024 to 2,147,483,647. */
  bytes: (defaultBytes?: number): OptionSchema<number> => {
    const bytes = schema<number>(
      z.int().min(1024).max(2_147_483_647, {
        error: 'must be a whole number of bytes from 1,024 to 2,147,483,647',
      }),
    );
    return defaultBytes === undefined ? bytes : bytes.default(defaultBytes);
  },

  /** A whole number from `min` to `max`. */
  count: (defaultCount: number | undefined, min: number, max: number): OptionSchema<number> => {
    const count = schema<number>(
      z
        .int()
        .min(min)
        .max(max, { error: `must be a whole number from ${min} to ${max}` }),
    );
    return defaultCount === undefined ? count : count.default(defaultCount);
  },

  /** An address, http or https, without user, password, fragment, blanks or control characters. */
  url: (): OptionSchema<string> => address,

  /** One of a few words. */
  word: <const Words extends readonly [string, ...string[]]>(
    words: Words,
    fallback: Words[number],
  ): OptionSchema<Words[number]> =>
    schema(
      z.enum(words, { error: `must be one of ${words.join(', ')}` }).default(fallback as never),
    ),

  /** Yes or no. */
  flag: (fallback: boolean): OptionSchema<boolean> =>
    schema(z.boolean({ error: 'must be true or false' }).default(fallback)),

  /** Text without control characters, not empty. */
  text: (): OptionSchema<string> => printable,

  /** A function, such as a clock. */
  callback: <F extends (...args: never[]) => unknown>(fallback: F): OptionSchema<F> =>
    schema(
      z
        .custom<F>((value) => typeof value === 'function', { error: 'must be a function' })
        .default(() => fallback as never),
    ),

  /** Anything that passes a check. */
  custom: <T>(check: (value: unknown) => boolean, problem: string): OptionSchema<T> =>
    schema(z.custom<T>(check, { error: problem })),
} as const;

/** The time limit of a call, in milliseconds. */
export const timeLimit: OptionSchema<number> = schema(
  z
    .int({ error: 'must be a whole number of milliseconds' })
    .min(1, { error: 'must be at least 1 millisecond' })
    .max(86_400_000, { error: 'must be at most 86,400,000 milliseconds' }),
);

const printable = schema<string>(
  z
    .string({ error: 'must be text' })
    .min(1, { error: 'must not be empty' })
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text), {
      error: 'must not hold control characters',
    }),
);

const address = schema<string>(
  z.string({ error: 'must be an address' }).refine(isPlainAddress, {
    error: 'must be a whole http or https address without user, password, fragment or blanks',
  }),
);

function isPlainAddress(text: string): boolean {
  // The parser drops line breaks and writes controls and blanks anew: another address than was said.
  if (/[\p{Cc}\s]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  const web = protocol === 'https:' || protocol === 'http:';
  return web && username === '' && password === '' && hash === '';
}

/**
 * Checks options and fills in defaults.
 *
 * @param what names the options in the error: `EgoiClient`, `soapTransport`
 * @param shape a schema for each option, made with `option`
 * @throws EgoiConfigError naming every wrong or unknown option; never holds a value
 */
export function resolveOptions<Shape extends OptionShape>(
  what: string,
  shape: Shape,
  options: unknown,
): ResolvedOptions<Shape> {
  const outcome = z.strictObject(shape as unknown as z.ZodRawShape).safeParse(options);
  if (outcome.success) return outcome.data as ResolvedOptions<Shape>;
  const problems = outcome.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return `unknown option ${issue.keys.map((key) => `'${key}'`).join(', ')}`;
    }
    const path = issue.path.map(String).join('.');
    return path === '' ? 'the options must be an object' : `${path} ${issue.message}`;
  });
  throw new EgoiConfigError(`${what}: ${problems.join('; ')}`);
}
