import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { whereChromiumIs } from '../../hostile/test/browser/chromium.ts';
import { accountJourneys } from './journeys/account.ts';
import { callJourneys } from './journeys/calls.ts';
import { deliveryJourneys } from './journeys/deliveries.ts';
import { paintJourneys } from './journeys/first-paint.ts';
import { hostileJourneys } from './journeys/hostile-data.ts';
import { outboxJourneys } from './journeys/outbox.ts';
import { troubleJourneys } from './journeys/trouble.ts';
import { startVisit, type Visit } from './visit.ts';

whereChromiumIs(describe)("the sandbox's page, as a person uses it", () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await startVisit();
  });

  afterAll(async () => {
    process.stderr.write(visit.figures.table);
    await visit.close();
  });

  callJourneys(() => visit);
  outboxJourneys(() => visit);
  accountJourneys(() => visit);
  deliveryJourneys(() => visit);
  hostileJourneys(() => visit);
  paintJourneys(() => visit);
  troubleJourneys(() => visit);

  test('no request has left the machine, and no browser has complained', () => {
    expect({ requests: visit.foreignRequests, complaints: visit.complaints }).toEqual({
      requests: [],
      complaints: [],
    });
  });
});
