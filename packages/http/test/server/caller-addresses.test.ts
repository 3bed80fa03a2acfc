import { describe, expect, test } from '@jest/globals';
import { CallerAddresses, isNetwork } from '../../src/server/caller-addresses.ts';

const addresses = new CallerAddresses(['10.0.0.0/8', '192.0.2.1', '2001:db8:f::/48']);

describe('callers', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
  ])('%s is %s', (address, caller) => {
    expect(addresses.ofConnection(address)).toBe(caller);
  });

  test.each(['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.1', '2001:db8:f:9::1'])(
    '%s is a proxy, which speaks for others',
    (address) => {
      expect(addresses.ofConnection(address)).toBeUndefined();
    },
  );

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['[2001:db8:1:2::3]:4711', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::3', '2001:db8:1:2::/64'],
    ['10.9.9.9', '10.9.9.9'],
    ['203.0.113.7, unknown', '10.0.0.1'],
    ['203.0.113.7, unknown, 10.9.9.9', '10.9.9.9'],
    ['', '10.0.0.1'],
    [undefined, '10.0.0.1'],
  ])('X-Forwarded-For: %s means %s', (forwardedFor, caller) => {
    expect(addresses.ofForwarded('10.0.0.1', forwardedFor)).toBe(caller);
  });
});

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['::1', true],
  ['2001:db8::/32', true],
  ['10.0.0.0/33', false],
  ['2001:db8::/129', false],
  ['10.0.0.0/8/8', false],
  ['10.0.0.0/', false],
  ['10.0.0', false],
  ['proxy.example', false],
  ['', false],
])('%s as an address or a network: %s', (text, isOne) => {
  expect(isNetwork(text)).toBe(isOne);
});
