import { CommandError } from './command-error.ts';

/** As they are spelt without signs and capitals: `api_key`, `API-Key`, `apiKey`. */
const keyName = 'apikey';
const secretNames: ReadonlySet<string> = new Set([
  keyName,
  'password',
  'passwd',
  'pwd',
  'pluginkey',
]);

/** Levels of lists and structs that a wire carries; more are refused for that. */
const maxDepth = 64;

/**
 * Refuses words with a key or a password in them, which end up in the shell's history and in everyone's
 * list of processes: as parameter, option, member of another parameter, in JSON or in an address.
 *
 * @param words what stands after `egoi`
 * @throws CommandError; it holds none of the words
 */
export function refuseSecretsIn(words: readonly string[]): void {
  const isCall = words[0] === 'call';
  for (const [index, word] of words.entries()) {
    // An expression names members of the result, and gives them no value.
    if (words[index - 1] === '--select' || word.startsWith('--select=')) continue;
    const names = namesIn(decoded(word));
    if (names.includes(keyName)) throw keyRefused('a key does not belong on the command line');
    // Other commands have columns and files of any name.
    const secret = isCall ? names.find((name) => secretNames.has(name)) : undefined;
    if (secret === undefined) continue;
    throw new CommandError('a secret does not belong on the command line', [
      'There it ends up in the history of the shell and in the list of processes.',
      'Give it from a file: name=@file',
      'If this one was real, it has been seen: change it.',
    ]);
  }
}

/**
 * Refuses a key inside the parameters, wherever they were read from.
 *
 * @throws CommandError
 */
export function refuseKeyAmong(params: unknown): void {
  if (membersOf(params).includes(keyName)) throw keyRefused('the key is no parameter');
}

function keyRefused(problem: string): CommandError {
  return new CommandError(problem, [
    'On the command line it ends up in the history of the shell and in the list of processes.',
    'Set EGOI_API_KEY, or keep it with: egoi login',
    'If this one was real, it has been seen: change it.',
  ]);
}

/** The names to which a word gives a value, without signs and capitals. */
function namesIn(word: string): string[] {
  const option = /^--?([^=\s]+)$/.exec(word);
  if (option !== null) return [plain(option[1] ?? '')];
  if (plain(word) === keyName) return [keyName];
  const [, name = '', value = word] = /^([^=:?{}\s]+):?=(.*)$/s.exec(word) ?? [];
  const path = name.split(/[[\].]+/).filter((part) => part !== '');
  // A file's name tells nothing; a key is refused from there, too.
  const given = value.startsWith('@') ? path.filter((part) => plain(part) === keyName) : path;
  return [...given.map(plain), ...namesInValue(value)];
}

/** Of JSON, also where it is broken, and of an address with the key in its query. */
function namesInValue(value: string): string[] {
  const text = value.trim();
  const inQuery = Array.from(text.matchAll(/[?&]([^=&\s]+)=/g), ([, name = '']) => plain(name));
  const keys = inQuery.filter((name) => name === keyName);
  if (!/^[[{]/.test(text)) return keys;
  const members = text.matchAll(/[{,]\s*["']?([\w-]+)["']?\s*:/g);
  return [
    ...keys,
    ...Array.from(members, ([, name = '']) => plain(name)),
    ...membersOf(parsed(text)),
  ];
}

function membersOf(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => membersOf(item, depth + 1));
  return Object.entries(value).flatMap(([name, member]) => [
    plain(name),
    ...membersOf(member, depth + 1),
  ]);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decoded(word: string): string {
  return word.replaceAll(/%[0-7][0-9a-f]/gi, (code) => decodeURIComponent(code));
}
