import { type OperationName, operationNames } from '@egoi-client/v3-api';
import { sandboxApiKey } from '@egoi-client/sandbox';
import type { JudgedCall } from '../calls/judged-call.ts';
import { requestOf } from '../calls/request-of.ts';
import { startingAccount } from './starting-account.ts';

/** The operations that the account serves: it says of any other that it does not. */
export async function servedOperations(
  calls: readonly JudgedCall[],
): Promise<ReadonlySet<OperationName>> {
  const account = await startingAccount();
  const served = new Set<OperationName>();
  try {
    for (const name of operationNames) {
      const call = calls.find((one) => one.name === name && one.kind === 'right');
      if (call === undefined) continue;
      const { method, path, body = '' } = requestOf(call);
      const request = { method, path, body, apiKey: sandboxApiKey, filesUrl: 'http://localhost' };
      const answer = await account.answerV3(request);
      if (!answer.body.includes(`The sandbox does not serve ${name}`)) served.add(name);
    }
  } finally {
    await account.close();
  }
  return served;
}
