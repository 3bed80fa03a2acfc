import { type AdviceGroup, adviceGroups, generalCodes } from '@egoi-client/core/wire';
import { allMethods, type EgoiErrorCode, errorTable, isErrorCode } from '@egoi-client/core';
import { type ErrorCodeSource } from '@egoi-client/core/wire';
import { anchorOf, paragraphs } from './markdown.ts';

const sourceWords: Readonly<Record<ErrorCodeSource, string>> = {
  documentation: "the API's documentation",
  'documentation-2025': "the 2025 edition of the API's documentation",
  wrapper: "the maker's published wrappers",
  client: 'integrations in the open',
};

/** The page of every error code. */
export function errorsPage(): string {
  const count = Object.keys(errorTable).length;
  return paragraphs([
    '# Error codes',
    `The API says no with a word. The client makes an \`EgoiApiError\` of it: \`code\` is the word as it stands here, \`wireCode\` the word as it came, \`description\` the documentation's text. The ${count} words below are those that a source names; a word that none names comes as it is.`,
    'The descriptions are the words of their source, oddities included. What to do is written by this project.',
    adviceGroups.map(({ title }) => `- [${title}](#${anchorOf(title)})`).join('\n'),
    '[All methods](methods/README.md). This page is made by `pnpm docs:reference`.',
    ...adviceGroups.map(groupSection),
  ]);
}

function groupSection({ title, advice }: AdviceGroup): string {
  const sections = Object.entries(advice).map(([code, words]) =>
    isErrorCode(code) ? codeSection(code, words) : '',
  );
  return paragraphs([`## ${title}`, ...sections]);
}

function codeSection(code: EgoiErrorCode, words: string): string {
  const { description, source } = errorTable[code];
  return paragraphs([
    `### \`${code}\``,
    `> ${description}`,
    [
      `- What to do: ${words}`,
      `- Methods: ${methodsText(code)}`,
      `- Source: ${sourceWords[source]}`,
    ].join('\n'),
  ]);
}

function methodsText(code: EgoiErrorCode): string {
  const methods = allMethods().filter((spec) => spec.errors.includes(code));
  const links = methods.map(
    ({ name, group }) => `[\`${name}\`](methods/${group}.md#${anchorOf(name)})`,
  );
  const listed = links.join(', ');
  if (generalCodes.has(code)) return `any${listed === '' ? '' : `; said of ${listed}`}`;
  return listed === '' ? 'no source says which' : listed;
}
