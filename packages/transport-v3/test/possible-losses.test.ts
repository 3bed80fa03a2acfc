import { allMethods, type MethodName } from '@egoi-client/core';
import { lossesOf, possibleLosses } from '@egoi-client/transport-v3';
import { describe, expect, test } from '@jest/globals';

const namesOf = (method: MethodName, names: readonly string[]) =>
  possibleLosses(method, names).map(({ name }) => name);

describe('what a call may lose', () => {
  test('has a parameter only where it is given', () => {
    expect(namesOf('createList', ['nome'])).toEqual([]);
    expect(namesOf('createList', ['nome', 'idioma_lista'])).toEqual(['idioma_lista']);
    expect(namesOf('addSubscriber', ['listID', 'email'])).not.toContain('fax');
    expect(namesOf('addSubscriber', ['listID', 'email', 'fax'])).toContain('fax');
  });

  test('has a field that the answer lacks unless a parameter tells it', () => {
    const lost = namesOf('addSubscriber', ['listID', 'email']);
    expect(lost).toEqual(expect.arrayContaining(['ADD_DATE', 'FIRST_NAME']));
    expect(lost).not.toContain('EMAIL');
  });

  test('has what depends on a value that is not known', () => {
    expect(namesOf('subscriberData', ['listID', 'subscriber'])).toContain('BOUNCES');
    expect(namesOf('addSubscriber', ['listID', 'status'])).toContain('status');
    expect(
      namesOf('addSubscriberBulk', ['listID', 'subscribers', 'subscribers[].status']),
    ).toContain('subscribers.status');
    expect(
      namesOf('addSubscriberBulk', ['listID', 'subscribers', 'subscribers[].email']),
    ).not.toContain('subscribers.status');
  });

  test('says of each whether its value decides', () => {
    const lost = possibleLosses('addSubscriber', ['listID', 'email', 'status', 'validate_phone']);
    const decides = (name: string) => lost.find((loss) => loss.name === name)?.dependsOnValues;
    expect(decides('status')).toBe(true);
    expect(decides('validate_phone')).toBe(false);
    expect(decides('ADD_DATE')).toBe(false);
  });

  test('is nothing that the method does not declare, in its order', () => {
    for (const { name } of allMethods()) {
      const method = name as MethodName;
      const possible = namesOf(method, ['listID', 'status', 'file', 'subscriber']);
      const declared = lossesOf(method).map((loss) => loss.name);
      expect(declared.filter((loss) => possible.includes(loss))).toEqual(possible);
    }
  });
});
