import type { WireObject, WireValue } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import { options, runs } from './support/arbitraries.ts';
import { hasPhp, php } from './support/php.ts';

const { seed, numRuns } = runs;
const title = hasPhp ? 'PHP agrees' : 'PHP agrees (skipped: there is no php command here)';

/** PHP's arrays have one form in JSON only when lists are structs, too. */
function asStructs(value: WireValue): WireValue {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]): [string, WireValue] => [name, asStructs(member)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

(hasPhp ? describe : describe.skip)(title, () => {
  test('on the form that http_build_query makes', () => {
    // PHP writes some numbers with an exponent, which this codec never does.
    const samples = fc
      .sample(options, { seed, numRuns })
      .filter((sample) => !/\d[eE][-+]|[-+.\d]{16}/.test(JSON.stringify(sample)));
    const forms = php(`http_build_query(['functionOptions' => $in])`, samples);
    const ours = samples.map((sample) =>
      encodeCall({ method: 'm', options: sample }, 'json').replace(/^type=json&method=m&?/, ''),
    );
    expect(samples.length).toBeGreaterThan(numRuns / 4);
    expect(ours).toEqual(forms);
  });

  test('on what parse_str makes of any percent signs', () => {
    const piece = fc.constantFrom(
      '%',
      '%2',
      '%41',
      '%C3%A9',
      '%zz',
      '%%',
      '+',
      ' ',
      'é',
      '4',
      'f',
      'off',
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const texts = fc.sample(fc.tuple(text, text), { seed, numRuns: 4 * numRuns });
    const forms = texts.map(([name, value]) => `functionOptions[x${name}]=${value}`);
    const parsed = php(
      `(function ($form) { parse_str($form, $out); return json_encode($out) ? $out['functionOptions'] : null; })($in)`,
      forms,
    );
    // Where the bytes are no text PHP hands them on, and this codec refuses them.
    const ours = forms.map((form) => {
      try {
        return decodeCall(form).options;
      } catch {
        return null;
      }
    });
    expect(ours).toEqual(parsed);
    expect(parsed.filter((read) => read !== null).length).toBeGreaterThan(numRuns);
  });

  test('on what parse_str reads in any arrangement of brackets', () => {
    const piece = fc.constantFrom(
      'a',
      '0',
      '[a]',
      '[]',
      '[ ]',
      '[0]',
      '[1]',
      '[07]',
      '[-1]',
      '[b',
      '[',
      ']',
      '[x y]',
      '[__proto__]',
    );
    const field = fc
      .tuple(fc.array(piece, { maxLength: 5 }), fc.string({ unit: 'grapheme' }))
      .map(([pieces, value]) => {
        const name = `functionOptions[${pieces.join('')}`;
        return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
      });
    const form = fc.array(field, { maxLength: 6 }).map((fields) => fields.join('&'));
    const forms = fc.sample(form, { seed, numRuns: 4 * numRuns });
    const parsed = php(
      `(function ($form) { parse_str($form, $read); return json_encode($read['functionOptions'] ?? [], JSON_FORCE_OBJECT); })($in)`,
      forms,
    );
    const wanted = parsed.map((text) => asStructs(JSON.parse(text as string) as WireObject));
    expect(forms.map((text) => asStructs(decodeCall(text).options))).toEqual(wanted);
  });

  test('on the text of numbers', () => {
    const numbers = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      seed,
      numRuns,
    });
    const fractions = numbers.filter((value) => !Number.isInteger(value));
    const ours = fractions.map(
      (value) => /"response":"([^"]*)"/.exec(encodeAnswer('m', { value }, 'json'))?.[1],
    );
    expect(ours).toEqual(php('(string) $in', fractions));
  });
});
