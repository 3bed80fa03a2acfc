import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway } from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';
import { answerTo, endpoints, post } from './support/requests.ts';

describe.each(endpoints.filter(({ id }) => id.startsWith('soap')))(
  'over $id',
  ({ path, write }) => {
    test('a client without a WSDL may call its one argument as it likes', async () => {
      const transport = scriptedTransport([{ value: 'OK' }, { value: 'OK' }]);
      const gateway = createGateway(transport);
      const named = write('getLists', { start: '5' });
      await answerTo(gateway, post(path, named));
      await answerTo(gateway, post(path, named.replaceAll('functionOptions', 'param0')));
      expect(transport.calls.map(({ params }) => params)).toEqual([{ start: '5' }, { start: '5' }]);
    });

    test.each(['getlists', 'GETLISTS', 'GetLists'])(
      'a method is found in any letter case, as PHP finds it: %s',
      async (method) => {
        const transport = scriptedTransport([{ value: 'OK' }]);
        const { body } = await answerTo(createGateway(transport), post(path, write(method)));
        expect(transport.calls[0]?.method).toBe('getLists');
        expect(body).toContain('<ns1:getListsResponse>');
      },
    );
  },
);
