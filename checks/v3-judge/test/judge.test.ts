import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { allCalls } from '../src/calls/all-calls.ts';
import { right, wrong } from '../src/calls/judged-call.ts';
import { judge } from '../src/judge.ts';
import { judgeAnswers } from '../src/judge-answers.ts';
import { judgeRequests } from '../src/judge-requests.ts';
import { judgeTransport } from '../src/judge-transport.ts';
import type { OfficialDescription } from '../src/official/official-description.ts';
import { searchMember } from '../src/official/missing-members.ts';
import { type Exchange, plainCaller, runCalls } from '../src/served/run-calls.ts';
import { servedOperations } from '../src/served/served-operations.ts';

const official = process.env['V3_OPENAPI'] ?? '';

/** A judge that has no complaint of any request but those given, and of no answer. */
function judgeWith(complaints: readonly string[]): OfficialDescription {
  return { complaintsOfRequest: () => [...complaints], complaintsOfAnswer: () => [] };
}

describe('without the official description', () => {
  let exchanges: readonly Exchange[];
  let served: Awaited<ReturnType<typeof servedOperations>>;

  beforeAll(async () => {
    served = await servedOperations(allCalls);
    exchanges = await runCalls(allCalls, plainCaller);
  });

  test('every operation has a call that both halves take, and one that both refuse', () => {
    const { findings } = judgeRequests(allCalls, judgeWith([]));
    const isOfHalves = /the (?:client|server) half|has no (?:right|wrong) call/;
    expect(findings.filter((finding) => isOfHalves.test(finding))).toEqual([]);
  });

  test('every served operation answers as expected, with the members that clients rely on', () => {
    const { findings, judged } = judgeAnswers(exchanges, served, judgeWith([]));
    expect(findings.filter((finding) => !finding.startsWith('exception'))).toEqual([]);
    expect(judged).toBeGreaterThan(150);
    expect(served.size).toBeGreaterThanOrEqual(48);
  });

  test('an answer without a member, and one with another status, are found', () => {
    const list = { call: right('getAllTags', {}), answer: { status: 200, headers: {} } };
    const tags = new Set(['getAllTags'] as const);
    const without = {
      ...list,
      answer: { ...list.answer, body: { total_items: 1, items: [{ tag_id: 1 }] } },
    };
    expect(judgeAnswers([without], tags, judgeWith([])).findings[0]).toContain(
      'items[0].name is missing; items[0].color is missing',
    );
    const failed = { ...list, answer: { status: 500, headers: {}, body: {} } };
    expect(judgeAnswers([failed], tags, judgeWith([])).findings[0]).toContain('not 200');
    const none = { ...list, answer: { ...list.answer, body: { total_items: 0, items: [] } } };
    expect(judgeAnswers([none], tags, judgeWith([])).findings).toContain(
      'no answer of getAllTags has items[].name: add a call that brings one',
    );
  });

  test('a right call that a judge refuses, and a wrong one that it takes, are found', () => {
    const calls = [right('getAllTags', { limit: 10 }), wrong('getAllTags', { limit: 0 })];
    const [refusal] = judgeRequests(calls, judgeWith(['limit is wrong'])).findings;
    expect(refusal).toBe('right getAllTags {"limit":10}: limit is wrong');
    const [taking] = judgeRequests(calls, judgeWith([])).findings;
    expect(taking).toBe('wrong getAllTags {"limit":0}: the official description takes it');
  });

  test('a request of the transport that a judge refuses is found', () => {
    const tags = { method: 'GET', path: '/tags?limit=10', body: undefined };
    const none = { method: 'GET', path: '/tags?limit=none', body: undefined };
    expect(judgeTransport([tags, none], judgeWith([]))).toMatchObject({ judged: 2, right: 1 });
    const { findings } = judgeTransport([tags], judgeWith(['limit is wrong']), () => ['so it is']);
    expect(findings).toEqual(['GET /tags?limit=10: limit is wrong; so it is']);
  });

  test('an exception that does not occur is out of date', () => {
    expect(judgeRequests(allCalls, judgeWith([])).findings).toContainEqual(
      expect.stringMatching(/^exception that does not occur: generateFormAnswersReport/),
    );
  });

  test('members are looked for in every item', () => {
    const answer = [{ options: [{ id: 1 }, {}] }, { options: [] }, {}];
    expect(searchMember(answer, '[].options[].id')).toEqual({
      found: 1,
      missing: ['[0].options[1].id', '[2].options'],
    });
  });

  test('the command says that nothing was judged', async () => {
    const args = [
      '--conditions=@egoi-client/source',
      '--import',
      'tsx',
      `${__dirname}/../src/main.ts`,
    ];
    const { V3_OPENAPI: _, ...env } = process.env;
    await expect(promisify(execFile)(process.execPath, args, { env })).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^nothing was judged: .*--openapi FILE or in V3_OPENAPI\n$/),
    });
  });
});

(official === '' ? describe.skip : describe)('by the official description', () => {
  test('every request and every answer is right', async () => {
    const judged = await judge({ description: official, prism: undefined });
    const { requests, answers, transport } = judged;
    expect(requests.findings).toEqual([]);
    expect(answers.findings).toEqual([]);
    expect(requests.right).toBeGreaterThan(300);
    expect(answers.right).toBeGreaterThan(300);
    expect(transport.findings).toEqual([]);
    expect(transport.right).toBeGreaterThan(300);
  });
});
