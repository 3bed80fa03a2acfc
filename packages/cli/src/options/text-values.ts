import { WrongValue } from './wrong-value.ts';

/** Reads a path. */
export function filePath(text: string): string {
  if (text !== '' && !/\p{Cc}/u.test(text)) return text;
  throw new WrongValue('It must be the path of a file.', './file');
}

/** Reads the name of a profile; whether there is one is seen where it is used. */
export function profileName(text: string): string {
  if (text !== '') return text;
  throw new WrongValue('It must be the name of a profile; egoi profiles lists them.', 'default');
}

/** Reads the address of a service or of one of its wires. */
export function serviceAddressGiven(text: string): string {
  if (isPlainAddress(text, /^https?:$/)) return text;
  throw new WrongValue(
    'It must be an http or https address without user, password, fragment and blanks.',
    withScheme(text, 'http://localhost:8080'),
  );
}

/** Reads the address of an HTTP proxy, or where it is told. */
export function proxyAddress(text: string): string {
  if (text === 'environment') return text;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new WrongValue(
    'It must be an address as http://host:port, or environment, for what HTTPS_PROXY and its like say.',
    withScheme(text, 'http://localhost:3128'),
  );
}

function isPlainAddress(text: string, scheme: RegExp): boolean {
  if (/[\s#]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return scheme.test(protocol) && username === '' && password === '';
}

/** Who leaves the scheme away is shown the same address with it. */
function withScheme(text: string, example: string): string {
  return /^[\w.-]+:\d+(\/[\w./-]*)?$/.test(text) ? `http://${text}` : example;
}

/** Reads the address under which others see a server. */
export function publicAddress(text: string): string {
  if (isPlainAddress(text, /^https?:$/)) return text;
  throw new WrongValue(
    'It must be an http or https address without user, password, fragment and blanks.',
    withScheme(text, 'https://egoi.example.com'),
  );
}

/**
 * Makes a reader of words that are parted by commas.
 *
 * @param wanted what they are, as in `names of fields`
 */
export function wordsOf(wanted: string, example: string): (text: string) => readonly string[] {
  return (text) => {
    const words = text.split(',').map((word) => word.trim());
    if (words.every((word) => word !== '' && !/\p{Cc}/u.test(word))) return words;
    throw new WrongValue(`It must be ${wanted}, parted by commas.`, example);
  };
}
