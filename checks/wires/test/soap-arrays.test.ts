import { EgoiProtocolError } from '@egoi-client/core';
import { afterEach, describe, expect, test } from '@jest/globals';
import { clientsOf, closeClients } from './answered-clients.ts';
import { leaf, type WrittenValue } from './written-values.ts';

afterEach(closeClients);

describe('a SOAP array', () => {
  const array = (attributes: string, items: string) =>
    leaf.soap(`SOAP-ENC:arrayType="xsd:anyType[2]" xsi:type="SOAP-ENC:Array" ${attributes}`, items);
  const item = (id: number, attributes = '') =>
    `<item xsi:type="ns2:Map" ${attributes}><item><key>listnum</key><value xsi:type="xsd:int">${id}</value></item></item>`;

  async function soapOutcomes(value: WrittenValue) {
    const [standard, universal] = await clientsOf('getLists', value);
    return Promise.all([standard, universal].map(async (client) => await client?.getLists()));
  }

  test.each<[string, WrittenValue]>([
    ['of two dimensions', leaf.soap('SOAP-ENC:arrayType="xsd:anyType[1,2]"', item(1) + item(2))],
    ['of two dimensions without sizes', leaf.soap('SOAP-ENC:arrayType="xsd:anyType[,]"', item(1))],
    ['of arrays of two dimensions', leaf.soap('SOAP-ENC:arrayType="xsd:anyType[,][1]"', item(1))],
    [
      'of two dimensions, in SOAP 1.2',
      leaf.soap(
        'xmlns:e="http://www.w3.org/2003/05/soap-encoding" e:arraySize="1 2" xsi:type="e:Array"',
        item(1) + item(2),
      ),
    ],
    ['that begins later', array('SOAP-ENC:offset="[2]"', item(1) + item(2))],
    ['with an offset that is none', array('SOAP-ENC:offset="two"', item(1))],
    [
      'with a gap',
      array('', item(1, 'SOAP-ENC:position="[0]"') + item(2, 'SOAP-ENC:position="[3]"')),
    ],
    [
      'out of order',
      array('', item(1, 'SOAP-ENC:position="[1]"') + item(2, 'SOAP-ENC:position="[0]"')),
    ],
    ['with a position of two dimensions', array('', item(1, 'SOAP-ENC:position="[0,0]"'))],
  ])('%s is refused, not altered', async (_what, value) => {
    await expect(soapOutcomes(value)).rejects.toThrow(EgoiProtocolError);
  });

  test.each<[string, WrittenValue]>([
    ['with an offset of nought', array('SOAP-ENC:offset="[0]"', item(1) + item(2))],
    [
      'with positions in order',
      array('', item(1, 'SOAP-ENC:position="[0]"') + item(2, 'SOAP-ENC:position="[1]"')),
    ],
    ['without a size', leaf.soap('SOAP-ENC:arrayType="xsd:anyType[]"', item(1) + item(2))],
    [
      'of one size, in SOAP 1.2',
      leaf.soap(
        'xmlns:e="http://www.w3.org/2003/05/soap-encoding" e:arraySize=" 2 " xsi:type="e:Array"',
        item(1) + item(2),
      ),
    ],
  ])('%s is read', async (_what, value) => {
    const lists = [{ listnum: 1 }, { listnum: 2 }];
    expect(await soapOutcomes(value)).toStrictEqual([lists, lists]);
  });
});
