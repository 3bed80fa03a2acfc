import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parameterRows } from '@egoi-client/cli';
import { advice, adviceGroups } from '@egoi-client/core/wire';
import { allMethods, errorTable, findMethod, type MethodSpec } from '@egoi-client/core';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { anchorOf } from '../src/pages/markdown.ts';
import { markedPages } from '../src/pages/marked-words.ts';
import { makeReference, type Reference } from '../src/pages/pages.ts';
import { resultRows } from '../src/pages/result-rows.ts';
import { runExample } from '../src/pages/run-example.ts';
import { stalePages } from '../src/pages/stale-pages.ts';
import { typescriptLiteral } from '../src/pages/typescript-literal.ts';

const root = join(__dirname, '..', '..', '..');
let reference: Reference;

beforeAll(async () => {
  reference = await makeReference();
});

function specOf(name: string): MethodSpec {
  const spec = findMethod(name);
  if (spec === undefined) throw new Error(`no method ${name}`);
  return spec;
}

describe('the pages of the reference', () => {
  test('are what the catalogue and the sandbox say', () => {
    const { pages, words } = reference;
    expect(stalePages(root, new Map([...pages, ...markedPages(root, words)]))).toEqual([]);
  });

  test('renew what is made within pages written by hand, and nothing else of them', () => {
    const renewed = markedPages(
      root,
      new Map([...reference.words.keys()].map((name) => [name, ''])),
    );
    for (const [path, text] of renewed) {
      const kept = readFileSync(join(root, path), 'utf8');
      expect(text).not.toBe(kept);
      const emptied = kept.replaceAll(/(<!-- made: \S+ -->).*?(?=<!-- end -->)/gs, '$1');
      expect(text).toBe(emptied);
    }
    expect(() => markedPages(root, new Map())).toThrow('nothing is made under the name v3-counts');
  });

  test('show a call of every method, with its answer', () => {
    expect(reference.notRun).toEqual([]);
    const all = [...reference.pages.values()].join('\n');
    for (const { name, forms } of allMethods()) {
      const calls = all.split(`const answer = await client.${name}(`).length - 1;
      expect([name, calls]).toEqual([name, forms.length]);
    }
  });

  test('come out the same each time', async () => {
    expect((await makeReference()).pages).toEqual(reference.pages);
  });

  test('link to headings that are there, and to nothing of the machine that made them', () => {
    const anchors = new Map(
      [...reference.pages].map(([path, text]) => [
        path,
        [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)),
      ]),
    );
    let links = 0;
    for (const [path, text] of reference.pages) {
      expect(text).not.toContain(root);
      for (const [, file = '', anchor] of text.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
        if (file.includes(':')) continue;
        const target = file === '' ? path : join(dirname(path), file);
        const isThere = anchors.has(target) || existsSync(join(root, target));
        expect(isThere ? '' : `${path} links to ${file}`).toBe('');
        if (anchor !== undefined) expect(anchors.get(target)).toContain(anchor);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(500);
  });

  test('name every parameter, every field and every code of every method', () => {
    for (const { group, forms, errors } of allMethods()) {
      const page = reference.pages.get(`docs/methods/${group}.md`) ?? '';
      for (const { params, result } of forms) {
        for (const { name } of [...parameterRows(params), ...resultRows(result)]) {
          expect(page).toContain(name === '' ? '' : `\`${name}\``);
        }
      }
      for (const code of errors) expect(page).toContain(`[\`${code}\`]`);
    }
  });
});

describe('the check of the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('says which page is missing, stale from which line, or too many', () => {
    for (const [path, text] of reference.pages) {
      if (path === 'docs/errors.md') continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const tags = join(folder, 'docs/methods/tags.md');
    writeFileSync(tags, readFileSync(tags, 'utf8').replace('Creates a tag.', 'Makes a tag.'));
    writeFileSync(join(folder, 'docs/methods/old.md'), '# Old');
    writeFileSync(join(folder, 'docs/v3/old.md'), '# Old');
    expect(stalePages(folder, reference.pages)).toEqual([
      'docs/methods/tags.md is stale, from line 3',
      'docs/errors.md is missing',
      'docs/methods/old.md belongs to no group',
      'docs/v3/old.md belongs to no group',
    ]);
  });
});

describe('parameters and results in words', () => {
  const typesOf = (method: string) =>
    Object.fromEntries(
      specOf(method).forms.flatMap(({ params }) =>
        parameterRows(params).map(({ name, type, isRequired }) => [
          name,
          isRequired ? `${type}!` : type,
        ]),
      ),
    );

  test('say what a parameter takes, and whether it must be there', () => {
    expect(typesOf('attachTag')).toEqual({
      tag: 'whole number, also as text!',
      target: '`{ subscriber }`, or list of (text, or whole number)!',
      type: "`'subscriber'`!",
      listID: 'whole number, also as text!',
    });
    expect(typesOf('editSubscriber')).toMatchObject({
      status: 'one of `0`, `1`, `2`, `3`, `4`; also as text',
      lang: "one of `'pt'`, `'br'`, `'en'`, `'es'`, `'fr'`, `'de'`, `'hu'`, `''`",
      validate_phone: 'flag: `true`, `false`, `1`, `0`, also as text',
      birth_date: "day, `YYYY-MM-DD` or `DD-MM-YYYY`, or `''`",
      extra_N: 'text, or number',
    });
    expect(typesOf('createSegment')).toMatchObject({ fields: 'anything' });
    expect(typesOf('sendEmail')).toMatchObject({ email: 'text, or list of texts' });
  });

  test('go into the rows of an import', () => {
    expect(typesOf('addSubscriberBulk')).toMatchObject({
      subscribers: 'list of structs, or struct with whole numbers as names!',
      'subscribers[].email': 'text',
      'subscribers[].extra_N': 'text, or number',
    });
  });

  test('tell the two forms of subscriberData apart', () => {
    const page = reference.pages.get('docs/methods/subscribers.md') ?? '';
    expect(page).toContain('**Parameters, form 1**');
    expect(page).toContain('| `subscriber[].UID` |');
    expect(page).toContain('**Parameters, form 2**');
    expect(page).toContain('| `subscriber.UID` |');
  });

  test('tell open parameters from closed ones', () => {
    const open = allMethods().filter(({ forms }) =>
      forms.some(({ params }) => params.isOpen === true),
    );
    const names = open.map(({ name }) => name);
    expect(names).toContain('createSegment');
    expect(names).not.toContain('createList');
    expect(names).not.toContain('addSubscriber');
  });

  test('give the fields of a result with dots', () => {
    const rowsOf = (method: string) =>
      specOf(method).forms.flatMap(({ result }) =>
        resultRows(result).map(({ name, kind }) => `${name}: ${kind}`),
      );
    expect(rowsOf('getExtraFields')).toEqual([
      ': struct',
      'extra_fields: struct by name',
      'extra_fields.<name>.NAME: text',
      'extra_fields.<name>.TYPE: text',
    ]);
    expect(rowsOf('getLists')).toEqual(
      expect.arrayContaining([
        ': list',
        '[].listnum: whole number',
        '[].subs_total: whole number, or `null`',
        '[].idiomas_extra[]: text',
        '[].extra_fields[].ref: text',
      ]),
    );
  });
});

test('every code has advice, in one group', () => {
  const grouped = adviceGroups.flatMap((group) => Object.keys(group.advice));
  expect(grouped.toSorted()).toEqual(Object.keys(errorTable).toSorted());
  expect(Object.keys(advice).toSorted()).toEqual(grouped.toSorted());
});

describe('an example', () => {
  test('shows what was done before and the call that was made', async () => {
    const run = await runExample('deleteTag', async (client) => ({
      tag: (await client.addTag({ name: 'x' })).ID,
    }));
    expect(run).toEqual({
      before: [{ method: 'addTag', params: { name: 'x' } }],
      call: { method: 'deleteTag', params: { tag: 1 } },
      answer: { RESULT: 'OK' },
    });
  });

  test('that the account refuses makes no page', async () => {
    await expect(runExample('getTags', async () => ({}))).rejects.toThrow(
      'the example of getTags cannot be run',
    );
  });

  test('that the client refuses makes no page', async () => {
    await expect(runExample('addTag', async () => ({}))).rejects.toThrow(
      'the example of addTag cannot be run',
    );
  });
});

test('values are written as TypeScript reads them', () => {
  const value = { a: [1, true, null], 'b-c': "it's", d: 'say "no"', e: 'a\nb', f: {} };
  const text = typescriptLiteral(value, 0, 0);
  expect(text).toBe(`{ a: [1, true, null], 'b-c': "it's", d: 'say "no"', e: 'a\\nb', f: {} }`);
  const long = typescriptLiteral({ list: ['x'.repeat(50), 'y'.repeat(50)] }, 0, 0);
  expect(long.split('\n')).toEqual([
    '{',
    '  list: [',
    `    '${'x'.repeat(50)}',`,
    `    '${'y'.repeat(50)}',`,
    '  ],',
    '}',
  ]);
});
