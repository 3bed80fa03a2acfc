import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway, type HttpRequest } from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';
import { answerTo, ask, post } from './support/requests.ts';

async function callOf(request: HttpRequest) {
  const transport = scriptedTransport([{ value: 'OK' }]);
  const { body } = await answerTo(createGateway(transport), request);
  const [call] = transport.calls;
  return { body, method: call?.method, params: call?.params };
}

const head = 'type=json&method=getLists';

describe('a form as it is, which nobody encoded', () => {
  const field = 'functionOptions[subject]=Promo 50% off, 5%%25&functionOptions[100%]=1';
  const params = { subject: 'Promo 50% off, 5%%', '100%': '1' };

  test('is read in a body', async () => {
    expect(await callOf(post('/v2/rest.php', `${head}&${field}`))).toMatchObject({ params });
  });

  test('is read in an address', async () => {
    const address = `/v2/rest.php?${head}&${field.replaceAll(' ', '+')}`;
    expect(await callOf(ask('GET', address))).toMatchObject({ params });
  });

  test('is refused where a percent sign makes bytes that are no text, and says what to do', async () => {
    const { body, method } = await callOf(post('/v2/rest.php', `${head}&a=50%de desconto`));
    expect(body).toContain('write a percent sign as %25');
    expect(method).toBeUndefined();
  });
});

describe('fields of the address and of the body', () => {
  test('go together', async () => {
    const request = post(`/v2/rest.php?${head}&functionOptions[a][x]=1`, 'functionOptions[a][y]=2');
    expect(await callOf(request)).toMatchObject({
      method: 'getLists',
      params: { a: { x: '1', y: '2' } },
    });
  });

  test('in a body of its own count more, also the method', async () => {
    const { method, body } = await callOf(
      post(`/v2/rest.php?${head}`, 'method=getCredits&type=xml'),
    );
    expect(method).toBe('getCredits');
    expect(body).toContain('<?xml');
  });

  test('may all stand in the address of a POST', async () => {
    expect(await callOf(post(`/v2/rest.php?${head}`, ''))).toMatchObject({ method: 'getLists' });
  });
});
