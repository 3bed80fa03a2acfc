import { describe, expect, test } from '@jest/globals';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import { expected } from './support/expected.ts';
import { goldenExchanges } from './support/golden.ts';

const exchanges = goldenExchanges();

test('every captured exchange has an expectation', () => {
  expect(exchanges.map(({ folder }) => folder)).toEqual(Object.keys(expected).toSorted());
  expect(exchanges).toHaveLength(17);
});

describe.each(exchanges)('$folder', ({ folder, method, request, json, xml }) => {
  const wanted = expected[folder];
  if (wanted === undefined) throw new Error(`${folder} has no expectation`);
  const asked = { method, expectsList: false };

  test('its call is written byte by byte as its client wrote it', () => {
    expect(encodeCall({ method, options: wanted.sent }, 'json')).toBe(request);
  });

  test('its call is read as the service reads it', () => {
    const call = { method, format: 'json', options: wanted.received };
    expect(decodeCall(request)).toStrictEqual(call);
  });

  test('its answer in XML is read as what the method returned, as text', () => {
    expect(decodeAnswer(xml, { ...asked, format: 'xml' })).toStrictEqual(wanted.xml);
  });

  test('its answer in JSON is read as what the method returned, as trimmed text', () => {
    const answer = wanted.json ?? wanted.xml;
    expect(decodeAnswer(json, { ...asked, format: 'json' })).toStrictEqual(answer);
  });

  test('its answer is written in XML byte by byte as the service wrote it', () => {
    expect(encodeAnswer(method, wanted.returned, 'xml')).toBe(xml);
  });

  test('its answer is written in JSON byte by byte as the service wrote it', () => {
    expect(encodeAnswer(method, wanted.returned, 'json')).toBe(json);
  });
});
