import { type Argument, type Command, Help, Option } from 'commander';
import { NumberOption } from './number-option.ts';

/** The groups of options, in the order in which a help shows them: its own first, those of all commands last. */
export const optionGroups = {
  own: 'Options:',
  watching: 'Watching:',
  serving: 'Serving:',
  callbacks: 'Callbacks of API v2:',
  connection: 'Connection:',
  v3: 'API v3:',
  general: 'General:',
} as const;

/** Narrower ones have what a word stands for below it. */
const columnsForTwo = 72;

/** Words that are longer have what they stand for below them, so that it is not squeezed. */
const maxTermWidth = 28;

const indent = 6;

/** Lays helps out: groups in their order, and beside each option what it takes and what it is otherwise. */
export class HelpLayout extends Help {
  override minWidthToWrap = 20;

  override optionDescription(option: Option): string {
    return withFacts(option.description, [
      option.mandatory ? 'required' : undefined,
      rangeOf(option),
      choicesOf(option),
      defaultOf(option),
    ]);
  }

  override argumentDescription(argument: Argument): string {
    return withFacts(argument.description, [choicesOf(argument), defaultOf(argument)]);
  }

  override groupItems<Item extends Command | Option>(
    unsorted: Item[],
    visible: Item[],
    getGroup: (item: Item) => string,
  ): Map<string, Item[]> {
    const groups = super.groupItems(unsorted, visible, getGroup);
    const ranks: readonly string[] = Object.values(optionGroups);
    return new Map([...groups].toSorted(([a], [b]) => ranks.indexOf(a) - ranks.indexOf(b)));
  }

  override padWidth(command: Command, helper: Help): number {
    return Math.min(super.padWidth(command, helper), maxTermWidth);
  }

  override formatItem(term: string, termWidth: number, description: string, helper: Help): string {
    const width = helper.helpWidth ?? 80;
    const isBelow = width < columnsForTwo || term.length > termWidth;
    if (description === '' || !isBelow) {
      return super.formatItem(term, termWidth, description, helper);
    }
    const margin = ' '.repeat(width < columnsForTwo ? indent : termWidth + 4);
    const lines = helper.boxWrap(description, width - margin.length).split('\n');
    return [`  ${term}`, ...lines.map((line) => margin + line)].join('\n');
  }
}

/**
 * What stands below the options, broken at the width: sentences at their blanks, and an example before what
 * it is for.
 */
export function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length <= width) return line;
      if (!line.startsWith(' ')) return new HelpLayout().boxWrap(line, width);
      const [, example = line, purpose = ''] = /^(\s+\S.*?)\s{2,}(\S.*)$/.exec(line) ?? [];
      return purpose === '' ? line : `${example}\n${' '.repeat(indent)}${purpose}`;
    })
    .join('\n');
}

function withFacts(description: string, facts: readonly (string | undefined)[]): string {
  const told = facts.filter((fact) => fact !== undefined);
  return told.length === 0 ? description : `${description} (${told.join('; ')})`;
}

function rangeOf(option: Option): string | undefined {
  return option instanceof NumberOption ? `${option.range.min} to ${option.range.max}` : undefined;
}

function choicesOf({ argChoices }: Option | Argument): string | undefined {
  return argChoices?.join(', ');
}

/** Also of an option whose default is not set here, but known: its value is weighed against others later. */
function defaultOf(word: Option | Argument): string | undefined {
  const isFlag = word instanceof Option && !word.required && !word.optional;
  const { defaultValue, defaultValueDescription } = word;
  if (defaultValueDescription !== undefined) return `default: ${defaultValueDescription}`;
  return isFlag || defaultValue === undefined ? undefined : `default: ${String(defaultValue)}`;
}
