import { WireFormatError } from '@egoi-client/core/wire';
import { createXmlReader } from '@egoi-client/xml';
import { SaxesParser } from 'saxes';
import { type Reading, Recorder, RunRecorder } from './events.ts';
import { Random } from './random.ts';
import { pieces, xmlDocument } from './xml-document.ts';

/** One document that the two readers see differently. */
interface Difference {
  readonly document: string;
  readonly ours: Reading;
  /** What we read where runs of tags are known again. */
  readonly oursByRuns: Reading;
  readonly theirs: Reading;
}

export interface DifferentialReport {
  readonly wellFormed: number;
  readonly refused: number;
  /** How many runs were known again. */
  readonly runs: number;
  readonly differences: readonly Difference[];
}

/**
 * Where saxes takes what XML does not have, and we refuse. Its other faults keep such documents out
 * of the comparison: it reads versions other than 1.0 by rules of their own, takes half a surrogate
 * pair together with whatever follows it, and fails with a RangeError on a declaration that breaks off.
 */
const laxities: readonly RegExp[] = [
  // A question mark in the target of a processing instruction (XML 1.0, production 16).
  /<\?[^\s?<>]+\?[^>]/,
  // A local name that begins as no name does (Namespaces in XML, production 7).
  /:[-.\d\u00b7\u203f\u2040]/,
];

/** Where saxes refuses what XML has, because it trims the names of namespaces: `" urn:one"` is another than `"urn:one"`. */
const trimmed = /\sxmlns(?::[^\s=]+)?\s*=\s*(?:"(?:\s|[^"]*\s")|'(?:\s|[^']*\s'))/;

/** Reads documents that a seed decides with our reader and with saxes. */
export function runDifferential(seed: number, documents: number): DifferentialReport {
  const differences: Difference[] = [];
  let wellFormed = 0;
  let runs = 0;
  for (let index = 0; index < documents; index += 1) {
    const random = new Random(seed + index * 7919);
    const document = xmlDocument(random);
    const ours = readOurs(pieces(document, random));
    const byRuns = new RunRecorder();
    const oursByRuns = readOurs(pieces(document, random), byRuns);
    runs += byRuns.runs;
    // saxes takes half a surrogate pair for a whole one together with whatever follows it.
    const theirs = document.isWellFormed() ? readTheirs(pieces(document, random)) : 'refused';
    if (ours !== 'refused') wellFormed += 1;
    const isAlike = JSON.stringify(ours) === JSON.stringify(oursByRuns);
    if (isAlike && JSON.stringify(ours) === JSON.stringify(theirs)) continue;
    const isLax = ours === 'refused' && laxities.some((pattern) => pattern.test(document));
    const isTrimmed = theirs === 'refused' && trimmed.test(document);
    if (!isAlike || (!isLax && !isTrimmed))
      differences.push({ document, ours, oursByRuns, theirs });
  }
  return { wellFormed, refused: documents - wellFormed, runs, differences };
}

/** @throws whatever is no proper refusal */
export function readOurs(chunks: readonly string[], recorder = new Recorder()): Reading {
  try {
    const reader = createXmlReader(recorder);
    for (const chunk of chunks) reader.write(chunk);
    reader.end();
  } catch (error) {
    if (error instanceof WireFormatError) return 'refused';
    throw error;
  }
  return recorder.events;
}

class Refusal extends Error {}

/** Document types are refused: all else is saxes' own judgement. */
export function readTheirs(chunks: readonly string[]): Reading {
  const recorder = new Recorder();
  const refuse = () => {
    throw new Refusal();
  };
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  // It trims the names of namespaces: what they are is read from the declarations as they are written.
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const uriOf = (prefix: string, theirUri: string) => scopes[0]?.get(prefix) ?? theirUri;
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes);
    const declared = attributes.flatMap(({ name, prefix, local, value }): [string, string][] => {
      if (name === 'xmlns') return [['', value]];
      return prefix === 'xmlns' ? [[local, value]] : [];
    });
    scopes.unshift(new Map([...(scopes[0] ?? []), ...declared]));
    const inScope = { uri: uriOf(tag.prefix, tag.uri), local: tag.local };
    recorder.start(inScope, {
      get: (uri, local) =>
        attributes.find(
          (found) =>
            found.local === local &&
            (found.prefix === '' ? found.uri : uriOf(found.prefix, found.uri)) === uri,
        )?.value,
      resolve: (name) => {
        const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
        return { uri: uriOf(prefix, parser.resolve(prefix) ?? '') };
      },
    });
  });
  parser.on('closetag', (tag) => {
    recorder.end({ uri: uriOf(tag.prefix, tag.uri), local: tag.local });
    scopes.shift();
  });
  // What stands between the root and the document's ends is blank, or was refused.
  const onText = (text: string) => {
    if (isInside(recorder.events)) recorder.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    for (const chunk of chunks) parser.write(chunk);
    parser.close();
  } catch (error) {
    // Its RangeErrors come from declarations and sections that break off.
    if (error instanceof Refusal || error instanceof RangeError) return 'refused';
    throw error;
  }
  return recorder.events;
}

function isInside(events: readonly string[]): boolean {
  let depth = 0;
  for (const event of events) {
    if (event.startsWith('</')) depth -= 1;
    else if (event.startsWith('<')) depth += 1;
  }
  return depth > 0;
}
