import { operationNames, type ProblemStatus, problemTitles } from '@egoi-client/v3-api';
import { anchorOf, markdownTable, paragraphs } from '../pages/markdown.ts';
import { effectWords } from '../pages/method-words.ts';
import { groupWords, type OperationGroup } from './group-words.ts';
import type { OperationOnPage } from './operation-section.ts';

/** When each status is answered. */
const statusWords: Readonly<Record<ProblemStatus, string>> = {
  400: 'The body is no JSON that can be read.',
  401: 'There is no key, or a wrong one.',
  403: 'The key may not do this.',
  404: 'A thing that the path names is not there, or the path is none.',
  405: 'The path takes other methods.',
  408: 'The service took too long: 10 seconds to read, 60 to write.',
  409: 'The account is not in a state for it. `errors` says why; its keys are on the page of the operation.',
  413: 'The body is larger than 20 MB.',
  422: 'A value is not taken. `errors` has the sentences of each member; some programs read them from `validation_messages`, so look into both.',
  429: 'A budget of requests is spent.',
  500: 'The service failed.',
  503: 'The service is not there for now.',
};

/** The page that lists all operations by group. */
export function indexPage(groups: ReadonlyMap<OperationGroup, readonly OperationOnPage[]>): string {
  return paragraphs([
    '# Operations of API v3',
    `The ${operationNames.length} operations that \`@egoi-client/v3-api\` describes: those that calls of v2 turn into, and those near them. Nothing was tried on a live account.`,
    '[Testing a v3 integration](../guides/testing-a-v3-integration.md) shows requests and answers against the sandbox. [What becomes of each method of API v2](methods-of-v2.md) says which of them the methods of v2 turn into.',
    'These pages are made by `pnpm docs:reference`; change the description in [`v3-api`](../../packages/v3-api/README.md), not the pages.',
    '## Requests and answers',
    [
      '- The service is at `https://api.egoiapp.com`, without a version in the path; the sandbox below `/v3`.',
      '- The header `Apikey` has the key, the same as for v2. A body is JSON, with `Content-Type: application/json`.',
      '- A parameter or member that is `required` must be given. In an answer `required` members are always there; `expected` ones by all that is known, which a server must write and a client may miss; `optional` ones come and go.',
      '- Of an object in the query, each member is a parameter: `extra_field_id[7]=blue`.',
      '- Take any status from 200 to 299 for a success: programs in use meet others than those described.',
      '- Two budgets are counted. `X-RateLimit-Limit`, `-Remaining` and `-Reset` tell of that of one program, `X-Account-Limit`, `-Remaining` and `-Reset` of that of the account in an hour; `-Reset` is in seconds. No source names their sizes.',
      `- The effect says what repeating a request does. ${Object.values(effectWords).join(' ')} After \`429\` any request may be repeated.`,
      '- The evidence says whether an operation was seen in programs that call it, or is described by the maker alone.',
      '- Objects with a name have it as a type of `@egoi-client/v3-api` as well.',
    ].join('\n'),
    '## Refusals',
    'The body of a refusal has `type`, `title`, `status`, `detail` (a sentence) and, where something is named, `errors`.',
    markdownTable(
      ['status', 'title', 'when'],
      Object.entries(problemTitles).map(([status, title]) => [
        `\`${status}\``,
        `\`${title}\``,
        statusWords[Number(status) as ProblemStatus],
      ]),
    ),
    ...[...groups].map(([group, operations]) => groupSection(group, operations)),
  ]);
}

function groupSection(group: OperationGroup, operations: readonly OperationOnPage[]): string {
  const rows = operations.map(({ name, operation, unserved }) => [
    `[\`${name}\`](${group}.md#${anchorOf(name)})`,
    `\`${operation.method} ${operation.path}\``,
    operation.summary,
    operation.effect,
    unserved === undefined ? 'served' : 'not served',
  ]);
  const head = ['operation', 'request', 'what it does', 'effect', 'sandbox'];
  return paragraphs([`## [${groupWords[group]}](${group}.md)`, markdownTable(head, rows)]);
}
