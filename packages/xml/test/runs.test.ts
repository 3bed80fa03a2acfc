import { WireFormatError } from '@egoi-client/core/wire';
import { createXmlReader, readXml, replay, type XmlHandler } from '@egoi-client/xml';
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

function read(document: string, maxDepth = 512): Reading {
  const reading = new Reading();
  const reader = createXmlReader(reading, { maxDepth });
  reader.write(document);
  reader.end();
  return reading;
}

/** Leaves that a document needs before anything is learnt of it. */
const leaves = '<b><text>b</text></b><c/>'.repeat(64);

const record = (...texts: readonly string[]) =>
  `<item>${texts.map((text, index) => `<key>k${index}</key><text>${text}</text>`).join('')}</item>`;

describe('what stands between two leaves', () => {
  test('comes as a run where the same letters came there before', () => {
    const document = `<r>${leaves}${record('a', 'b')}${record('c', 'd')}${record('e', 'f')}</r>`;
    const { events, runs } = read(document);
    // New are: what stands between a and b, what between b and c, and that the one follows the other again.
    expect(runs).toBe(2);
    const plain = new Reading();
    readXml(document, { start: plain.start, text: plain.text, end: plain.end });
    expect(events).toEqual(plain.events);
  });

  test('is not known from another document', () => {
    const document = `<r>${record('a', 'b')}</r>`;
    expect(read(document).runs).toBe(0);
    expect(read(document).runs).toBe(0);
  });

  test('is another run in another namespace', () => {
    const part = (uri: string) => `<p xmlns="${uri}">${record('a', 'b', 'c', 'd').repeat(4)}</p>`;
    const { events, runs } = read(
      `<r>${leaves}${part('urn:r')}${part('urn:q')}${part('urn:r')}</r>`,
    );
    expect(runs).toBeGreaterThan(0);
    expect(events.filter((event) => event === '<urn:q|key>')).toHaveLength(16);
    expect(events.filter((event) => event === '<urn:r|key>')).toHaveLength(32);
  });

  test('comes as ever where a label differs', () => {
    const document = `<r>${leaves}${record('a', 'b')}${record('c', 'd').replace('k1', 'z1')}</r>`;
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
    const { runs } = read(`<r>${`<text>x</text>${between}`.repeat(100)}</r>`);
    expect(runs).toBe(0);
  });

  test('is refused where the run ends other elements than those that are open', () => {
    const known = record('a').repeat(4);
    expect(read(`<r>${leaves}${known}</r>`).runs).toBe(1);
    const broken = record('d').replace('<item>', '<other>') + record('e');
    expect(() => read(`<r>${leaves}${known}${broken}</r>`)).toThrow(WireFormatError);
  });

  test('leads to no second root', () => {
    const own = '<key>k0</key><text>a</text>'.repeat(2);
    const item = `<item>${own}</item>`;
    expect(read(`<item>${item.repeat(40)}${own}</item>`).runs).toBeGreaterThan(0);
    expect(() => read(`<item>${item.repeat(40)}${own}</item>${item}`)).toThrow(WireFormatError);
  });

  test('goes no deeper than a document may', () => {
    const item = '<text>a</text><i><i/><text>b</text></i>'.repeat(3);
    const deep = (inner: string) => `<r>${leaves}${item}${item}<s>${inner}</s></r>`;
    expect(read(deep('<text>c</text>'), 3).runs).toBeGreaterThan(0);
    expect(() => read(deep(item), 3)).toThrow('deeper than 3 levels');
  });
});

test('a document that does not repeat itself teaches no more', () => {
  const records = Array.from({ length: 3000 }, (_, index) =>
    record('x', 'y').replace('k1', `k${index}`),
  );
  const { events, runs } = read(`<r>${records.join('')}</r>`);
  expect(runs).toBe(0);
  expect(events.filter((event) => event === 'y')).toHaveLength(3000);
});

test('tags beyond those that are remembered are read as ever', () => {
  const tags = Array.from({ length: 2000 }, (_, tag) => `<t${tag} a="${tag}"/>`).join('');
  const { events } = read(`<r>${tags}${tags}${record('a', 'b')}</r>`);
  expect(events.filter((event) => event === '<t1999>')).toHaveLength(2);
  expect(events.slice(-8)).toEqual(
    ['a', '</text>', '<key>', 'k1', '</key>', '<text>', 'b', '</text>', '</item>', '</r>'].slice(
      -8,
    ),
  );
});
