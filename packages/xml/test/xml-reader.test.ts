import { WireFormatError } from '@egoi-client/core/wire';
import { createXmlReader, readXml, type XmlHandler } from '@egoi-client/xml';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

/** Writes down what a document consists of; pieces of one text are joined. */
function recorder(): { readonly events: string[]; readonly handler: XmlHandler } {
  const events: string[] = [];
  return {
    events,
    handler: {
      start({ uri, local }, attributes) {
        const type = attributes.get('urn:i', 'type');
        const resolved = type === undefined ? undefined : attributes.resolve(type);
        const note = resolved === undefined ? '' : ` ${resolved.uri}|${resolved.local}`;
        events.push(`<${uri}|${local}${note}>`);
      },
      text(text) {
        const last = events.at(-1);
        if (last?.startsWith('"')) events[events.length - 1] = `${last}${text}`;
        else events.push(`"${text}`);
      },
      end: ({ local }) => events.push(`</${local}>`),
    },
  };
}

function eventsOf(document: string): string[] {
  const { events, handler } = recorder();
  readXml(document, handler);
  return events;
}

describe('a document', () => {
  test('is handed over as elements with resolved names, and texts', () => {
    expect(
      eventsOf(
        '<?xml version="1.0"?><a xmlns="urn:a" xmlns:i="urn:i" xmlns:x="urn:x">' +
          '<x:b i:type="x:T"> &lt;&#65;&#x1F600;&amp; </x:b><!-- c --><c><![CDATA[<&>]]></c></a>',
      ),
    ).toEqual([
      '<urn:a|a>',
      '<urn:x|b urn:x|T>',
      '" <A😀& ',
      '</b>',
      '<urn:a|c>',
      '"<&>',
      '</c>',
      '</a>',
    ]);
  });

  test('reads the same whichever way it is cut into pieces', () => {
    const document = '<a k="&quot;é"><b>x &amp; 😀</b><![CDATA[]]]]><c/>\r\n</a>';
    const whole = eventsOf(document);
    fc.assert(
      fc.property(fc.array(fc.nat(document.length), { maxLength: 8 }), (cuts) => {
        const { events, handler } = recorder();
        const reader = createXmlReader(handler);
        const edges = [0, ...cuts.toSorted((x, y) => x - y), document.length];
        for (let index = 1; index < edges.length; index += 1) {
          reader.write(document.slice(edges[index - 1], edges[index]));
        }
        reader.end();
        expect(events).toEqual(whole);
      }),
      { seed: 20251202, numRuns: 300 },
    );
  });

  test('is freed of nothing but what XML itself folds', () => {
    expect(eventsOf('<a>  x\r\ny  </a>')).toEqual(['<|a>', '"  x\ny  ', '</a>']);
  });
});

describe('refused', () => {
  test.each([
    ['an empty document', ''],
    ['an XML declaration without an end', '<?xml '],
    ['an XML declaration that breaks off', '<?xml version="1.0" '],
    ['text alone', 'hello'],
    ['an element without its end', '<a><b></b>'],
    ['a wrong end', '<a></b>'],
    ['a second root', '<a/><b/>'],
    ['junk after the root', '<a/>x'],
    ['junk before the root', 'x<a/>'],
    ['an unknown prefix', '<x:a/>'],
    ['an HTML entity', '<a>&eacute;</a>'],
    ['an undefined entity', '<a>&lol;</a>'],
    ['a reference to a control character', '<a>&#1;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a bare ampersand', '<a>x & y</a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity declaration', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    [
      'entities that multiply',
      '<!DOCTYPE a [<!ENTITY x "yy"><!ENTITY z "&x;&x;&x;&x;">]><a>&z;&z;&z;</a>',
    ],
  ])('%s', (_name, document) => {
    expect(() => eventsOf(document)).toThrow(WireFormatError);
  });

  test('too deep a nesting', () => {
    const nested = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect(() => eventsOf(nested(512))).not.toThrow();
    expect(() => eventsOf(nested(513))).toThrow('elements are nested deeper than 512 levels');
  });

  test('too many attributes, however many follow', () => {
    const element = (count: number) =>
      `<a ${Array.from({ length: count }, (_, index) => `b${index}="x"`).join(' ')}/>`;
    expect(() => eventsOf(element(64))).not.toThrow();
    expect(() => eventsOf(element(100_000))).toThrow('an element has more than 64 attributes');
  });

  test('without showing a part of the document, or handing anything on after the failure', () => {
    const { events, handler } = recorder();
    expect(() => readXml('<a>&secretEntity;<b/></a>', handler)).toThrow(
      'the XML document is not well-formed',
    );
    expect(events).not.toContain('<|b>');
  });
});

test("the handler's own errors pass through", () => {
  const { handler } = recorder();
  const failing: XmlHandler = {
    ...handler,
    end() {
      throw new RangeError('stop');
    },
  };
  expect(() => readXml('<a/>', failing)).toThrow(new RangeError('stop'));
});

test('names such as __proto__ are names', () => {
  expect(eventsOf('<__proto__ constructor="x"><toString/></__proto__>')).toEqual([
    '<|__proto__>',
    '<|toString>',
    '</toString>',
    '</__proto__>',
  ]);
});

test('any text is read as it was, or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (noise) => {
      try {
        eventsOf(`<a>${noise}</a>`);
      } catch (error) {
        expect(error).toBeInstanceOf(WireFormatError);
      }
    }),
    { seed: 20251202, numRuns: 2000 },
  );
});
