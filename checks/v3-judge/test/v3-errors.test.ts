import { expect, test } from '@jest/globals';
import { cellName, wrongInAnswer } from '../src/errors/error-cells.ts';
import { formatV3Errors, runV3Errors } from '../src/errors/run-v3-errors.ts';

test('every served operation refuses and fails in each way that its description has', async () => {
  const cells = await runV3Errors();
  const text = formatV3Errors(cells);
  process.stdout.write(`${text}\n`);
  expect(text).toMatch(/^operations: \d+\n.*\nv3 errors: (\d+) of \1$/);
  const byState = cells.filter(({ by }) => by === 'state').map(({ cell }) => cellName(cell));
  expect(byState).toEqual(
    expect.arrayContaining([
      'createContact 409 unique_field_in_use',
      'patchContact 409 unique_field_in_use',
      'updateContactByField 409 unique_field_in_use',
      'createList 409 list_limit_reached',
      'deleteList 409 has_queued_operations',
      'deleteList 409 has_automations',
      'deleteList 409 has_campaigns_last_thirty_days',
      'deleteExtraField 409 field_in_use',
      'deleteSegment 409 invalid_segment_type',
      'deleteSegment 409 has_queued_campaigns',
      'createCName 409 cname_exists',
      'enableTransactional 409 client_already_enabled',
    ]),
  );
  // What tells nothing of the account is never left to a script.
  const scripted = new Set(
    cells.filter(({ by }) => by === 'fail').map(({ cell: { status } }) => status),
  );
  expect([...scripted].filter((status) => [400, 401, 413, 429, 503].includes(status))).toEqual([]);
});

test('an answer that shows something else is told apart', () => {
  const cell = { name: 'deleteList', status: 409, key: 'has_automations' } as const;
  const answer = (body: object, status = 409) => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body,
  });
  const conflict = { status: 409, title: 'Conflict', detail: 'x' };
  expect(wrongInAnswer(cell, answer(conflict))).toBe('has the errors {}');
  expect(wrongInAnswer(cell, answer({ ...conflict, title: 'Gone' }))).toMatch(/^says /);
  expect(wrongInAnswer(cell, answer({ status: 404 }, 404))).toMatch(/^was answered 404/);
  const errors = { has_automations: 'The list has automations' };
  expect(wrongInAnswer(cell, answer({ ...conflict, errors }))).toBeUndefined();
});
