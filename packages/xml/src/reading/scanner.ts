import { WireFormatError } from '@egoi-client/core/wire';
import {
  admit,
  detached,
  endOfPlainText,
  isBlank,
  maxReferenceCharacters,
  placeOf,
  withoutBrackets,
  withoutReferences,
} from './characters.ts';
import { endOfInstruction } from './instruction.ts';
import { OpenElements } from './open-elements.ts';
import { Pieces } from './pieces.ts';
import { readPlainTag, readStartTag, TagEndFinder } from './start-tag.ts';
import type { StartTag } from './tags.ts';
import { Runs } from './runs.ts';
import { Texts } from './texts.ts';
import { malformed } from './malformed.ts';
import type { XmlHandler } from './xml-handler.ts';

const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const greater = 0x3e;

/** How many blank characters may stand behind the name in an end tag. */
const maxBlankInEndTag = 256;

const openings = ['<!--', '<![CDATA[', '<!DOCTYPE'] as const;

/** What a document may have, as `XmlReaderOptions` says it. */
interface ScannerLimits {
  readonly maxDepth: number;
  readonly maxAttributes: number;
  readonly blankStart: boolean;
}

/** Reads one document. */
export class Scanner {
  readonly #handler: XmlHandler;
  readonly #limits: ScannerLimits;
  readonly #pieces: Pieces;
  readonly #texts = new Texts();
  readonly #open: OpenElements;
  readonly #runs: Runs | undefined;
  #within: 'content' | 'comment' | 'cdata' = 'content';
  /** Whether nothing was read yet, so that an XML declaration may come. */
  #untouched = true;
  /** Where the piece at hand has its next `&` and its next `]]>`; its length where there is none. */
  #reference = 0;
  #sectionEnd = 0;

  constructor(handler: XmlHandler, limits: ScannerLimits) {
    this.#handler = handler;
    this.#pieces = new Pieces(limits.blankStart);
    this.#open = new OpenElements(limits.maxDepth);
    this.#runs = handler.run === undefined ? undefined : new Runs(this.#open);
    this.#limits = limits;
  }

  write(chunk: string): void {
    this.#scan(this.#pieces.next(chunk));
  }

  end(): void {
    this.#scan(this.#pieces.last());
    const complete = this.#pieces.areComplete && this.#within === 'content';
    if (!complete || !this.#open.rootSeen || this.#open.depth > 0) malformed();
  }

  #scan(text: string): void {
    let at = 0;
    this.#reference = -1;
    this.#sectionEnd = -1;
    this.#runs?.abandon();
    while (at < text.length) {
      if (this.#within === 'content') at = this.#content(text, at);
      else if (this.#within === 'comment') at = this.#comment(text, at);
      else at = this.#section(text, at);
    }
  }

  /** Reads text and markup. @returns where it went on to; the length of the text when all is read or kept */
  #content(text: string, from: number): number {
    let at = from;
    for (;;) {
      let open = endOfPlainText(text, at);
      if (open > at) this.#plainText(text, at, open);
      else if (open === -1) {
        open = text.indexOf('<', at);
        if (open === -1) return this.#textAtEnd(text, at);
        if (open > at) this.#text(text, at, open);
      }
      const code = text.charCodeAt(open + 1);
      if (code === slash) at = this.#endTag(text, open);
      else if (code === bang) return this.#declared(text, open);
      else if (code === question) at = this.#instruction(text, open);
      else if (open + 1 < text.length) at = this.#startTag(text, open);
      else return this.#keep(text, open);
      if (at === text.length) return at;
    }
  }

  /** Puts off the rest of a text until the next piece comes. */
  #keep(text: string, from: number, tagEnd?: TagEndFinder): number {
    this.#pieces.keep(text.slice(from), tagEnd);
    return text.length;
  }

  #startTag(text: string, open: number): number {
    const { guess } = this.#open;
    const isGuess = guess !== undefined && text.slice(open, open + guess.length) === guess.source;
    const tag = isGuess ? guess : this.#otherTag(text, open);
    if (tag === undefined) return text.length;
    this.#untouched = false;
    this.#open.start(tag);
    this.#handler.start(tag.name, tag);
    const end = open + tag.length;
    this.#runs?.start(tag, text, end);
    if (tag.isEmpty) this.#end(tag);
    return end;
  }

  /** The tag at a place; `undefined` where the text ends before it does, and it is kept. */
  #otherTag(text: string, open: number): StartTag | undefined {
    const { scope } = this.#open;
    const end = text.indexOf('>', open);
    const known = end === -1 ? undefined : scope.known(text, open, end + 1);
    if (known !== undefined) return known;
    const plain = end === -1 ? undefined : readPlainTag(text, open, end, scope);
    if (plain !== undefined) {
      scope.remember(plain, text, open);
      return plain;
    }
    const finder = new TagEndFinder();
    if (finder.find(text, open + 1) === -1) {
      this.#keep(text, open, finder);
      return undefined;
    }
    const tag = readStartTag(text, open, scope, this.#limits.maxAttributes);
    scope.remember(tag, text, open);
    return tag;
  }

  #endTag(text: string, open: number): number {
    const tag = this.#open.innermost;
    if (tag.role === 'leaf') {
      const run = this.#runs?.pass(text, open);
      if (run !== undefined) {
        this.#handler.run?.(run);
        return open + run.source.length;
      }
    }
    const endOfName = open + 2 + tag.qualifiedName.length;
    const isPlain = text.charCodeAt(endOfName) === greater;
    if (isPlain && text.startsWith(tag.qualifiedName, open + 2)) {
      this.#end(tag);
      return endOfName + 1;
    }
    const end = text.indexOf('>', open);
    const longest = endOfName + 1 - open + maxBlankInEndTag;
    if ((end === -1 ? text.length : end) - open > longest) return malformed();
    if (end === -1) return this.#keep(text, open);
    const name = text.slice(open + 2, end).replace(/[ \t\n]+$/, '');
    if (name !== tag.qualifiedName) return malformed();
    this.#end(tag);
    return end + 1;
  }

  #end(tag: StartTag): void {
    this.#open.end();
    this.#handler.end(tag.name);
    this.#runs?.end(tag);
  }

  #plainText(text: string, from: number, to: number): void {
    if (this.#open.depth === 0) return this.#outside(text, from, to);
    return this.#hand(this.#texts.take(text, from, to));
  }

  #hand(text: string): void {
    this.#handler.text(text);
    this.#runs?.text(text);
  }

  #text(text: string, from: number, to: number): void {
    if (this.#open.depth === 0) return this.#outside(text, from, to);
    admit(text, from, to);
    if (this.#sectionEnd < from) this.#sectionEnd = placeOf(']]>', text, from);
    if (this.#sectionEnd < to) malformed();
    if (this.#reference < from) this.#reference = placeOf('&', text, from);
    const value =
      this.#reference < to
        ? detached(withoutReferences(text.slice(from, to)))
        : this.#texts.take(text, from, to);
    return this.#hand(value);
  }

  #outside(text: string, from: number, to: number): void {
    this.#untouched = false;
    for (let at = from; at < to; at += 1) {
      if (!isBlank(text.charCodeAt(at))) malformed();
    }
  }

  /** Reads text whose end has not come, but for what the next piece may turn into something else. */
  #textAtEnd(text: string, from: number): number {
    let end = text.length;
    const reference = from + text.slice(from).lastIndexOf('&');
    if (reference >= from && text.indexOf(';', reference) === -1) {
      if (end - reference >= maxReferenceCharacters) malformed();
      end = reference;
    } else {
      end = withoutBrackets(text, from);
    }
    if (end > from) this.#text(text, from, end);
    return this.#keep(text, end);
  }

  /** What begins with `<!`: a comment, a CDATA section, or a document type. */
  #declared(text: string, open: number): number {
    this.#runs?.abandon();
    this.#untouched = false;
    const opening = openings.find((word) => text.startsWith(word, open));
    if (opening === '<!--') {
      this.#within = 'comment';
      return open + opening.length;
    }
    if (opening === '<![CDATA[') {
      if (this.#open.depth === 0) malformed();
      this.#within = 'cdata';
      return open + opening.length;
    }
    if (opening !== undefined) throw new WireFormatError('a document type declaration is refused');
    const rest = text.slice(open, open + 9);
    return openings.some((word) => word.startsWith(rest)) ? this.#keep(text, open) : malformed();
  }

  #comment(text: string, from: number): number {
    const dashes = text.indexOf('--', from);
    admit(text, from, dashes === -1 ? text.length : dashes);
    if (dashes === -1) return this.#keep(text, text.endsWith('-') ? text.length - 1 : text.length);
    if (dashes + 2 === text.length) return this.#keep(text, dashes);
    if (text.charAt(dashes + 2) !== '>') malformed();
    this.#within = 'content';
    return dashes + 3;
  }

  #section(text: string, from: number): number {
    const close = text.indexOf(']]>', from);
    const end = close === -1 ? withoutBrackets(text, from) : close;
    admit(text, from, end);
    if (end > from) this.#handler.text(this.#texts.take(text, from, end));
    if (close === -1) return this.#keep(text, end);
    this.#within = 'content';
    return close + 3;
  }

  #instruction(text: string, open: number): number {
    this.#runs?.abandon();
    const end = endOfInstruction(text, open, this.#untouched);
    if (end === -1) return this.#keep(text, open);
    admit(text, open, end);
    if (!/^<\?xml\s/.test(text.slice(open, open + 6))) this.#handler.instruction?.();
    this.#untouched = false;
    return end;
  }
}
