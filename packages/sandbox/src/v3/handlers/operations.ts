import {
  endOperation,
  findOperation,
  lastOperationId,
  type Operation,
  setOperationStatus,
  waitingOperations,
} from '../../account/store/operations.ts';
import { settleStatus } from '../../account/store/campaigns.ts';
import type { AccountWork } from '../../account/work/account-work.ts';
import { accountUser } from '../../account/work/account-owner.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { ordered, pageOf } from '../calls/page.ts';
import { filteredOperations, operationWords } from '../calls/words.ts';

type ActionCall = HandlerCall<
  | 'actionApproveOperation'
  | 'actionResumeOperation'
  | 'actionPauseOperation'
  | 'actionCancelOperation'
>;

type Act = (call: AccountWork, operation: Operation) => Promise<boolean>;

/** What waits for its turn. It is done at once when that comes, so that nothing is ever seen running. */
export const operationHandlers = {
  async getAllOperations({ sql, input }: HandlerCall<'getAllOperations'>) {
    const waiting = (await waitingOperations(sql)).filter((operation) => isMeant(operation, input));
    return pageOf(ordered(waiting.map(operationRecord), input, 'operation_id'), input);
  },

  actionApproveOperation: (call: HandlerCall<'actionApproveOperation'>) => act(call, resume),

  actionResumeOperation: (call: HandlerCall<'actionResumeOperation'>) => act(call, resume),

  actionPauseOperation: (call: HandlerCall<'actionPauseOperation'>) =>
    act(call, async ({ sql }, { id, status }) => {
      if (status !== 'queued') return false;
      await setOperationStatus(sql, id, 'paused');
      return true;
    }),

  actionCancelOperation: (call: HandlerCall<'actionCancelOperation'>) =>
    act(call, async ({ sql, moment }, { id, status, campaign }) => {
      if (status !== 'queued' && status !== 'paused') return false;
      await endOperation(sql, id, 'canceled', moment.dateTime);
      if (campaign !== null) await settleStatus(sql, campaign);
      return true;
    }),
};

const resume: Act = async ({ sql, queued }, { id, status, due }) => {
  if (status !== 'paused') return false;
  await setOperationStatus(sql, id, 'queued');
  queued(due ?? 0);
  return true;
};

/** Does something to operations by their numbers, and tells of each what came of it. */
async function act(call: ActionCall, does: Act) {
  const success: number[] = [];
  const error: Record<string, number[]> = {};
  const last = await lastOperationId(call.sql);
  // Each is looked for once: a request may name a million that are none.
  for (const id of new Set(call.input.body.operations)) {
    const operation = id <= last ? await findOperation(call.sql, id) : undefined;
    if (operation === undefined) (error['operation_not_found'] ??= []).push(id);
    else if (await does(call, operation)) success.push(id);
    else (error['invalid_operation_action'] ??= []).push(id);
  }
  return { success, error };
}

function isMeant(
  { type, status }: Operation,
  input: HandlerCall<'getAllOperations'>['input'],
): boolean {
  const word = input.type;
  const isType =
    word === undefined || operationWords[type] === word || filteredOperations[word] === type;
  return isType && (input.status === undefined || input.status === status);
}

function operationRecord({ id, type, status, moment, due, campaign, title }: Operation) {
  return {
    operation_id: id,
    operation_data: {
      internal_name: title,
      ...(campaign === null ? {} : { campaign_hash: campaign }),
    },
    type: operationWords[type],
    status: status === 'paused' ? ('paused' as const) : ('queued' as const),
    created_by: accountUser.id,
    created: moment,
    start_date: dateTimeOf(due ?? 0),
  };
}

function dateTimeOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');
}
