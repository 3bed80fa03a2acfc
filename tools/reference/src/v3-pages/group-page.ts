import { anchorOf, paragraphs } from '../pages/markdown.ts';
import { groupWords, type OperationGroup } from './group-words.ts';
import { type OperationOnPage, operationSection } from './operation-section.ts';
import { membersTable } from './schema-text.ts';
import { sharedStructs } from './shared-structs.ts';

/** The page of one group of operations. */
export function groupPage(group: OperationGroup, operations: readonly OperationOnPage[]): string {
  const shared = sharedStructs(operations.map(({ operation }) => operation));
  const sectionOf = ({ typeName }: { readonly typeName?: string }) =>
    typeName !== undefined && shared.has(typeName) ? typeName : undefined;
  const contents = operations.map(
    ({ name, operation }) => `- [\`${name}\`](#${anchorOf(name)}): ${operation.summary}`,
  );
  const objects = [...shared].map(([name, schema]) =>
    paragraphs([
      `### ${name}`,
      schema.description,
      // Its own table is meant, not a link to itself.
      membersTable(schema, (inner) => (inner === schema ? undefined : sectionOf(inner))),
    ]),
  );
  return paragraphs([
    `# ${groupWords[group]}`,
    contents.join('\n'),
    '[All operations of API v3](README.md)',
    ...operations.map((operation) => operationSection(operation, sectionOf)),
    ...(objects.length === 0 ? [] : ['## Objects', ...objects]),
  ]);
}
