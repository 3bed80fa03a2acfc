import { expect, test } from '@jest/globals';
import { judgeClients } from '../src/clients/judge-clients.ts';

test("the maker's own clients are answered as the client half is", async () => {
  const { phpSdk, egoisdk } = await judgeClients();
  expect(phpSdk.findings).toEqual([]);
  expect(egoisdk.findings).toEqual([]);
  expect(phpSdk.right).toBeGreaterThan(100);
  expect(egoisdk.right).toBeGreaterThan(90);
});
