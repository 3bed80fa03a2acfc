import { maxWireDepth, WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { decodeAnswer, decodeCall } from '../src/index.ts';
import { answerWith, nestedLists } from './support/documents.ts';

const good = answerWith('<return>1</return>');
const secret = 'SECRET-IN-THE-DOCUMENT';

function refusal(
  document: string,
  read: (text: string) => unknown = decodeAnswer,
): WireFormatError {
  try {
    read(document);
  } catch (error) {
    if (error instanceof WireFormatError) return error;
    throw error;
  }
  throw new Error('the document was accepted');
}

describe('documents that are no answer are refused', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['text', 'OK'],
    ['a page', '<html><body>no</body></html>'],
    ['a cut document', good.slice(0, -20)],
    ['a second root', `${good}<x/>`],
    ['text after the root', `${good}x`],
    ['another root', good.replaceAll('e:Envelope', 'e:Letter')],
    ['an envelope of another namespace', good.replace('/soap/envelope/', '/soap/letter/')],
    ['an envelope without a body', good.replaceAll('e:Body', 'e:Corpse')],
    ['an empty body', good.replace(/<m:getListsResponse.*<\/m:getListsResponse>/, '')],
    ['two bodies', good.replace('</e:Body>', '</e:Body><e:Body/>')],
    ['a header after the body', good.replace('</e:Body>', '</e:Body><e:Header/>')],
    ['two elements in the body', answerWith('<return>1</return>', '<more/>')],
    ['text between members', answerWith('<return><a>1</a>text</return>')],
    ['text before members', answerWith('<return>text<a>1</a></return>')],
    ['elements in a typed text', answerWith('<return i:type="s:string"><a>1</a></return>')],
    ['elements in a null', answerWith('<return i:nil="1"><a>1</a></return>')],
    ['text in a null', answerWith('<return i:nil="1">a</return>')],
    [
      'an entry without a key',
      answerWith('<return i:type="a:Map"><item><value>1</value></item></return>'),
    ],
    [
      'an entry without a value',
      answerWith('<return i:type="a:Map"><item><key>1</key></item></return>'),
    ],
    [
      'an entry with two keys',
      answerWith('<return i:type="a:Map"><item><key>1</key><key>2</key></item></return>'),
    ],
    [
      'an entry with something else',
      answerWith('<return i:type="a:Map"><item><kex>1</kex></item></return>'),
    ],
    [
      'a key that is a list',
      answerWith('<return i:type="a:Map"><item><key i:type="c:Array"/><value/></item></return>'),
    ],
  ])('%s', (_what, document) => {
    expect(refusal(document)).toBeInstanceOf(WireFormatError);
  });

  test('the answer of another method', () => {
    expect(refusal(good, (text) => decodeAnswer(text, 'getTags')).message).toContain(
      'another method',
    );
  });
});

describe('calls', () => {
  const header = (flag: string) =>
    good.replace(
      '<e:Body>',
      `<e:Header><t:h xmlns:t="urn:t" e:mustUnderstand="${flag}"/></e:Header><e:Body>`,
    );

  test('with a header that must be understood are refused', () => {
    expect(refusal(header('1'), decodeCall).message).toContain('understood');
  });

  test('with a header that need not be understood are read', () => {
    expect(decodeCall(header('0')).options).toStrictEqual({ return: '1' });
  });

  test('cannot be faults', () => {
    const fault =
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault/></S:Body></S:Envelope>';
    expect(refusal(fault, decodeCall)).toBeInstanceOf(WireFormatError);
  });

  test.each([
    '<functionOptions>text</functionOptions>',
    '<functionOptions i:type="c:Array"><i>1</i></functionOptions>',
  ])('need options that are a struct: %s', (options) => {
    expect(refusal(answerWith(options), decodeCall).message).toContain('not a struct');
  });

  test.each([
    '<functionOptions/>',
    '<functionOptions i:nil="1"/>',
    '<functionOptions i:type="c:Array"/>',
  ])('may have no options: %s', (options) => {
    expect(decodeCall(answerWith(options)).options).toStrictEqual({});
  });
});

describe('tricks', () => {
  test('a document type is refused', () => {
    const body = good.slice(good.indexOf('<e:'));
    for (const declaration of [
      '<!DOCTYPE x>',
      '<!DOCTYPE x [<!ENTITY a "b">]>',
      '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    ]) {
      expect(refusal(declaration + body)).toBeInstanceOf(WireFormatError);
    }
  });

  test('entities that XML does not have are refused', () => {
    expect(refusal(answerWith('<return>&eacute;</return>'))).toBeInstanceOf(WireFormatError);
  });

  test(`more than ${maxWireDepth} levels are refused, of every kind`, () => {
    const levels = maxWireDepth + 1;
    const documents = [
      nestedLists(levels),
      `<return>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</return>`,
      `<return i:type="a:Map">${'<item><key>k</key><value i:type="a:Map">'.repeat(levels)}${'</value></item>'.repeat(levels)}</return>`,
    ];
    for (const document of documents) {
      expect(refusal(answerWith(document)).message).toContain('levels');
    }
  });

  test('a hundred thousand levels are refused, and do not end the process', () => {
    const document = answerWith('<a>'.repeat(100_000) + '</a>'.repeat(100_000));
    expect(refusal(document)).toBeInstanceOf(WireFormatError);
  });

  const back = 'leads back to itself';
  test.each([
    ['to itself', back, '<return href="#a"/>', '<x id="a"><y href="#a"/></x>'],
    [
      'in a circle',
      back,
      '<return href="#a"/>',
      '<x id="a"><y href="#b"/></x><x id="b"><y href="#a"/></x>',
    ],
    [
      'from a key',
      back,
      '<return href="#a"/>',
      '<x id="a" i:type="a:Map"><item><key href="#a"/><value/></item></x>',
    ],
    ['to nothing', 'points to nothing', '<return href="#a"/>', ''],
    ['to another document', 'leaves', '<return href="http://example.com/#a"/>', '<x id="a"/>'],
    [
      'from a value that is referred to',
      'id of its own',
      '<return href="#a"/>',
      '<x id="a" href="#b"/><x id="b"/>',
    ],
    ['to one of two', 'the same id', '<return href="#a"/>', '<x id="a"/><x id="a"/>'],
  ])('a reference %s is refused: %s', (_what, reason, returned, after) => {
    expect(refusal(answerWith(returned, after)).message).toContain(reason);
  });

  test('references that double at every step are refused', () => {
    const steps = Array.from(
      { length: 40 },
      (_none, step) => `<x id="r${step}"><l href="#r${step + 1}"/><r href="#r${step + 1}"/></x>`,
    ).join('');
    const document = answerWith('<return href="#r0"/>', `${steps}<x id="r40">1</x>`);
    expect(refusal(document).message).toContain('too many');
  });

  test('many parts do not multiply what references may add', () => {
    const steps = Array.from(
      { length: 15 },
      (_none, step) => `<x id="r${step}"><l href="#r${step + 1}"/><r href="#r${step + 1}"/></x>`,
    ).join('');
    const parts = Array.from({ length: 50 }, (_none, part) => `<p${part} href="#r0"/>`).join('');
    expect(refusal(answerWith(parts, `${steps}<x id="r15">1</x>`), decodeCall).message).toContain(
      'too many',
    );
  });

  test('a long chain of references is refused by its depth', () => {
    const steps = Array.from(
      { length: 50_000 },
      (_none, step) => `<x id="r${step}"><l href="#r${step + 1}"/></x>`,
    );
    const document = answerWith('<return href="#r0"/>', `${steps.join('')}<x id="r50000">1</x>`);
    expect(refusal(document).message).toContain('levels');
  });

  test('no part of the document is in the refusal', () => {
    const documents = [
      `<${secret}/>`,
      answerWith(`<return i:type="s:string">${secret}<${secret}/></return>`),
      answerWith(`<return href="#${secret}"/>`),
      answerWith(`<return>${secret}<a/></return>`),
      answerWith(`<return>${secret}`),
    ];
    for (const document of documents) expect(refusal(document).stack).not.toContain(secret);
  });
});
