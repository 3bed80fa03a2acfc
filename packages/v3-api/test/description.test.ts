import { describe, expect, test } from '@jest/globals';
import {
  errorStatusesOf,
  findRoute,
  operationNames,
  operations,
  type Schema,
} from '../src/index.ts';

/** A schema with all that it has in it, each with the names on the way to it. */
function schemasIn(schema: Schema, place: string): [string, Schema][] {
  const { element, forms = [], members = {} } = schema;
  return [
    [place, schema],
    ...Object.entries(members).flatMap(([name, { schema: inner }]) =>
      schemasIn(inner, `${place}.${name}`),
    ),
    ...forms.flatMap((form, index) => schemasIn(form, `${place}<${index}>`)),
    ...(element === undefined ? [] : schemasIn(element, `${place}[]`)),
  ];
}

describe.each(operationNames)('%s', (name) => {
  const operation = operations[name];

  test('says of everything what it is for', () => {
    const { pathParams, queryParams, body, answer, callback } = operation;
    const parts = { ...pathParams, ...queryParams, body, answer: answer.value, callback };
    const silent = Object.entries(parts)
      .flatMap(([part, schema]) => (schema === undefined ? [] : schemasIn(schema, part)))
      .filter(([, { description }]) => !/^[A-Z][^]*[.)…]$/.test(description));
    expect(silent.map(([place]) => place)).toEqual([]);
    expect(operation.summary).toMatch(/^[A-Z][^]*\.$/);
  });

  test('is found by its method and path, with the parameters that it declares', () => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
    expect(inPath).toEqual(Object.keys(operation.pathParams));
    const path = operation.path.replaceAll(/\{\w+\}/g, '1234567890');
    expect(findRoute(operation.method, path)).toEqual({
      kind: 'operation',
      name,
      pathParams: Object.fromEntries(inPath.map((param) => [param, '1234567890'])),
    });
  });
});

test('words go before parameters where a path can mean either', () => {
  expect(findRoute('GET', '/lists/9/contacts/segment/activities')).toMatchObject({
    name: 'getAllContactsBySegment',
  });
  expect(findRoute('GET', '/lists/9/contacts/34b7624024/activities')).toMatchObject({
    name: 'getAllContactActivities',
  });
});

test('an operation can refuse with what its parts can be wrong in', () => {
  expect(errorStatusesOf(operations.ping)).toEqual([408, 500, 503]);
  expect(errorStatusesOf(operations.deleteList)).toEqual([401, 403, 404, 408, 409, 429, 500, 503]);
  expect(errorStatusesOf(operations.createContact)).toEqual([
    400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 503,
  ]);
});

test('nothing is paged that comes whole', () => {
  const whole = operationNames.filter(
    (name) => operations[name].method === 'GET' && operations[name].paging === undefined,
  );
  expect(whole).toEqual(
    expect.arrayContaining(['searchContacts', 'getAllFieldOptions', 'getList', 'getContact']),
  );
  expect(operations.getAllLists.paging).toEqual({
    usualLimit: 10,
    mostItems: 1000,
    hasTotal: true,
  });
});

test('what may be repeated is what changes nothing the second time', () => {
  const repeatable = operationNames.filter(
    (name) => operations[name].method === 'POST' && operations[name].effect !== 'write',
  );
  expect(repeatable.toSorted()).toEqual([
    'actionAttachTag',
    'actionDetachTag',
    'actionUnsubscribeContact',
    'ping',
  ]);
});

test('all operations are here that the mapping of API v2 uses or stands near', () => {
  expect(operationNames).toHaveLength(91);
});
