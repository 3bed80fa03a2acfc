import type { MethodName } from '@egoi-client/core';
import { accountHandlers } from './accounts.ts';
import type { Handler } from './handler.ts';
import { listHandlers } from './lists.ts';
import { subscriberHandlers } from './subscribers.ts';
import { tagHandlers } from './tags.ts';

/** The handler of every method. A method of the catalogue without one does not compile. */
export const handlers: { readonly [Name in MethodName]: Handler } = {
  ...accountHandlers,
  ...listHandlers,
  ...subscriberHandlers,
  ...tagHandlers,
};
