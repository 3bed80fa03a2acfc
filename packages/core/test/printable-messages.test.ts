import { EgoiApiError, EgoiConnectionError, EgoiFaultError } from '@egoi-client/core';
import { expect, test } from '@jest/globals';

const hostile =
  'a\u001b[2J\u009b31m\u0007\r\nFATAL all is lost\u2028b\u202ec\ud800\u061cd\u200be\u{e0041}';
const shown = 'a\ufffd[2J\ufffd31m\ufffd FATAL all is lost b\ufffdc\ufffd\ufffdd\ufffde\ufffd';

test('what a server says cannot command a terminal or forge a line of a log through a message', () => {
  const fault = new EgoiFaultError({ faultCode: hostile, faultString: hostile }, {});
  expect(fault.message).toBe(`the server answered with a fault: ${shown}`);
  expect(new EgoiApiError(hostile, {}).message).toBe(shown);
  const cause = Object.assign(new TypeError(hostile), { code: hostile });
  const broken = new EgoiConnectionError('x', { delivery: 'unknown', cause });
  expect(broken.cause).toMatchObject({ message: shown, code: shown });
});

test('the fields of an error keep what came', () => {
  const fault = new EgoiFaultError({ faultCode: hostile, faultString: hostile }, {});
  expect(fault).toMatchObject({ faultCode: hostile, faultString: hostile });
  expect(new EgoiApiError(hostile, {})).toMatchObject({ code: hostile, wireCode: hostile });
});

test('a message is cut where a server says too much, the field is not', () => {
  const faultString = '\n'.repeat(1_000_000);
  const fault = new EgoiFaultError({ faultCode: '1', faultString }, {});
  expect(fault.message).toHaveLength(16_385);
  expect(fault.faultString).toBe(faultString);
});
