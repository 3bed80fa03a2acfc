import { errorStatusesOf, type Operation, operationGroups, type Schema } from '@egoi-client/v3-api';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { anchorOf } from '../src/pages/markdown.ts';
import { unservedOperations } from '../src/v3-pages/unserved-operations.ts';
import { v3Pages } from '../src/v3-pages/v3-pages.ts';

const groups = Object.entries(operationGroups).map(
  ([group, operations]) => [group, Object.entries<Operation>(operations)] as const,
);
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  pages = v3Pages(await unservedOperations());
});

const pageOf = (group: string) => pages.get(`docs/v3/${group}.md`) ?? '';

/** The text under the heading of an operation. */
function sectionOf(group: string, name: string): string {
  const [, section = ''] = pageOf(group).split(`\n## \`${name}\`\n`);
  return section.split('\n## ')[0] ?? '';
}

/** The names of all members of a schema, however deep. */
function namesIn(schema: Schema | undefined): string[] {
  const { element, forms = [], members = {} } = schema ?? {};
  const inner = [...forms, ...(element === undefined ? [] : [element])].flatMap(namesIn);
  return [
    ...inner,
    ...Object.entries(members).flatMap(([name, member]) => [name, ...namesIn(member.schema)]),
  ];
}

describe.each(groups)('the page of %s', (group, operations) => {
  test('has the method, the path and every parameter of each operation', () => {
    for (const [name, { method, path, pathParams, queryParams }] of operations) {
      const section = sectionOf(group, name);
      expect(section).toContain(`\`${method} ${path}\``);
      for (const param of Object.keys(pathParams)) {
        expect(section).toContain(`| \`${param}\` | path |`);
      }
      for (const param of Object.keys(queryParams)) {
        expect(section).toContain(`| \`${param}\` | query |`);
      }
    }
  });

  test('has every member of bodies, answers and callbacks', () => {
    const page = pageOf(group);
    const rows = new Set([...page.matchAll(/^\| `(?:[^`]*\.)?(\w+)` \|/gm)].map(([, row]) => row));
    for (const [name, { body, answer, callback, conflict }] of operations) {
      const parts = [body, answer.value, callback, ...Object.values(conflict?.details ?? {})];
      const missing = parts.flatMap(namesIn).filter((member) => !rows.has(member));
      expect([name, missing]).toEqual([name, []]);
    }
  });

  test('has every status and every key of a conflict', () => {
    for (const [name, operation] of operations) {
      const section = sectionOf(group, name);
      for (const status of errorStatusesOf(operation)) expect(section).toContain(`\`${status}\``);
      expect(section).toContain(`**Answer \`${operation.answer.status}\`.**`);
      for (const key of Object.keys(operation.conflict?.reasons ?? {})) {
        expect(section).toContain(`\`${key}\``);
      }
    }
  });

  test('leads no link to two headings', () => {
    const headings = [...pageOf(group).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      anchorOf(heading),
    );
    expect(headings).toEqual([...new Set(headings)]);
  });
});

test('the sandbox is asked which operations it serves', () => {
  expect(sectionOf('contacts', 'createContact')).toContain('- **Sandbox.** Served.');
  expect(sectionOf('connected-sites', 'getConnectedSites')).toContain(
    '- **Sandbox.** Not served: the account has no connected sites.',
  );
  const index = pages.get('docs/v3/README.md') ?? '';
  expect(index).toMatch(/`createContact`.*\| served \|$/m);
  expect(index).toMatch(/`getConnectedSites`.*\| not served \|$/m);
});
