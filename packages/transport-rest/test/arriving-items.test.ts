import type { WireValue } from '@egoi-client/core';
import { itemListener } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { answerDecoder, type RestFormat } from '../src/codec.ts';

/** What is told of an answer, whether or not it is one in the end. */
function toldOf(document: string, method: string, format: RestFormat = 'xml'): WireValue[] {
  const { arriving, told } = itemListener(method);
  const decoder = answerDecoder({ method, format, expectsList: method === 'getLists' }, arriving);
  for (const letter of document) decoder.write(letter);
  try {
    decoder.end();
  } catch {
    return [...told, 'refused'];
  }
  return [...told];
}

const inEnvelope = (method: string, body: string) =>
  `<Egoi_Api generator="zend" version="1.0"><${method}>${body}<status>success</status></${method}></Egoi_Api>`;
const contacts = (body: string) => inEnvelope('subscriberData', body);
const lists = (body: string) => inEnvelope('getLists', body);
const two = '<key_0>a</key_0><key_1><UID>b</UID></key_1>';

describe('the items that are told before an answer ends are', () => {
  test.each<[string, string, WireValue[], string?]>([
    [
      'those of the member',
      contacts(`<LIST>1</LIST><subscriber>${two}</subscriber>`),
      ['a', { UID: 'b' }],
    ],
    ['those of no other member', contacts(`<LIST>${two}</LIST>`), []],
    ['those of no list further in', contacts(`<x><subscriber>${two}</subscriber></x>`), []],
    [
      'restored',
      contacts('<subscriber><key_0><TAGS><key_0>x</key_0></TAGS></key_0></subscriber>'),
      [{ TAGS: ['x'] }],
    ],
    [
      'no more once the numbers have a gap',
      contacts(`<subscriber>${two}<key_3>d</key_3><key_2>c</key_2></subscriber>`),
      ['a', { UID: 'b' }],
    ],
    [
      'no more once another member comes',
      contacts(`<subscriber>${two}<x/><key_2>c</key_2></subscriber>`),
      ['a', { UID: 'b' }],
    ],
    [
      'those of the first of two such members',
      contacts(`<subscriber><key_0>a</key_0></subscriber><subscriber>${two}</subscriber>`),
      ['a'],
    ],
    ['none of a lone struct', contacts('<subscriber><UID>a</UID></subscriber>'), []],
    ['those of the whole answer', lists(two), ['a', { UID: 'b' }], 'getLists'],
    ['none of the added status', lists(''), [], 'getLists'],
    [
      'none of a failure',
      lists('<response><message>no</message></response>').replace('success', 'failed'),
      [],
      'getLists',
    ],
    ['none of another method', lists(two), ['refused'], 'getCampaigns'],
    ['none outside the envelope', `<getLists>${two}</getLists>`, ['refused'], 'getLists'],
    [
      'those of another spelling of the method',
      lists(two).replaceAll('getLists', 'GETLISTS'),
      ['a', { UID: 'b' }],
      'getLists',
    ],
  ])('%s', (_name, document, items, method = 'subscriberData') => {
    expect(toldOf(document, method)).toEqual(items);
  });

  test('none in JSON, which is read as a whole', () => {
    const document = '{"Egoi_Api":{"getLists":{"key_0":"a","status":"success"}}}';
    expect(toldOf(document, 'getLists', 'json')).toEqual([]);
  });
});
