import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { type OperationName, operationNames, operations } from '@egoi-client/v3-api';

/**
 * Asks a sandbox for each operation, so that the pages say what it does and not what a list says of it.
 *
 * @returns why, of those that it does not serve
 */
export async function unservedOperations(): Promise<Map<OperationName, string>> {
  const account = sandboxTransport();
  const reasons = new Map<OperationName, string>();
  try {
    for (const name of operationNames) {
      const { method, path } = operations[name];
      const answer = await account.answerV3({
        method,
        path: path.replaceAll(/\{\w+\}/g, '1'),
        apiKey: sandboxApiKey,
        body: '',
        filesUrl: 'http://localhost/v3-files',
      });
      const { detail = '' } = (answer.body === '' ? {} : JSON.parse(answer.body)) as {
        readonly detail?: string;
      };
      const start = `The sandbox does not serve ${name}: `;
      if (detail.startsWith(start)) reasons.set(name, detail.slice(start.length));
    }
  } finally {
    await account.close();
  }
  return reasons;
}
