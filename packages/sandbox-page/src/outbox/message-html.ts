import { Parser } from 'htmlparser2';

/** What an e-mail holds, for who reads it without its looks. */
export interface MessageParts {
  readonly text: string;
  /** Addresses of its links and pictures, each once, in their order. */
  readonly links: readonly { readonly url: string; readonly kind: 'link' | 'picture' }[];
  /**
   * The message for a frame, without elements by which a browser connects to somewhere before anybody
   * asks, for which policies have no word.
   */
  readonly framed: string;
}

/** More are not listed: a message may be nothing but links. */
const mostLinks = 500;
const breaking = /^(?:p|div|br|tr|li|h[1-6]|table|ul|ol|blockquote|section|article|header|footer)$/;
/** They connect, or send the frame elsewhere; mail programs drop them too. */
const removed: ReadonlySet<string> = new Set(
  'link base meta iframe frame frameset object embed portal fencedframe'.split(' '),
);
const silent: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);

export function partsOfMessage(source: string): MessageParts {
  const links = new Map<string, 'link' | 'picture'>();
  const cuts: (readonly [number, number])[] = [];
  let text = '';
  let silence = 0;
  const keep = (url: string | undefined, kind: 'link' | 'picture') => {
    if (url !== undefined && url !== '' && links.size < mostLinks && !links.has(url)) {
      links.set(url, kind);
    }
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (removed.has(name)) cuts.push([parser.startIndex, parser.endIndex + 1]);
      if (silent.has(name)) silence += 1;
      if (name === 'a' || name === 'area') keep(attributes['href'], 'link');
      if (name === 'img') keep(attributes['src'], 'picture');
      if (breaking.test(name)) text += '\n';
    },
    onclosetag(name) {
      if (silent.has(name)) silence -= 1;
      if (name === 'p' || name === 'tr') text += '\n';
    },
    ontext(part) {
      if (silence === 0) text += part.replaceAll(/\s+/g, ' ');
    },
  });
  parser.end(source);
  let framed = '';
  let at = 0;
  for (const [start, end] of cuts) {
    framed += source.slice(at, start);
    at = end;
  }
  return {
    text: text
      .replaceAll(/ *\n */g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    links: [...links].map(([url, kind]) => ({ url, kind })),
    framed: framed + source.slice(at),
  };
}
