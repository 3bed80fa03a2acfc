import { createGateway } from '@egoi-client/gateway';
import { expect, test } from '@jest/globals';
import { answerTo, endpoints, key, post } from './support/requests.ts';
import { answering } from './support/serving.ts';

const mostMembers = 131_072;

const members = (count: number) =>
  Object.fromEntries([
    ['apikey', key],
    ...Array.from({ length: count - 1 }, (_, index) => [`m${index}`, '1'] as const),
  ]);

test.each(endpoints)('over $id a struct has up to 131,072 members', async ({ path, write }) => {
  const calls: object[] = [];
  const gateway = createGateway(
    {
      ...answering('OK'),
      call: async ({ params }) => {
        calls.push(params);
        return { value: 'OK', transport: 'fixed', durationMs: 0 };
      },
    },
    { maxFormFields: 1_000_000 },
  );
  const largest = await answerTo(gateway, post(path, write('getLists', members(mostMembers))));
  expect(largest.status).toBe(200);
  const [params] = calls.splice(0);
  expect(Object.keys(params ?? {})).toHaveLength(mostMembers - 1);
  expect(params).not.toHaveProperty('apikey');

  const tooLarge = await answerTo(gateway, post(path, write('getLists', members(mostMembers + 1))));
  expect(tooLarge.body).toContain('more than 131072 members');
  expect(calls).toEqual([]);
});

test('over SOAP a struct whose names are elements has up to 8,192 members', async () => {
  const gateway = createGateway(answering('OK'));
  const [soap] = endpoints;
  const call = (count: number) => {
    const names = Array.from({ length: count - 1 }, (_, index) => `<m${index}>1</m${index}>`);
    return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><getLists><functionOptions><apikey>${key}</apikey>${names.join('')}</functionOptions></getLists></e:Body></e:Envelope>`;
  };
  expect((await answerTo(gateway, post(soap.path, call(8192)))).status).toBe(200);
  const tooLarge = await answerTo(gateway, post(soap.path, call(8193)));
  expect(tooLarge.body).toContain('more than 8192 members');
});
