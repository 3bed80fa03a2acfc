import { holdsUncarried } from '@egoi-client/core/wire';
import { EgoiCallbackError } from './callback-error.ts';
import {
  type CallbackContact,
  extraFieldOf,
  isNumberElement,
  isTextElement,
  type UnknownElement,
} from './callback.ts';

/** Longest document, in characters: the service's own has about a thousand. */
const maxLength = 131_072;

/** Most tags, those that end an element counted too. */
const maxTags = 2048;

/** How deep elements that no source knows may be. */
const maxDepth = 8;

const attributeStart = '@';
const textNode = '#text';
const literalNode = '#cdata';
const attributes = ':@';

/** A node of fast-xml-parser's ordered tree: one member with the name of the element, and its attributes. */
type ParsedNode = Readonly<Record<string, unknown>>;

/**
 * Reads the document of a callback. There is no document type, no entity but the five of XML, and no
 * processing instruction in it; size, tags, depth and attributes are bounded.
 *
 * @throws EgoiCallbackError for anything else
 */
export async function readDocument(text: string): Promise<CallbackContact> {
  const root = rootOf(await parse(text));
  const { children, others } = root;
  const known: Record<string, string | number | undefined> = {};
  const extraFields: Record<number, string> = Object.create(null);
  const seen = new Set<string>();
  for (const node of children) {
    const given = nameOf(node);
    // Receivers of the service read names in any letter case.
    const name = given.toUpperCase();
    if (seen.has(name)) throw broken('has the same element twice');
    seen.add(name);
    const value = valueOf(node, given, 1);
    const attributesOf = node[attributes];
    if (attributesOf !== undefined) keepAttributes(others, given, attributesOf);
    const field = extraFieldOf(name);
    if (typeof value === 'string' && isTextElement(name)) known[name] = value;
    else if (typeof value === 'string' && isNumberElement(name) && /^\d{0,15}$/.test(value)) {
      known[name] = value === '' ? undefined : Number(value);
    } else if (typeof value === 'string' && field !== undefined) extraFields[field] = value;
    else others[given] = value;
  }
  return contactOf(known, extraFields, others);
}

function contactOf(
  known: Readonly<Record<string, string | number | undefined>>,
  extraFields: Readonly<Record<number, string>>,
  others: Readonly<Record<string, UnknownElement>>,
): CallbackContact {
  const text = (name: string) => (known[name] ?? '') as string;
  const number = (name: string) => known[name] as number | undefined;
  return {
    UID: text('UID'),
    LIST: number('LIST'),
    FIRST_NAME: text('FIRST_NAME'),
    LAST_NAME: text('LAST_NAME'),
    EMAIL: text('EMAIL'),
    CELLPHONE: text('CELLPHONE'),
    TELEPHONE: text('TELEPHONE'),
    FAX: text('FAX'),
    LANGUAGE: text('LANGUAGE'),
    BIRTH_DATE: text('BIRTH_DATE'),
    DATE_ADD: text('DATE_ADD'),
    STATUS: number('STATUS'),
    extraFields,
    REMOVE_DATE: text('REMOVE_DATE'),
    REMOVE_METHOD: text('REMOVE_METHOD'),
    REMOVE_OPTION: number('REMOVE_OPTION'),
    REMOVE_OBS: text('REMOVE_OBS'),
    STATS_EMAIL_SENT: number('STATS_EMAIL_SENT'),
    others,
  };
}

/** Loaded by the first document: a program that only writes callbacks, or reads webhooks, needs no parser. */
async function parse(text: string): Promise<readonly ParsedNode[]> {
  refuseAtOnce(text);
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  // The parser itself takes what is not well-formed.
  if (XMLValidator.validate(text) !== true) throw broken('is not well-formed');
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: attributeStart,
    textNodeName: textNode,
    cdataPropName: literalNode,
    parseTagValue: false,
    trimValues: false,
    // Decoded below: the five, and characters by their numbers.
    processEntities: false,
    htmlEntities: false,
    maxNestedTags: maxDepth,
    strictReservedNames: false,
    onDangerousProperty: (name: string) => name,
  });
  try {
    return parser.parse(text) as readonly ParsedNode[];
  } catch {
    throw broken('is not well-formed, too deep, or has a name that programs reserve');
  }
}

/** What is refused before a parser sees it. */
function refuseAtOnce(text: string): void {
  if (text.length > maxLength) throw broken(`has more than ${maxLength} characters`);
  if (/<!(?!\[CDATA\[|--)/.test(text)) throw broken('has a document type, which none may have');
  if (/<\?(?!xml\s)/.test(text) || text.lastIndexOf('<?') > 0) {
    throw broken('has a processing instruction, which none may have');
  }
  // Legal in no document, and kept by the parser.
  if (holdsUncarried(text) || !text.isWellFormed()) {
    throw broken('has characters that XML does not have');
  }
  let tags = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > maxTags) throw broken(`has more than ${maxTags} tags`);
  }
}

function rootOf(nodes: readonly ParsedNode[]): {
  readonly children: readonly ParsedNode[];
  readonly others: Record<string, UnknownElement>;
} {
  const roots = nodes.filter((node) => !isBlank(node) && nameOf(node) !== '?xml');
  const [root] = roots;
  if (root === undefined || roots.length > 1 || nameOf(root) !== 'DATA') {
    throw broken('must have one root element, DATA');
  }
  const others: Record<string, UnknownElement> = Object.create(null);
  const attributesOf = root[attributes];
  if (attributesOf !== undefined) keepAttributes(others, 'DATA', attributesOf);
  const children = (root['DATA'] as readonly ParsedNode[]).filter((node) => !isBlank(node));
  if (children.some(isText)) throw broken('has text between elements');
  return { children, others };
}

function nameOf(node: ParsedNode): string {
  return Object.keys(node).find((name) => name !== attributes) ?? '';
}

function isBlank(node: ParsedNode): boolean {
  const text = node[textNode];
  return typeof text === 'string' && /^[ \t\r\n]*$/.test(text);
}

function isText(node: ParsedNode): boolean {
  return textNode in node || literalNode in node;
}

/** What stands in a CDATA section stands there as it is. */
function textOf(node: ParsedNode): string {
  const literal = node[literalNode] as readonly ParsedNode[] | undefined;
  if (literal === undefined) return decoded(String(node[textNode]));
  return literal.map((piece) => String(piece[textNode])).join('');
}

/** The text of an element, or its elements by their names where it has some. */
function valueOf(node: ParsedNode, name: string, depth: number): UnknownElement {
  const nodes = node[name] as readonly ParsedNode[];
  if (nodes.every(isText)) return nodes.map(textOf).join('');
  if (depth >= maxDepth) throw broken('is too deep');
  const members: Record<string, UnknownElement> = Object.create(null);
  for (const child of nodes.filter((each) => !isBlank(each))) {
    const given = nameOf(child);
    if (given in members) throw broken('has the same element twice');
    members[given] = isText(child) ? textOf(child) : valueOf(child, given, depth + 1);
    if (child[attributes] !== undefined) keepAttributes(members, given, child[attributes]);
  }
  return members;
}

function keepAttributes(
  others: Record<string, UnknownElement>,
  element: string,
  given: unknown,
): void {
  for (const [name, value] of Object.entries(given as Readonly<Record<string, unknown>>)) {
    others[`${element}${name}`] = decoded(String(value));
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** @throws EgoiCallbackError for an entity that only a document type could declare, and for a number of no character */
function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+)?;?/gi, (whole, name: string | undefined) => {
    const value = whole.endsWith(';') && name !== undefined ? characterOf(name) : undefined;
    if (value === undefined) throw broken('has an entity that XML does not have');
    return value;
  });
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

function broken(what: string): EgoiCallbackError {
  return new EgoiCallbackError('document', `the XML document of the callback ${what}`);
}
