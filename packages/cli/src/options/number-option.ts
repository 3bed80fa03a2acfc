import { Option } from 'commander';
import { WrongValue } from './wrong-value.ts';

/** What a number may be. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Where it is left out, as the help says it. @default none */
  readonly otherwise?: number | string;
}

/** An option that takes a number. The help tells its range and its default, and so does every refusal. */
export class NumberOption extends Option {
  readonly range: NumberRange;

  /**
   * @param flags with the unit as the name of the value: `--time-limit <seconds>`
   * @param read makes the value of a text in the range; nothing of any other text
   * @param kind what is read, as a refusal says it: `a whole number`
   * @param example one in the range, to be typed in place of a wrong one
   */
  constructor(
    flags: string,
    description: string,
    range: NumberRange,
    {
      read,
      kind,
      example,
    }: {
      readonly read: (text: string) => number | undefined;
      readonly kind: string;
      readonly example: number;
    },
  ) {
    super(flags, description);
    this.range = range;
    const { min, max } = range;
    this.argParser((text: string) => {
      const value = read(text);
      if (value !== undefined) return value;
      throw new WrongValue(`It must be ${kind} from ${min} to ${max}.`, String(example));
    });
  }
}

/** An option that takes a whole number. A default in the range becomes its value; one in words does not. */
export function wholeNumber(flags: string, description: string, range: NumberRange): NumberOption {
  const { min, max, otherwise } = range;
  const read = (text: string) => {
    const number = Number(text);
    return /^\d{1,15}$/.test(text) && number >= min && number <= max ? number : undefined;
  };
  const example = typeof otherwise === 'number' ? otherwise : Math.min(Math.max(min, 1), max);
  const reading = { read, kind: 'a whole number', example };
  const option = new NumberOption(flags, description, range, reading);
  if (typeof otherwise === 'number') option.default(otherwise);
  if (typeof otherwise === 'string') option.default(undefined, otherwise);
  return option;
}

/** An option that takes seconds, with a fraction where wanted, and gives milliseconds. */
export function seconds(flags: string, description: string, otherwise: string): NumberOption {
  const range = { min: 0.001, max: 86_400, otherwise };
  const read = (text: string) => {
    const milliseconds = Math.round(Number(text) * 1000);
    const isInRange = Number(text) >= range.min && Number(text) <= range.max;
    return isInRange && /^\d{1,8}(\.\d{1,8})?$/.test(text) ? milliseconds : undefined;
  };
  const reading = { read, kind: 'a number of seconds', example: 30 };
  return new NumberOption(flags, description, range, reading).default(undefined, otherwise);
}
