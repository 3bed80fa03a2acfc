import { isWireObject, type WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { itemListener } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerDecoder, encodeAnswer } from '../src/index.ts';

/** What is told of an answer before its end, and what it says in the end. */
function read(body: string, method = 'subscriberData', answered = method) {
  const { arriving, told } = itemListener(method);
  const decoder = answerDecoder(method, arriving);
  const document = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:c="http://schemas.xmlsoap.org/soap/encoding/" xmlns:m="http://xml.apache.org/xml-soap"
    xmlns:t="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.w3.org/2001/XMLSchema"
    ><e:Body><n:${answered}Response xmlns:n="urn:n">${body}</n:${answered}Response></e:Body></e:Envelope>`;
  const outcome = () => {
    decoder.write(document);
    const answer = decoder.end();
    return 'value' in answer ? answer.value : 'fault';
  };
  return { told, outcome };
}

const entry = (key: string, value: string) =>
  `<item><key t:type="s:string">${key}</key>${value}</item>`;
const map = (...entries: string[]) => `<return t:type="m:Map">${entries.join('')}</return>`;
const array = (...items: string[]) =>
  `<value t:type="c:Array">${items.map((item) => `<item>${item}</item>`).join('')}</value>`;
const list = '<return t:type="c:Array"><item>a</item><item>b</item></return>';

describe('the items that are told before an answer ends are', () => {
  test.each<[string, string, WireValue[], string?]>([
    ['those of the member of a map', map(entry('subscriber', array('a', 'b'))), ['a', 'b']],
    ['those of no other member', map(entry('LIST', array('a'))), []],
    [
      'those of no list further in',
      map(entry('x', `<value t:type="m:Map">${entry('subscriber', array('a'))}</value>`)),
      [],
    ],
    [
      'none where the value comes before its key',
      map(`<item>${array('a')}<key>subscriber</key></item>`),
      [],
    ],
    [
      'those of the first of two such members',
      map(entry('subscriber', array('a')), entry('subscriber', array('b', 'c'))),
      ['a'],
    ],
    ['none of a lone struct', '<return><subscriber><UID>a</UID></subscriber></return>', []],
    [
      'members that come again',
      '<return><LIST>1</LIST><subscriber>a</subscriber><subscriber>b</subscriber><subscriber>c</subscriber></return>',
      ['a', 'b', 'c'],
    ],
    [
      'those of the array in a struct',
      '<return><subscriber t:type="c:Array"><i>a</i><i>b</i></subscriber></return>',
      ['a', 'b'],
    ],
    [
      'no more once an array comes again',
      '<return><subscriber t:type="c:Array"><i>a</i></subscriber><subscriber>b</subscriber></return>',
      ['a'],
    ],
    [
      'no more once there is a reference',
      map(entry('subscriber', array('a', '<x href="#1"/>', 'c'))),
      ['a'],
    ],
    ['those of the whole answer', list, ['a', 'b'], 'getLists'],
    [
      'none of a member where the answer is the list',
      map(entry('subscriber', array('a'))),
      [],
      'getLists',
    ],
    ['none of another part', list.replaceAll('return', 'other'), [], 'getLists'],
  ])('%s', (_name, body, items, method = 'subscriberData') => {
    const { told, outcome } = read(body, method);
    // What a reference points to is missing here.
    if (body.includes('href')) expect(outcome).toThrow(WireFormatError);
    else outcome();
    expect(told).toEqual(items);
  });

  test('none of an answer to another method', () => {
    const { told, outcome } = read(list, 'getLists', 'getSenders');
    expect(outcome).toThrow('the answer belongs to another method');
    expect(told).toEqual([]);
  });

  test('told while the text is cut anywhere, each as the whole answer has it', () => {
    const json = fc
      .jsonValue({ maxDepth: 3 })
      .filter((value) => JSON.stringify(value).length < 300);
    fc.assert(
      fc.property(
        fc.array(json, { maxLength: 8 }),
        fc.integer({ min: 1, max: 90 }),
        (items, size) => {
          const { arriving, told } = itemListener('subscriberData');
          const decoder = answerDecoder('subscriberData', arriving);
          const value = { LIST: 1, subscriber: structuredClone(items) as WireValue[] };
          const method = 'subscriberData';
          let document: string;
          try {
            document = encodeAnswer({ namespace: 'urn:n', method, answer: { value } });
          } catch (error) {
            // Some texts cannot be written as XML.
            if (error instanceof WireFormatError) return;
            throw error;
          }
          for (let at = 0; at < document.length; at += size)
            decoder.write(document.slice(at, at + size));
          const answer = decoder.end();
          const whole =
            'value' in answer && isWireObject(answer.value) ? answer.value['subscriber'] : [];
          expect(told).toStrictEqual(items.length === 0 ? [] : whole);
        },
      ),
      { seed: 20251202, numRuns: 200 },
    );
  });
});
