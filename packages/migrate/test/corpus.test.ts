import { join } from 'node:path';
import { scanFolder } from '@egoi-client/migrate';
import { describe, expect, test } from '@jest/globals';
import { measure } from './support/measured.ts';

const least = 0.95;

describe('sources in six languages', () => {
  test.each([
    ['corpus', 36],
    ['held-out', 10],
  ])('of the %s have their calls found, and nothing else', async (folder, fewest) => {
    const { precision, recall, right, missed, wrong, sources } = await measure(
      join(__dirname, folder),
    );
    const without = [...sources.values()].filter((hasCalls) => !hasCalls).length;
    console.log(
      `scan of ${folder}: ${sources.size} sources, ${without} without a call; ${right} calls found; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(sources.size).toBeGreaterThanOrEqual(fewest);
    expect(without * 3).toBeGreaterThanOrEqual(sources.size);
    const isGood = { isPrecise: precision >= least, isComplete: recall >= least };
    expect({ missed, wrong, ...isGood }).toMatchObject({ isPrecise: true, isComplete: true });
  });
});

/** What each legacy script calls, in its order; the method that no server has is none of the API. */
const script = [
  'getClientData',
  'createList',
  'addExtraField',
  'addSubscriber',
  'addSubscriberBulk',
  'subscriberData',
  'subscriberData',
  'getLists',
  'getLists',
  'getCredits',
  'subscriberData',
  'getClientData',
];

test('the foreign clients of this repository have all their calls found, and nothing else', async () => {
  const { findings } = await scanFolder(join(__dirname, '../../../checks/interop/src/clients'));
  const found: Record<string, string[]> = {};
  for (const { file, method } of findings) found[file] = [...(found[file] ?? []), method];
  const scripts = ['AxisClient.java', 'LegacyScript.pm', 'legacy-script.mjs', 'legacy-script.php'];
  const all = [...scripts, 'legacy_script.py', 'xmlrpc-multicall.py'];
  expect(found).toEqual({
    ...Object.fromEntries(all.map((file) => [file, script])),
    // The method that the server has and does not take: handed to the script as a parameter.
    'soap-client.mjs': ['detachTag'],
    'soap-client.php': ['detachTag'],
    'zeep-client.py': ['detachTag'],
  });
  console.log(
    `foreign clients: ${findings.length} calls found in ${Object.keys(found).length} sources`,
  );
});
