import type { ExampleRun, MadeCall } from './run-example.ts';
import { codeBlock, paragraphs } from './markdown.ts';
import { typescriptLiteral } from './typescript-literal.ts';

/** An example as a page shows it: the calls as they were made, and the answer that came. */
export function exampleText({ before, call, answer }: ExampleRun): string {
  const preparation = before.map((made) => `${callText('await ', made)};`);
  const last = `${callText('const answer = await ', call)};`;
  const code = [...preparation, ...(preparation.length > 0 ? [''] : []), last].join('\n');
  const json = JSON.stringify(answer, undefined, 2);
  return paragraphs([codeBlock('typescript', code), codeBlock('json', json)]);
}

function callText(start: string, { method, params }: MadeCall): string {
  const open = `${start}client.${method}(`;
  if (Object.keys(params).length === 0) return `${open})`;
  return `${open}${typescriptLiteral(params, 0, open.length + 2)})`;
}
