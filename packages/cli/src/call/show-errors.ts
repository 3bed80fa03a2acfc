import {
  allMethods,
  type EgoiErrorCode,
  EgoiApiError,
  errorTable,
  isErrorCode,
} from '@egoi-client/core';
import { advice, adviceGroups, didYouMean, generalCodes, nearest } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';
import { fitColumns, roomInside } from '../output/columns.ts';
import { wrap } from '../output/table.ts';
import type { Session } from '../session.ts';

/** Explains one code, or lists all of them. */
export function showErrors({ output }: Session, word: string | undefined): void {
  if (word === undefined) {
    const codes = Object.keys(errorTable).filter(isErrorCode);
    output.read(codes.map(codeAsJson), () => {
      const { rows } = fitColumns(
        [
          { name: 'code', cells: codes, isTelling: true, isWhole: true },
          { name: 'description', cells: codes.map((code) => errorTable[code].description) },
        ],
        roomInside(output),
      );
      const groups = adviceGroups.map(({ title, advice: listed }) => {
        const lines = rows.filter((_, index) => Object.hasOwn(listed, codes[index] ?? ''));
        return [output.bold(title), ...lines.map((line) => `  ${line}`)].join('\n');
      });
      return [...groups, 'What to do about one: egoi errors <code>'].join('\n\n');
    });
    return;
  }
  const code = findCode(word);
  const entry = codeAsJson(code);
  output.read(entry, () =>
    [
      `${output.bold(code)}: ${entry.description}`,
      `${output.bold('What to do')}\n${wrap(entry.advice.replaceAll('`', ''), output.width, 2)}`,
      `${output.bold('Methods')}\n${wrap(methodsText(code), output.width, 2)}`,
    ].join('\n\n'),
  );
}

/** The codes with a number in them come with any number: EXTRA_FIELD_12_DOES_NOT_EXIST. */
function findCode(word: string): EgoiErrorCode {
  const { code } = new EgoiApiError(word.toUpperCase(), {});
  if (isErrorCode(code)) return code;
  throw new CommandError(
    `there is no error code '${word}'${didYouMean(word, Object.keys(errorTable))}`,
    [
      ...nearest(word, Object.keys(errorTable))
        .slice(0, 1)
        .map((meant) => `Type: egoi errors ${meant}`),
      'egoi errors lists those that a source names.',
    ],
  );
}

function codeAsJson(code: EgoiErrorCode) {
  return {
    code,
    description: errorTable[code].description,
    advice: advice[code],
    methods: methodsOf(code),
    everyMethod: generalCodes.has(code),
    source: errorTable[code].source,
  };
}

function methodsOf(code: EgoiErrorCode): string[] {
  return allMethods()
    .filter(({ errors }) => errors.includes(code))
    .map(({ name }) => name);
}

function methodsText(code: EgoiErrorCode): string {
  const names = methodsOf(code).join(', ');
  if (generalCodes.has(code)) return 'any';
  return names === '' ? 'no source says which' : names;
}
