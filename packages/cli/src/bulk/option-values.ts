import { InvalidArgumentError } from 'commander';

/** Reads the number of a list. */
export function listNumber(text: string): string {
  if (/^\d{1,15}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be the number of a list; egoi call getLists tells them.');
}

/** Reads what parts columns; `\t` is a tab, which is hard to type. */
export function delimiterSign(text: string): string {
  const sign = /^(?:\\t|tab)$/i.test(text) ? '\t' : text;
  if (/^[^"\r\n]$/u.test(sign)) return sign;
  throw new InvalidArgumentError('It must be one character, no quote and no line break, or \\t.');
}

/** Reads the name of an encoding. */
export function encodingName(text: string): string {
  try {
    return new TextDecoder(text).encoding === '' ? '' : text;
  } catch {
    throw new InvalidArgumentError(
      'It must be an encoding, such as utf-8, windows-1252 or utf-16le.',
    );
  }
}

/** Reads a path. */
export function filePath(text: string): string {
  if (text !== '' && !/\p{Cc}/u.test(text)) return text;
  throw new InvalidArgumentError('It must be the path of a file.');
}

/** Reads what a column stands for. */
export function columnMapping(
  text: string,
  before: Readonly<Record<string, string | null>> | undefined,
): Record<string, string | null> {
  const at = text.lastIndexOf('=');
  if (at < 0) throw new InvalidArgumentError('It must be written name=field.');
  const field = text.slice(at + 1);
  // A column may have any name, also one that objects have already, or none.
  return Object.fromEntries([
    ...Object.entries(before ?? {}),
    [text.slice(0, at), field === '' ? null : field],
  ]);
}
