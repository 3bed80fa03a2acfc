import type { MethodGroup, MethodSpec } from '@egoi-client/core';
import { type Operation, operationGroups, type OperationName } from '@egoi-client/v3-api';
import { groupPage } from './group-page.ts';
import type { OperationGroup } from './group-words.ts';
import { indexPage } from './index-page.ts';
import type { OperationOnPage } from './operation-section.ts';
import { translationPage } from './translation-page.ts';

/** The pages of API v3 by their paths from the root of the project. */
export function v3Pages(
  unserved: ReadonlyMap<OperationName, string>,
  methods: ReadonlyMap<MethodGroup, readonly MethodSpec[]>,
): Map<string, string> {
  const groups = new Map<OperationGroup, readonly OperationOnPage[]>(
    Object.entries(operationGroups).map(([group, operations]) => [
      group as OperationGroup,
      Object.entries<Operation>(operations).map(([name, operation]) => ({
        name,
        operation,
        unserved: unserved.get(name as OperationName),
      })),
    ]),
  );
  return new Map([
    ['docs/v3/README.md', indexPage(groups)],
    ['docs/v3/methods-of-v2.md', translationPage(methods)],
    ...[...groups].map(
      ([group, operations]) => [`docs/v3/${group}.md`, groupPage(group, operations)] as const,
    ),
  ]);
}
