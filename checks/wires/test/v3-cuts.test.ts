import { allMethods, findMethod, type MethodName } from '@egoi-client/core';
import { translationOf } from '@egoi-client/transport-v3';
import { describe, expect, test } from '@jest/globals';
import { type CutOutcome, type CutPlan, partsIn, partsOf, runScenario } from './v3-cut-run.ts';
import { type Scenario, scenarios } from './v3-cut-scenarios.ts';
import { operations } from '@egoi-client/v3-api';
import { allCuts, type AskedRequest, isWrite } from './v3-cut-service.ts';

const names = allMethods().map(({ name }) => name as MethodName);

/** Methods of which a call may take several requests, as their entries say. */
const severalRequests = names.filter((name) => {
  const translation = translationOf(name);
  if (translation.verdict === 'refused') return false;
  const { requests, further } = translation.cost;
  return requests > 1 || further !== undefined;
});

test('every method of several requests has a scenario', () => {
  expect(Object.keys(scenarios).toSorted()).toEqual(severalRequests.toSorted());
});

const cases = severalRequests.flatMap((method) =>
  Object.entries(scenarios[method] ?? {}).map(([what, scenario]) => ({ method, what, scenario })),
);

/** What can be done to a request that changes nothing: whether it was worked makes no difference. */
const cutsOfReads = allCuts.filter((cut) => cut.startsWith('unread') && cut !== 'unread, then 503');

/** Every way to cut a call. */
function plansFor({ asked }: CutOutcome): CutPlan[] {
  return asked.flatMap((request, index) =>
    (isWrite(request) ? allCuts : cutsOfReads).flatMap((cut): CutPlan[] =>
      cut.endsWith('aborted')
        ? [{ index, cut, times: 1 }]
        : [
            { index, cut, times: 1, isRetried: true },
            { index, cut, times: 1000 },
          ],
    ),
  );
}

describe('a call that is cut', () => {
  test.each(cases)('at any of its requests: $method $what', async ({ method, scenario }) => {
    const whole = await runScenario(method, scenario);
    expect(whole.error).toBeUndefined();
    expect(whole.asked.length).toBeGreaterThan(1);
    for (const plan of plansFor(whole)) {
      const cut = await runScenario(method, scenario, plan);
      const lies = [...liesIn(method, scenario, whole, cut), ...givenUpIn(plan, whole, cut)];
      expect({ plan, lies }).toEqual({ plan, lies: [] });
      // What is told is the same whatever the reason.
      if (cut.error?.kind !== 'partial' || !plan.cut.endsWith('cut')) continue;
      const told = await runScenario(method, scenario, { ...plan, whenPartly: 'report' });
      expect({ plan, lies: liesInReport(cut, told) }).toEqual({ plan, lies: [] });
    }
  });
});

/** What is not true of the way in which a call ended. */
function liesIn(
  method: string,
  scenario: Scenario,
  whole: CutOutcome,
  { value, error, asked, before, after }: CutOutcome,
): string[] {
  const lies: string[] = [];
  const claim = (isTrue: boolean, lie: string): void => void (isTrue || lies.push(lie));
  const made = asked.filter((request) => isWrite(request) && request.isWorked);
  for (const [index, request] of made.entries()) {
    const isTwice = made.slice(0, index).some((one) => sameWrite(one) === sameWrite(request));
    claim(
      !isTwice || operations[request.operation].effect !== 'write',
      `twice: ${request.operation}`,
    );
  }
  const isChanged = before !== after;
  if (error === undefined) {
    claim(
      textOf(value) === textOf(whole.value),
      `answers ${textOf(value)} and not ${textOf(whole.value)}`,
    );
    claim(after === whole.after, 'is called done and is not');
    return lies;
  }
  if (findMethod(method)?.effect === 'read') claim(!isChanged, 'a read changed something');
  const { done, unknown, missing } = partsIn(error);
  if (error.kind !== 'partial') {
    if (error.delivery === 'not_sent') claim(!isChanged, `${error.kind}: sent after all`);
    const mayHaveRun = error.delivery === 'unknown' || asked.some(isLostAnswer);
    claim(mayHaveRun || !isChanged, `${error.kind} ${error.delivery}: done after all`);
    return lies;
  }
  claim(error.delivery === 'answered' && !error.retryable, 'partial, and to be repeated');
  const wholeParts = new Set(partsOf(scenario, whole.asked).filter((part) => part !== undefined));
  const all = [...done, ...unknown, ...missing];
  claim(
    JSON.stringify(all.toSorted()) === JSON.stringify([...wholeParts].toSorted()),
    `parts ${JSON.stringify(all)} of ${JSON.stringify([...wholeParts])}`,
  );
  const parts = partsOf(scenario, asked);
  const requestsFor = (part: string) => asked.filter((_, index) => parts[index] === part);
  for (const part of done) {
    claim(
      requestsFor(part).some(({ isWorked }) => isWorked),
      `not done: ${part}`,
    );
  }
  for (const part of missing) {
    const isMade = requestsFor(part).some((request) => isWrite(request) && request.isWorked);
    claim(!isMade, `not missing: ${part}`);
  }
  for (const part of unknown) {
    claim(
      requestsFor(part).some(({ isCut }) => isCut),
      `no reason not to know: ${part}`,
    );
  }
  claim(done.length > 0 || unknown.length > 0, 'partial, and nothing was done');
  return lies;
}

/** A look-up that failed once must end no call that is made again. */
function givenUpIn(
  { index, cut, isRetried }: CutPlan,
  { asked }: CutOutcome,
  { error }: CutOutcome,
): string[] {
  const firstWrite = asked.findIndex(isWrite);
  const isLookUp = firstWrite < 0 || index < firstWrite;
  const mayPass = !cut.endsWith('500') && isRetried === true;
  return isLookUp && mayPass && error !== undefined ? [`given up: ${error.message}`] : [];
}

/** The same call with an answer and losses in place of the error. */
function liesInReport(
  { error }: CutOutcome,
  { value, losses, error: failure }: CutOutcome,
): string[] {
  if (error === undefined || failure !== undefined) return [`fails: ${failure?.message}`];
  const { unknown, missing } = partsIn(error);
  const reasons = losses.map(({ reason }) => reason);
  const told = {
    unknown: reasons.filter((reason) => reason.startsWith('not known to be done')).length,
    missing: reasons.filter((reason) => reason.startsWith('not done')).length,
  };
  const answer = 'answer' in error ? error.answer : undefined;
  return [
    ...(told.unknown === unknown.length && told.missing === missing.length
      ? []
      : [`losses ${JSON.stringify(reasons)} for ${JSON.stringify({ unknown, missing })}`]),
    ...(textOf(answer) === textOf(value)
      ? []
      : [`answers ${JSON.stringify(value)} and not ${JSON.stringify(answer)}`]),
  ];
}

function sameWrite({ operation, pathParams, body }: AskedRequest): string {
  return JSON.stringify([operation, pathParams, body]);
}

function isLostAnswer({ isWorked, isCut }: AskedRequest): boolean {
  return isWorked && isCut;
}

/** An answer without what no two accounts have alike. */
function textOf(value: unknown): string {
  return JSON.stringify(value).replaceAll(/http:[^"]*\/report-[\da-f]+/g, 'http://report');
}
