import {
  createXmlReader,
  readXml,
  replay,
  XmlError,
  type XmlHandler,
  XmlVocabulary,
} from '@egoi-client/xml-reader';
import { describe, expect, test } from '@jest/globals';

/** Reads `text` as a leaf and `key` as a label, and writes down what came, and how often as a run. */
class Reading implements XmlHandler {
  readonly events: string[] = [];
  runs = 0;

  start: XmlHandler['start'] = ({ uri, local }, tag) => {
    this.events.push(`<${uri === '' ? '' : `${uri}|`}${local}>`);
    if (local === 'text') tag.role = 'leaf';
    if (local === 'key') tag.role = 'label';
  };

  text: XmlHandler['text'] = (text) => {
    this.events.push(text);
  };

  end: XmlHandler['end'] = ({ local }) => {
    this.events.push(`</${local}>`);
  };

  run: NonNullable<XmlHandler['run']> = (run) => {
    this.runs += 1;
    replay(run, this);
  };
}

function read(document: string, vocabulary = new XmlVocabulary(), maxDepth = 512): Reading {
  const reading = new Reading();
  const reader = createXmlReader(reading, { vocabulary, maxDepth });
  reader.write(document);
  reader.end();
  return reading;
}

const record = (...texts: readonly string[]) =>
  `<item>${texts.map((text, index) => `<key>k${index}</key><text>${text}</text>`).join('')}</item>`;

describe('what stands between two leaves', () => {
  test('comes as a run where the same letters came there before', () => {
    const document = `<r>${record('a', 'b')}${record('c', 'd')}${record('e', 'f')}</r>`;
    const { events, runs } = read(document);
    // New are: what stands between a and b, what between b and c, and that the one follows the other again.
    expect(runs).toBe(2);
    const plain = new Reading();
    readXml(document, { start: plain.start, text: plain.text, end: plain.end });
    expect(events).toEqual(plain.events);
  });

  test('is known from the documents before that share a vocabulary', () => {
    const vocabulary = new XmlVocabulary();
    read(`<r xmlns="urn:r">${record('a', 'b')}</r>`, vocabulary);
    expect(read(`<r xmlns="urn:r">${record('c', 'd')}</r>`, vocabulary).runs).toBe(1);
    // The same letters in another namespace are other elements.
    const other = read(`<r xmlns="urn:q">${record('c', 'd')}</r>`, vocabulary);
    expect(other.runs).toBe(0);
    expect(other.events).toContain('<urn:q|key>');
  });

  test('comes as ever where a label differs', () => {
    const document = `<r>${record('a', 'b')}${record('c', 'd').replace('k1', 'z1')}</r>`;
    const { events, runs } = read(document);
    expect(runs).toBe(0);
    expect(events).toContain('z1');
  });

  test.each([
    ['text that is no label', '<c>x</c>'],
    ['a comment', '<!-- c -->'],
    ['a section', '<![CDATA[ ]]>'],
    ['a processing instruction', '<?go?>'],
    ['a declaration of a namespace', '<c xmlns="urn:c"/>'],
    ['more than 1,024 characters', '<c/>'.repeat(30) + ' '.repeat(1000)],
    ['more than 64 events', '<c/>'.repeat(40)],
  ])('is never a run with %s', (_what, between) => {
    const { runs } = read(`<r>${`<text>x</text>${between}`.repeat(5)}</r>`);
    expect(runs).toBe(0);
  });

  test('is refused where the run ends other elements than those that are open', () => {
    const vocabulary = new XmlVocabulary();
    read(`<r>${record('a')}${record('b')}</r>`, vocabulary);
    expect(read(`<r>${record('a')}${record('b')}</r>`, vocabulary).runs).toBe(1);
    const broken = `<r>${record('a').replace('<item>', '<other>')}${record('b')}</r>`;
    expect(() => read(broken, vocabulary)).toThrow(XmlError);
  });

  test('goes no deeper than a document may', () => {
    const vocabulary = new XmlVocabulary();
    const deep = '<r><text>a</text><i><i/><text>b</text></i><text>c</text></r>';
    read(deep, vocabulary, 3);
    expect(read(deep, vocabulary, 3).runs).toBe(2);
    expect(() => read(deep, vocabulary, 2)).toThrow('deeper than 2 levels');
  });
});

describe('a vocabulary', () => {
  test('starts anew once documents have filled it, and reads on rightly', () => {
    const vocabulary = new XmlVocabulary();
    for (let index = 0; index < 40; index += 1) {
      const tags = Array.from({ length: 40 }, (_, tag) => `<t${index}-${tag}/>`).join('');
      expect(read(`<r>${tags}</r>`, vocabulary).events).toHaveLength(82);
    }
    const document = `<r>${record('a', 'b')}</r>`;
    read(document, vocabulary);
    expect(read(document, vocabulary).runs).toBe(1);
  });

  test('learns no more from a document that does not repeat itself', () => {
    const records = Array.from({ length: 3000 }, (_, index) =>
      record('x', 'y').replace('k1', `k${index}`),
    );
    const { events, runs } = read(`<r>${records.join('')}</r>`);
    expect(runs).toBe(0);
    expect(events.filter((event) => event === 'y')).toHaveLength(3000);
  });
});
