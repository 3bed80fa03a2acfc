/** How large a JSON document may be. */
export interface JsonLimits {
  /** Most bytes of it in UTF-8. */
  readonly maxBytes: number;
  /** Most objects and lists inside one another. */
  readonly maxDepth: number;
  /** Most objects, lists, and values with a comma before them, together: small ones take many times their bytes. */
  readonly maxValues: number;
  /** Most members of one object: many thousands hold the engine up for seconds. */
  readonly maxMembers: number;
}

/** A document as it was read, or why it was not. */
export type JsonReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'too large' }
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * The service takes bodies of 20 MB. Answers have the same bound here, for want of one of theirs. Contacts
 * in 20 MB come to fewer values, however short theirs are.
 */
export const usualJsonLimits: JsonLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxDepth: 32,
  maxValues: 3_000_000,
  maxMembers: 10_000,
};

/**
 * Reads JSON of a stranger. What `JSON.parse` would take and a program should not is found first, in one
 * pass: objects inside one another without end, names that come twice, and `__proto__`, which programs
 * that copy members take for the object's prototype.
 */
export function readJson(text: string, limits: JsonLimits = usualJsonLimits): JsonReading {
  if (text.length > limits.maxBytes || Buffer.byteLength(text) > limits.maxBytes) {
    return { kind: 'too large' };
  }
  const refused = refusedByShape(text, limits);
  if (refused !== undefined) return refused;
  try {
    return { kind: 'value', value: JSON.parse(text) as unknown };
  } catch {
    // The message of the engine quotes the document.
    return { kind: 'refused', problem: 'is no JSON' };
  }
}

/** What is wrong with names, depth and count. Of a document that is no JSON it may say nothing: the parser does. */
function refusedByShape(
  text: string,
  { maxDepth, maxValues, maxMembers }: JsonLimits,
): JsonReading | undefined {
  /** The names of each object that is open; `undefined` for a list. */
  const open: (Set<string> | undefined)[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        open.push(new Set());
        break;
      case 0x5b: // [
        open.push(undefined);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        open.pop();
        continue;
      case 0x22: {
        const end = endOfString(text, at);
        const names = open.at(-1);
        if (names !== undefined && isName(text, end)) {
          const problem = problemOfName(text.slice(at, end), names);
          if (problem !== undefined) return { kind: 'refused', problem };
          if (names.size > maxMembers) return { kind: 'too large' };
        }
        at = end - 1;
        continue;
      }
      case 0x2c: // ,
        break;
      default:
        continue;
    }
    values += 1;
    if (values > maxValues) return { kind: 'too large' };
    if (open.length > maxDepth) {
      const problem = `has more than ${maxDepth} objects and lists inside one another`;
      return { kind: 'refused', problem };
    }
  }
  return undefined;
}

/** Where the string that begins here has ended: behind its quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit === 0x5c) at += 1;
  }
  return text.length;
}

/** Whether a colon follows, blanks aside. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function problemOfName(quoted: string, names: Set<string>): string | undefined {
  const name = quoted.includes('\\') ? unescaped(quoted) : quoted.slice(1, -1);
  if (name === '__proto__') return 'has a member that is named __proto__';
  if (names.has(name)) return 'has an object in which a name comes twice';
  names.add(name);
  return undefined;
}

/** The name that is meant: `\u0061` is `a`. One that cannot be read stays as it is, and the parser refuses it. */
function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}
