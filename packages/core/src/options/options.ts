import { EgoiConfigError } from '../errors/errors.ts';

/** What becomes of a value that was given for an option. */
type Reading<Output> =
  | { readonly success: true; readonly data: Output }
  | { readonly success: false; readonly problem: string };

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
  safeParse(value: unknown): Reading<Output>;
}

/** A schema for each of some options. */
export type OptionShape = { readonly [name: string]: OptionSchema<unknown> };

/** What a schema of an option resolves to. */
type OutputOf<Schema> = Schema extends OptionSchema<infer Output> ? Output : never;

/** Options as they are once their defaults are filled in. */
export type ResolvedOptions<Shape> = { [Name in keyof Shape]: OutputOf<Shape[Name]> };

function schema<Output>(read: (value: unknown) => Reading<Output>): OptionSchema<Output> {
  return {
    safeParse: read,
    default: (fallback) =>
      schema((value) => {
        if (value !== undefined) return read(value) as Reading<Exclude<Output, undefined>>;
        // A function makes the default; one that is the default is given by another.
        const data = typeof fallback === 'function' ? (fallback as () => never)() : fallback;
        return { success: true, data };
      }),
    optional: () =>
      schema<Output | undefined>((value) =>
        value === undefined ? { success: true, data: undefined } : read(value),
      ),
    refine: (check, { error }) =>
      schema((value) => {
        const reading = read(value);
        return reading.success && !check(reading.data)
          ? { success: false, problem: error }
          : reading;
      }),
    transform: (change) =>
      schema((value) => {
        const reading = read(value);
        return reading.success ? { success: true, data: change(reading.data) } : reading;
      }),
  };
}

/** The schema of what passes a check, as it is. */
function checked<Output>(
  check: (value: unknown) => boolean,
  problem: string,
): OptionSchema<Output> {
  return schema((value) =>
    check(value) ? { success: true, data: value as Output } : { success: false, problem },
  );
}

function whole(min: number, max: number, problem: string): OptionSchema<number> {
  return checked(
    (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
    problem,
  );
}

/** Kinds of options, each with its range and default, for the schemas of clients and transports. */
export const option = {
  /** Milliseconds, 1 to 86,400,000: a day is more than any call needs, and a timer holds it. */
  timeMs: (defaultMs: number): OptionSchema<number> => timeLimit.default(defaultMs),

  /** Bytes, 1,024 to 2,147,483,647. */
  bytes: (defaultBytes?: number): OptionSchema<number> => {
    const problem = 'must be a whole number of bytes from 1,024 to 2,147,483,647';
    const bytes = whole(1024, 2_147_483_647, problem);
    return defaultBytes === undefined ? bytes : bytes.default(defaultBytes);
  },

  /** A whole number from `min` to `max`. */
  count: (defaultCount: number | undefined, min: number, max: number): OptionSchema<number> => {
    const count = whole(min, max, `must be a whole number from ${min} to ${max}`);
    return defaultCount === undefined ? count : count.default(defaultCount);
  },

  /** An address, http or https, without user, password, fragment, blanks or control characters. */
  url: (): OptionSchema<string> => address,

  /** One of a few words. */
  word: <const Words extends readonly [string, ...string[]]>(
    words: Words,
    fallback: Words[number],
  ): OptionSchema<Words[number]> =>
    checked<string>(
      (value) => words.includes(value as string),
      `must be one of ${words.join(', ')}`,
    ).default(fallback),

  /** Yes or no. */
  flag: (fallback: boolean): OptionSchema<boolean> =>
    checked<boolean>((value) => typeof value === 'boolean', 'must be true or false').default(
      fallback,
    ),

  /** Text without control characters, not empty. */
  text: (): OptionSchema<string> => printable,

  /** A function, such as a clock. */
  callback: <F extends (...args: never[]) => unknown>(fallback: F): OptionSchema<F> =>
    checked<F>(isFunction, 'must be a function').default((() => fallback) as never),

  /** Anything that passes a check. */
  custom: <T>(check: (value: unknown) => boolean, problem: string): OptionSchema<T> =>
    checked<T>(check, problem),
} as const;

/** The time limit of a call, in milliseconds. */
export const timeLimit: OptionSchema<number> = whole(
  1,
  86_400_000,
  'must be a whole number of milliseconds from 1 to 86,400,000',
);

const printable = checked<string>((value) => typeof value === 'string', 'must be text')
  .refine((text) => text !== '', { error: 'must not be empty' })
  .refine((text) => text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text), {
    error: 'must not hold control characters',
  });

const address = checked<string>((value) => typeof value === 'string', 'must be an address').refine(
  isPlainAddress,
  { error: 'must be a whole http or https address without user, password, fragment or blanks' },
);

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

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
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new EgoiConfigError(`${what}: the options must be an object`);
  }
  const given = options as Readonly<Record<string, unknown>>;
  const resolved: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, schemaOfOption] of Object.entries(shape)) {
    const reading = schemaOfOption.safeParse(given[name]);
    if (!reading.success) problems.push(`${name} ${reading.problem}`);
    else if (reading.data !== undefined) resolved[name] = reading.data;
  }
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(shape, name));
  if (unknown.length > 0) {
    problems.push(`unknown option ${unknown.map((name) => `'${name}'`).join(', ')}`);
  }
  if (problems.length > 0) throw new EgoiConfigError(`${what}: ${problems.join('; ')}`);
  return resolved as ResolvedOptions<Shape>;
}
