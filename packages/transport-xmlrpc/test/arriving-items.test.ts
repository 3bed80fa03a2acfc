import type { WireValue } from '@egoi-client/core';
import { itemListener } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { answerDecoder } from '../src/codec.ts';

const array = (...items: string[]) =>
  `<value><array><data>${items.map((item) => `<value>${item}</value>`).join('')}</data></array></value>`;
const struct = (...members: string[]) => `<value><struct>${members.join('')}</struct></value>`;
const member = (name: string, value: string) => `<member><name>${name}</name>${value}</member>`;
const answer = (...values: string[]) =>
  `<methodResponse><params>${values.map((value) => `<param>${value}</param>`).join('')}</params></methodResponse>`;
const subscribers = struct(
  member('LIST', '<value>1</value>'),
  member('subscriber', array('a', 'b')),
);

/** What is told of a document, whether or not it is an answer in the end. */
function toldOf(document: string, method: string): WireValue[] {
  const { arriving, told } = itemListener(method);
  const decoder = answerDecoder(arriving);
  for (const letter of document) decoder.write(letter);
  try {
    decoder.end();
  } catch {
    return [...told, 'refused'];
  }
  return [...told];
}

describe('the items that are told before an answer ends are', () => {
  test.each<[string, string, WireValue[], string?]>([
    ['those of the member', answer(subscribers), ['a', 'b']],
    ['those of no other member', answer(struct(member('LIST', array('a')))), []],
    ['those of no list further in', answer(struct(member('x', subscribers))), []],
    [
      'those of no list in a list',
      answer(struct(member('subscriber', array('<array><data><value>a</value></data></array>')))),
      [['a']],
    ],
    [
      'none where the value comes before the name',
      answer(struct(`<member>${array('a')}<name>subscriber</name></member>`)),
      [],
    ],
    [
      'those of the first of two such members',
      answer(struct(member('subscriber', array('a')), member('subscriber', array('b', 'c')))),
      ['a'],
    ],
    ['those of the whole answer', answer(array('a', 'b')), ['a', 'b'], 'getLists'],
    [
      'those of the first of two answers, which is refused',
      answer(array('a'), array('b', 'c')),
      ['a', 'refused'],
      'getLists',
    ],
    ['none of a member where the answer is the list', answer(subscribers), [], 'getLists'],
    [
      'none of a fault',
      `<methodResponse><fault>${subscribers}</fault></methodResponse>`,
      ['refused'],
    ],
    [
      'none of a call',
      `<methodCall><methodName>x</methodName><params><param>${subscribers}</param></params></methodCall>`,
      ['refused'],
    ],
  ])('%s', (_name, document, items, method = 'subscriberData') => {
    expect(toldOf(document, method)).toEqual(items);
  });
});
