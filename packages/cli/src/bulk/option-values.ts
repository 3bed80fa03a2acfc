import { quoted } from './spelling.ts';
import { WrongValue } from '../options/wrong-value.ts';

/** Reads the number of a list. */
export function listNumber(text: string): string {
  if (/^\d{1,15}$/.test(text)) return text;
  throw new WrongValue('It must be the number of a list; egoi call getLists tells them.', '1');
}

/** Reads what parts columns; `\t` is a tab, which is hard to type. */
export function delimiterSign(text: string): string {
  const sign = /^(?:\\t|tab)$/i.test(text) ? '\t' : text;
  if (/^[^"\r\n]$/u.test(sign)) return sign;
  throw new WrongValue('It must be one character, no quote and no line break, or \\t.', "';'");
}

/** Reads the name of an encoding. */
export function encodingName(text: string): string {
  try {
    return new TextDecoder(text).encoding === '' ? '' : text;
  } catch {
    throw new WrongValue('It must be an encoding that Node.js knows.', 'windows-1252', {
      word: text,
      words: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15'],
    });
  }
}

/** Reads what a column stands for. */
export function columnMapping(
  text: string,
  before: Readonly<Record<string, string | null>> | undefined,
): Record<string, string | null> {
  const at = text.lastIndexOf('=');
  if (at < 0) {
    const name = /^[\w .-]{1,30}$/.test(text) ? text : 'Mail';
    throw new WrongValue('It must be written name=field.', quoted(`${name}=email`));
  }
  const field = text.slice(at + 1);
  // A column may have any name, also one that objects have already, or none.
  return Object.fromEntries([
    ...Object.entries(before ?? {}),
    [text.slice(0, at), field === '' ? null : field],
  ]);
}
