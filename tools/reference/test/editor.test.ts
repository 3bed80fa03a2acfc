import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { allMethods } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript-6';

const root = join(__dirname, '..', '..', '..');
const sample = join(__dirname, 'what-a-user-writes.ts');
const names = allMethods().map(({ name }) => name);
const text = [
  "import type { EgoiClient } from '@egoi-client/core';",
  'declare const client: EgoiClient;',
  ...names.map((name) => `void client.${name};`),
  "void client.createList({ nome: 'Newsletter' });",
  'void client.getLists().then(([list]) => list?.title);',
].join('\n');

/** What an editor asks, answered by the language service that editors run. */
const service = ts.createLanguageService({
  getScriptFileNames: () => [sample],
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) => {
    const content = file === sample ? text : ts.sys.readFile(file);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () =>
    ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)).config,
      ts.sys,
      root,
    ).options,
  getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
  fileExists: (file) => file === sample || ts.sys.fileExists(file),
  readFile: (file) => (file === sample ? text : ts.sys.readFile(file)),
  directoryExists: (folder) => ts.sys.directoryExists(folder),
  getDirectories: (folder) => ts.sys.getDirectories(folder),
});

describe('in an editor', () => {
  test.each(names)('hovering client.%s shows its comment', (name) => {
    const hover = service.getQuickInfoAtPosition(sample, text.indexOf(`client.${name};`) + 7);
    const comment = ts.displayPartsToString(hover?.documentation);
    expect(comment.length).toBeGreaterThan(20);
    expect(comment).toContain('Source: reference');
  });

  test.each(names)('client.%s leads to its place among the types', (name) => {
    const position = text.indexOf(`client.${name};`) + 7;
    const [place] = service.getDefinitionAtPosition(sample, position) ?? [];
    const source = readFileSync(place?.fileName ?? '', 'utf8');
    expect(source.slice(place?.textSpan.start)).toMatch(
      new RegExp(String.raw`^${name}\(\s*params`),
    );
    expect(basename(join(place?.fileName ?? '', '..'))).toBe('types');
  });

  test.each([
    ['a parameter', 'nome', 'Name of the list.'],
    ['a field of a result', 'title)', 'Public title.'],
  ])('hovering %s says what it is', (_, name, comment) => {
    const hover = service.getQuickInfoAtPosition(sample, text.lastIndexOf(name));
    expect(ts.displayPartsToString(hover?.documentation)).toBe(comment);
  });

  test('hovering a method shows the names of its types', () => {
    const position = text.indexOf('client.addSubscriber;') + 7;
    const hover = service.getQuickInfoAtPosition(sample, position);
    expect(ts.displayPartsToString(hover?.displayParts)).toContain(
      'addSubscriber(params: AddSubscriberParams, options?: CallOptions): Promise<Contact>',
    );
  });
});
