import { allMethods, type MethodGroup, type MethodName, type MethodSpec } from '@egoi-client/core';
import { lossesOf, translationOf } from '@egoi-client/transport-v3';
import { errorStatusesOf, type Operation, operationGroups, type Schema } from '@egoi-client/v3-api';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { anchorOf } from '../src/pages/markdown.ts';
import { unservedOperations } from '../src/v3-pages/unserved-operations.ts';
import { v3Pages } from '../src/v3-pages/v3-pages.ts';

const groups = Object.entries(operationGroups).map(
  ([group, operations]) => [group, Object.entries<Operation>(operations)] as const,
);
const methods = allMethods();
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  const byGroup = new Map<MethodGroup, MethodSpec[]>();
  for (const spec of methods) byGroup.set(spec.group, [...(byGroup.get(spec.group) ?? []), spec]);
  pages = v3Pages(await unservedOperations(), byGroup);
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

describe('the page of the methods of API v2', () => {
  const ofMethods = () => sectionsOf(pages.get('docs/v3/methods-of-v2.md') ?? '');

  function sectionsOf(page: string): Map<string, string> {
    const [, ...sections] = page.split('\n## `');
    return new Map(sections.map((section) => [section.slice(0, section.indexOf('`')), section]));
  }

  test('has every method, with its verdict, operations, cost and losses', () => {
    const sections = ofMethods();
    expect([...sections.keys()].toSorted()).toEqual(methods.map(({ name }) => name).toSorted());
    for (const { name } of methods) {
      const section = sections.get(name) ?? '';
      const translation = translationOf(name as MethodName);
      if (translation.verdict === 'refused') {
        expect(section).toContain(translation.reason.slice(1));
        expect(section).toContain(`**Instead:** ${translation.wayOut}.`);
        continue;
      }
      const { operations: used, cost } = translation;
      for (const operation of used) expect(section).toContain(`[\`${operation}\`](`);
      expect(section).toContain(`**Cost.** ${cost.requests} request`);
      expect(section).toContain(cost.further ?? '');
      for (const loss of lossesOf(name as MethodName)) {
        const row = section
          .split('\n')
          .find((line) => line.includes(`\`${loss.name}\``) && line.includes(loss.reason.slice(1)));
        const leave = loss.needsLeave ? `\`'${name}.${loss.name}'\`` : '| no |';
        expect([name, loss.name, row]).toEqual([name, loss.name, expect.stringContaining(leave)]);
      }
    }
  });

  test('counts the methods', () => {
    const count = (verdict: string) =>
      methods.filter(({ name }) => translationOf(name as MethodName).verdict === verdict).length;
    expect(pages.get('docs/v3/methods-of-v2.md')).toContain(
      `${count('exact')} of ${methods.length} exactly, ${count('with losses')} with declared losses, ${count('refused')} refused`,
    );
  });
});
