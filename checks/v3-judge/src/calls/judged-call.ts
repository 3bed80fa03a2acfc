import type { OperationInputs, OperationName } from '@egoi-client/v3-api';

/** A call that the client half writes, and that the account does. */
export interface RightCall {
  readonly kind: 'right';
  readonly name: OperationName;
  readonly input: unknown;
  /** Whether the account works its queue off afterwards. */
  readonly worksOff?: boolean;
}

/** A call that the client half writes, and that the account refuses. */
export interface RefusedCall {
  readonly kind: 'refused';
  readonly name: OperationName;
  readonly input: unknown;
  readonly status: number;
  /** Another key than the one that may do everything. */
  readonly key?: string;
}

/** A call that nobody may take: it is not of the operation's form. */
export interface WrongCall {
  readonly kind: 'wrong';
  readonly name: OperationName;
  /** Whatever is no parameter of the path, and not `body`, goes into the query. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly status: number;
  /** Another method than the operation has, where nothing else can be wrong. */
  readonly method?: string;
}

/** A call with what is expected of it. */
export type JudgedCall = RightCall | RefusedCall | WrongCall;

/** A call that the account does. */
export function right<Name extends OperationName>(
  name: Name,
  input: OperationInputs[Name],
  more: Pick<RightCall, 'worksOff'> = {},
): RightCall {
  return { kind: 'right', name, input, ...more };
}

/** A call that the account refuses for what it has or has not. */
export function refused<Name extends OperationName>(
  name: Name,
  input: OperationInputs[Name],
  status: number,
): RefusedCall {
  return { kind: 'refused', name, input, status };
}

/** A call that is right but for its key. @param status 401 for none and for a wrong one, 403 for one that may not write */
export function refusedKey(
  { name, input }: RightCall,
  key: string,
  status: 401 | 403,
): RefusedCall {
  return { kind: 'refused', name, input, status, key };
}

/** Whether a call is like another one, but for its key. */
export function hasOtherKey(call: JudgedCall): boolean {
  return call.kind === 'refused' && call.key !== undefined;
}

/** A call whose values are not of the operation's form. @param status 404 where the wrong value is in the path */
export function wrong(name: OperationName, input: WrongCall['input'], status = 422): WrongCall {
  return { kind: 'wrong', name, input, status };
}

/** A call by another method than the operation has: it has nothing else that could be wrong. */
export function wrongMethod(name: OperationName, method: string): WrongCall {
  return { kind: 'wrong', name, input: {}, status: 405, method };
}

/** The id of the nth contact that the account made. */
export function contactId(nth: number): string {
  return nth.toString(16).padStart(10, '0');
}

/** The hash of the nth campaign that the account made. */
export function campaignHash(nth: number): string {
  return nth.toString(16).padStart(32, '0');
}

/** The hashes of the campaigns that were sent from the start. */
export const sentCampaigns = {
  email: startingHash(1),
  sms: startingHash(2),
  voice: startingHash(3),
};

function startingHash(nth: number): string {
  return campaignHash(nth).replace('0', 'e');
}

/** An id of the right form that no contact has. */
export const noContact = 'f'.repeat(10);
/** A hash of the right form that no campaign has. */
export const noCampaign = 'f'.repeat(32);
