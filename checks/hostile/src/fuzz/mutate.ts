import type { Random } from '@egoi-client/conformance/support/random';

/** One way to spoil a document. @param other another document of the same kind */
type Mutation = (text: string, random: Random, other: string) => string;

/** Texts that readers are known to trip over. */
const tricks = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  '&#99999999999999999999;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="utf-7"?>',
  '<?php ?>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\0',
  '\u001b[2J',
  '\u0085',
  '\u2028',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\uffff',
  '[]',
  '[__proto__]',
  '%00',
  '%ff',
  '%',
  '{"__proto__":{"a":1}}',
  '1e999',
  '-0',
  'NaN',
  'null',
  '" href="#a" id="a"',
  ' xsi:nil="true"',
  ' xmlns=""',
  ' xsi:type="ns2:Map"',
  ' SOAP-ENC:arrayType="xsd:int[999999999]"',
  '<key>',
  '</key>',
  '<key_0>',
  '<item><key>__proto__</key><value>1</value></item>',
] as const;

const numbers = [
  '0',
  '-1',
  '2147483648',
  '9007199254740993',
  '-9223372036854775809',
  '1e400',
  '0x10',
  '٣',
  '1'.repeat(400),
] as const;

const tag = /<[^<>]*>/g;

const mutations: readonly Mutation[] = [
  // A bit of a byte turned over; what is no UTF-8 then becomes the replacement character.
  (text, random) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes.toString('utf8');
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => {
    const [start, end] = slice(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  (text, random) => {
    const [start, end] = slice(text, random);
    return (
      text.slice(0, end) + text.slice(start, end).repeat(1 + random.below(8)) + text.slice(end)
    );
  },
  (text, random, other) => {
    const [start, end] = slice(text, random);
    const [from, to] = slice(other, random);
    return text.slice(0, start) + other.slice(from, to) + text.slice(end);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(tricks) + text.slice(at);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(random.below(65_536)) + text.slice(at + 1);
  },
  (text, random) => replaceOne(text, tag, random, () => ''),
  (text, random) => replaceOne(text, tag, random, (found) => found + found),
  (text, random) => replaceOne(text, tag, random, (found) => found.replace('>', '/>')),
  (text, random, other) =>
    replaceOne(text, tag, random, () => random.pick(other.match(tag) ?? ['<x>'])),
  (text, random) =>
    replaceOne(text, /[\w:-]+="[^"]*"/g, random, (found) =>
      random.oneIn(2) ? '' : `${found} ${found}`,
    ),
  (text, random) => replaceOne(text, /\d+/g, random, () => random.pick(numbers)),
  (text, random) => replaceOne(text, /[A-Za-z_]+/g, random, () => random.pick(tricks)),
  (text, random) => replaceOne(text, tag, random, (found) => found.repeat(1 + random.below(200))),
];

/** Spoils a document in one to six ways. @param others documents to take pieces from */
export function mutate(text: string, random: Random, others: readonly string[]): string {
  let spoiled = text;
  for (let times = 1 + random.below(6); times > 0; times -= 1) {
    spoiled = random.pick(mutations)(spoiled, random, random.pick(others));
  }
  return spoiled;
}

const telling = Array.from('<>/&;="\'[]{}:,#!?- \n019aA_%+');

/** Characters without order: of all of Unicode, or of those that mean something to a reader. */
export function randomText(random: Random): string {
  const length = random.below(300);
  const meaningful = random.oneIn(2);
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text += meaningful
      ? random.oneIn(4)
        ? random.pick(tricks)
        : random.pick(telling)
      : String.fromCharCode(random.below(65_536));
  }
  return text;
}

/** Bytes without order. */
export function randomBytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: random.below(400) }, () => random.below(256));
}

function slice(text: string, random: Random): readonly [start: number, end: number] {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + random.below(random.oneIn(4) ? 400 : 20))];
}

function replaceOne(
  text: string,
  pattern: RegExp,
  random: Random,
  replace: (found: string) => string,
): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: match, index } = random.pick(found);
  return text.slice(0, index) + replace(match) + text.slice(index + match.length);
}
