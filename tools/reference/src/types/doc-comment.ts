const width = 100;

/** A comment of several paragraphs; one short sentence stands on one line. */
export function docComment(paragraphs: readonly string[], indent: string): string {
  const [only] = paragraphs;
  const line = `${indent}/** ${only} */`;
  if (paragraphs.length === 1 && line.length <= width) return line;
  const lines = paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [`${indent} *`]),
    ...wrapped(paragraph, width - indent.length - 3).map((text) => `${indent} * ${text}`),
  ]);
  return [`${indent}/**`, ...lines, `${indent} */`].join('\n');
}

function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
