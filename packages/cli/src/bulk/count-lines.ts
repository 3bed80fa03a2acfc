import { createReadStream } from 'node:fs';

/** Counts the lines of a file, for a bar; a file that cannot be read has none. */
export async function countLines(path: string): Promise<number> {
  let lines = 0;
  let last = 10;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
      const bytes = chunk as Buffer;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
      last = bytes.at(-1) ?? last;
    }
  } catch {
    // Whoever reads it for its rows says what is wrong.
    return 0;
  }
  return last === 10 ? lines : lines + 1;
}
