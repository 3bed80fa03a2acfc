import type { EntriesExpression, FunctionModel, SourceModel } from '../source/expression.ts';
import type { Wire } from './knowledge.ts';

/** How it is known that an object speaks API v2. */
export type Grounds = 'address' | 'wrapper' | 'generic' | 'named' | 'other service';

/** A client of some service. */
export interface ClientValue {
  readonly type: 'client';
  readonly grounds: Grounds;
  readonly wire: Wire | undefined;
}

/** What an expression may be, as far as it can be told without running the program. */
export type Value =
  | ClientValue
  | {
      readonly type: 'text';
      readonly text: string;
      readonly source: SourceModel;
      readonly at: number;
    }
  | { readonly type: 'parameter'; readonly declared: FunctionModel; readonly index: number }
  | { readonly type: 'function'; readonly declared: FunctionModel }
  /** A method of a client that is passed on: `promisify(client.methodCall)`. */
  | { readonly type: 'invoker'; readonly client: ClientValue }
  | { readonly type: 'class'; readonly full: string }
  | { readonly type: 'object'; readonly full: string }
  | { readonly type: 'map'; readonly map: EntriesExpression; readonly around: FunctionModel }
  /** A key of a map that was written by itself. */
  | { readonly type: 'key'; readonly key: string };
