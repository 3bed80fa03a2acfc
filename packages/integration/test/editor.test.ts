import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LanguageServer, startLanguageServer } from './language-server.ts';

const sample = join(__dirname, 'editor-sample.ts');
const uri = pathToFileURL(sample).href;
const text = readFileSync(sample, 'utf8');

let server: LanguageServer;

beforeAll(async () => {
  server = await startLanguageServer();
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'typescript', version: 1, text },
  });
}, 60_000);

afterAll(() => server.close());

/** Where a word first stands in the sample. */
function positionOf(word: string) {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const ask = (method: string, word: string) =>
  server.request(method, { textDocument: { uri }, position: positionOf(word) });

test('an editor shows the typed parameters of a method', async () => {
  const hover = (await ask('textDocument/hover', 'addSubscriber')) as {
    contents: { value: string };
  };
  expect(hover.contents.value).toContain('first_name?: string | null | undefined;');
  expect(hover.contents.value).toMatch(/addSubscriber.*\(params: /s);
}, 60_000);

test("an editor leads from a call to the method's place in the catalogue", async () => {
  const found = (await ask('textDocument/definition', 'addSubscriber')) as readonly {
    uri: string;
    range: { start: { line: number } };
  }[];
  expect(found).toHaveLength(1);
  const [place] = found;
  const file = fileURLToPath(place?.uri ?? '');
  expect(file.split(/[\\/]/).slice(-4)).toEqual(['core', 'src', 'catalogue', 'subscribers.ts']);
  const line = readFileSync(file, 'utf8').split('\n')[place?.range.start.line ?? 0];
  expect(line).toContain('addSubscriber: method({');
}, 60_000);
