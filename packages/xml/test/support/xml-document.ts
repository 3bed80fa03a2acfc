import { recordDocument } from './record-document.ts';
import type { Random } from './random.ts';

const names = [
  'a',
  'b',
  'item',
  'p:a',
  'q:b',
  'é',
  '_x-1.y',
  'xml:a',
  '\u{10400}',
  'a:b:c',
  '1a',
  'xmlns:a',
  '__proto__',
];
const texts = [
  'x',
  'some text of more than a few characters',
  ' \n ',
  '\r\n',
  '\r',
  '\t',
  '&amp;',
  '&lt;',
  '&#65;',
  '&#x1F600;',
  '&#10;',
  '&#13;',
  '😀',
  'é',
  ']]',
  ']]&gt;',
  '>',
  '"',
  "'",
  '--',
  '?>',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\ufeff',
];
const wrongTexts = [
  '&',
  '&;',
  '&eacute;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&#1;',
  '&#xZ;',
  '&amp',
  ']]>',
  '<',
  '\u0001',
  '\ufffe',
  '&AMP;',
  '&#X41;',
  '& amp;',
  '&am\np;',
];
const values = [
  'x',
  'y z',
  '&quot;',
  '&#10;',
  '\n',
  '\t',
  '\r\n',
  '>',
  "'",
  '/>',
  'p:x',
  '😀',
  '',
  'urn:one',
];
const comments = ['<!-- c -->', '<!---->', '<!-- < & > -->', '<!-- - -->', '<!-- ]]> -->'];
const instructions = ['<?go?>', '<?go on?>', '<?go <a> ?? ?>', '<?xml-stylesheet href="a"?>'];
const wrongMarkup = [
  '<!-- -- -->',
  '<!--->',
  '<!-->',
  '<!-- --->',
  '<?xml version="1.0"?>',
  '<?XML a?>',
  '<? go?>',
  '<?p:go?>',
  '<??>',
  '<?1?>',
  '<!DOCTYPE a>',
  '<!ELEMENT a>',
  '<!',
  '<![CDATA[',
  '<![cdata[x]]>',
  '</a>',
  '<>',
  '</>',
  '< a>',
  '<a',
  '<?go',
  '<a b>',
  '<a b=c>',
  '<a b="<">',
  '<a b="&x;"/>',
  '<a b="1"c="2"/>',
  '<a / >',
  '</ a>',
  '<a b="1" b="2"/>',
  '<a b/>',
  '<:a/>',
  '<a:/>',
  '<a xmlns:p=""/>',
  '<a xmlns:xmlns="urn:one"/>',
  '<a xmlns:xml="urn:one"/>',
  '<a p:a="1" q:a="2"/>',
  '<a "b"="1"/>',
  '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
  '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>',
  '<a=""/>',
];
const declarations = [
  '<?xml version="1.0"?>',
  "<?xml version='1.0' encoding='UTF-8'?>\n",
  '<?xml version="1.0" standalone="yes" ?>',
  '<?xml version = "1.0" encoding="iso-8859-1" standalone="no"?>',
];
const wrongDeclarations = [
  '<?xml?>',
  '<?xml ?>',
  '<?xml encoding="UTF-8"?>',
  '<?xml version="2.0"?>',
  '<?xml version="1.0"encoding="UTF-8"?>',
  '<?xml version="1.0" encoding="é"?>',
  '<?xml version="1.0" standalone="maybe"?>',
  ' <?xml version="1.0"?>',
  '<?xml version=1.0?>',
  '<?xml version="1.0" version="1.0"?>',
  '<?xml version="1.0" ? >',
  '<?xml version="1.0"',
  '<?xml version="1.0" x="y"?>',
];
const noise = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '!',
  '?',
  ']]>',
  '-',
  '=',
  ';',
  ' ',
  '\n',
  '\r',
  '\u0000',
  'x',
  ':',
  '#',
  '\ud83d',
  '\u00b7',
];

/** A document that is well-formed, or nearly so: about every second one has a mistake. */
export function xmlDocument(random: Random): string {
  const wrong = random.oneIn(2) ? 1 + random.below(3) : 0;
  const builder = new Builder(random, wrong === 1);
  const root = random.oneIn(3) ? recordDocument(random) : builder.element(0);
  let text = builder.prolog() + root + builder.epilog();
  if (wrong >= 2) {
    for (let count = 1 + random.below(3); count > 0; count -= 1) text = spoiled(text, random);
  }
  return text;
}

/** Cuts a text into pieces at random places, most often into few. */
export function pieces(text: string, random: Random): string[] {
  if (random.oneIn(8)) return text.split('');
  const cuts = Array.from({ length: random.below(6) }, () => random.below(text.length + 1));
  const edges = [0, ...cuts.toSorted((one, other) => one - other), text.length];
  return edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
}

function spoiled(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.pick([0, 1, 1, 2, 5]);
  const other = random.below(text.length + 1);
  const instead = random.pick([
    '',
    random.pick(noise),
    text.slice(other, other + random.below(20)),
  ]);
  return random.oneIn(12)
    ? text.slice(0, at)
    : text.slice(0, at) + instead + text.slice(at + length);
}

class Builder {
  readonly #random: Random;
  readonly #wrong: boolean;

  constructor(random: Random, wrong: boolean) {
    this.#random = random;
    this.#wrong = wrong;
  }

  prolog(): string {
    const random = this.#random;
    const mark = random.oneIn(10) ? '\ufeff' : '';
    const declaration = random.oneIn(2) ? this.#orWrong(declarations, wrongDeclarations) : '';
    return mark + declaration + this.#between();
  }

  epilog(): string {
    return (
      this.#between() +
      (this.#slip() ? this.#random.pick(['<a/>', 'x', '<![CDATA[]]>', '&#10;']) : '')
    );
  }

  element(depth: number): string {
    const random = this.#random;
    const name =
      this.#slip() || random.oneIn(4) ? random.pick(names) : random.pick(names.slice(0, 3));
    const declared = depth === 0 && !random.oneIn(5) ? ' xmlns:p="urn:one" xmlns:q="urn:two"' : '';
    const tag = name + declared + this.#attributes();
    const gap = random.oneIn(6) ? ' ' : '';
    if (random.oneIn(4)) return `<${tag}${gap}/>`;
    let content = '';
    for (let count = random.below(depth > 5 ? 1 : 5); count > 0; count -= 1)
      content += this.#content(depth);
    return `<${tag}${gap}>${content}</${this.#slip() ? random.pick(names) : name}${random.oneIn(8) ? ' \n' : ''}>`;
  }

  #content(depth: number): string {
    const random = this.#random;
    switch (random.below(8)) {
      case 0:
        return random.pick(comments);
      case 1:
        return `<![CDATA[${random.pick(texts)}${random.pick(texts.concat('<&>', ']', '&amp'))}]]>`;
      case 2:
        return random.oneIn(2) ? random.pick(instructions) : this.#orWrong(comments, wrongMarkup);
      case 3:
      case 4:
      case 5:
        return this.element(depth + 1);
      default:
        return this.#orWrong(texts, wrongTexts) + random.pick(texts);
    }
  }

  #attributes(): string {
    const random = this.#random;
    let text = '';
    for (let count = random.pick([0, 0, 0, 1, 2]); count > 0; count -= 1) {
      const name = random.pick([
        'a',
        'b',
        'p:a',
        'q:b',
        'é',
        'xmlns',
        'xmlns:p',
        'xmlns:q',
        'xmlns:p',
      ]);
      const value = name.startsWith('xmlns')
        ? random.pick(['urn:one', 'urn:two', ' urn:one ', ''])
        : random.pick(values);
      const quote = value.includes("'") || random.oneIn(2) ? '"' : "'";
      text += `${random.pick([' ', ' ', '\n', '\t '])}${name}${random.pick(['=', '=', ' = '])}${quote}${value}${quote}`;
    }
    return text;
  }

  #between(): string {
    const random = this.#random;
    let text = '';
    for (let count = random.below(3); count > 0; count -= 1)
      text += random.pick(['\n', ' ', ...comments, ...instructions]);
    return text;
  }

  #orWrong(right: readonly string[], wrong: readonly string[]): string {
    return this.#random.pick(this.#slip() ? wrong : right);
  }

  #slip(): boolean {
    return this.#wrong && this.#random.oneIn(5);
  }
}
