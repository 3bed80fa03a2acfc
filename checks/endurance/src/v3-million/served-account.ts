import { createV3Server } from '@egoi-client/gateway';
import { type SandboxOptions, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import {
  type OperationAnswers,
  type OperationInputs,
  type OperationName,
  readAnswer,
  writeRequest,
} from '@egoi-client/v3-api';

/** An account served over API v3, and a client of it. */
export interface ServedAccount {
  /** @throws Error for any answer but a success */
  ask<Name extends OperationName>(
    name: Name,
    input: OperationInputs[Name],
  ): Promise<OperationAnswers[Name]>;
  /** Does what the account has put off, and waits for its callbacks. */
  workOff(): Promise<void>;
  close(): Promise<void>;
}

/** Serves an account on a free port. Its work waits until it is worked off. */
export async function serveAccount(options: SandboxOptions): Promise<ServedAccount> {
  const account = sandboxTransport({ ...options, queueDelayMs: 3_600_000 });
  const server = await createV3Server(account).listen();
  return {
    async ask(name, input) {
      const request = writeRequest(name, input);
      if (request.kind === 'refused') throw new Error(`${name}: ${request.problems[0]?.problem}`);
      const { method, path, body } = request;
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: { Apikey: sandboxApiKey, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
      const answer = readAnswer(name, { status: response.status, body: await response.text() });
      if (answer.kind !== 'answer') throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value;
    },
    async workOff() {
      await account.workOff();
      await account.settled();
    },
    async close() {
      await server.close();
      await account.close();
    },
  };
}
