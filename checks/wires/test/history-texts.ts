import fc from 'fast-check';

/** Texts that some wire has its own way of writing, or that look like something else. */
const awkwardTexts = [
  '',
  '0',
  '00351',
  '-0',
  '1e3',
  '9007199254740993',
  'true',
  'null',
  'OK',
  'NO_ACCESS',
  'LIST_NOT_FOUND',
  '<b>&amp;</b>',
  '&#13;&#x0;&unknown;',
  ']]>',
  '<![CDATA[x]]>',
  '<!-- -- -->',
  '<?xml version="1.0"?>',
  `"'\`\\/`,
  'a\r\nb\rc\nd',
  'tab\there',
  '  blanks around ',
  '\r\n',
  '\u00a0no-break\u00a0',
  '\u0085next\u2028line\u2029',
  '\ufeffmark',
  'Olá Ünï €',
  'e\u0301 \u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u{10fffd}',
  '__proto__',
  'constructor',
  'key_1',
  'response',
  'a+b&c=d%20%41;e[0]=f',
  'x'.repeat(3000),
];

/** Texts that the client refuses, on every wire alike. */
const refusedTexts = ['bell \u0007', 'half \ud83d', 'end \uffff'];

/** Any text that a user may type, awkward ones first. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...awkwardTexts) },
  { weight: 40, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(...refusedTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
