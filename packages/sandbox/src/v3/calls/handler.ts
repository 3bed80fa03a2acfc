import type { OperationAnswers, OperationInputs, OperationName } from '@egoi-client/v3-api';
import type { AccountWork } from '../../account/work/account-work.ts';

/** One request, as a handler sees it: read and checked by the description of its operation. */
export interface HandlerCall<Name extends OperationName> extends AccountWork {
  readonly input: OperationInputs[Name];
  /** Where files that the account makes are found, without a slash at its end. */
  readonly filesUrl: string;
  /** Login of the account's user. */
  readonly username: string;
}

/** What answers the requests of some operations. */
export type Handlers<Name extends OperationName = OperationName> = {
  readonly [Each in Name]: (call: HandlerCall<Each>) => Promise<OperationAnswers[Each]>;
};

/** Work that waits for its turn. */
export const accepted = { result: 'success' } as const;
