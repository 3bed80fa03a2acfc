import { id, listOf, struct, text, word } from '../schema/declare.ts';
import { moment } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const operationId = id('Operation in the queue.');

const types = [
  'import_contacts',
  'update_contacts',
  'export_contacts',
  'export_reports',
  'advanced_report',
  'email',
  'sms',
  'smart_sms',
  'voice',
  'push',
  'webpush',
  'ads',
  'social',
  'segment_generation',
  'mass_operation',
  'unify',
] as const;

const statuses = ['queued', 'processing', 'executing', 'paused'] as const;

const queued = struct('QueuedOperation', 'Work that waits or runs.', {
  required: { operation_id: operationId },
  expected: {
    operation_data: struct('QueuedOperationData', 'What the work is about.', {
      optional: {
        internal_name: text('Name of the campaign.'),
        campaign_hash: text('Campaign, by its hash.'),
      },
    }),
    type: word(types, 'What kind of work it is.'),
    status: word(statuses, 'How far it is.'),
    created_by: id('User who asked for it.'),
    created: moment('When it was asked for.'),
    start_date: moment('When it began or is to begin.'),
  },
});

const chosen = struct('OperationsBody', 'Which operations are meant.', {
  required: { operations: listOf(operationId, 'Operations in the queue.') },
});

const outcome = struct('OperationsOutcome', 'What became of each operation.', {
  expected: { success: listOf(operationId, 'Those with which it was done.') },
  optional: {
    error: struct('OperationsErrors', 'Those with which it was not done, by the reason.', {
      optional: {
        invalid_operation_action: listOf(operationId, 'Those that cannot take the action now.'),
        operation_not_found: listOf(operationId, 'Those that are not in the queue.'),
      },
    }),
  },
});

const perItem = ['The status is 200 even when nothing could be done: `error` says so.'];

/** The queue of the account: work that waits or runs. */
export const queueOperations = {
  getAllOperations: operation({
    method: 'GET',
    path: '/operations',
    summary: 'Gives the work that waits or runs; what is finished is not listed.',
    queryParams: {
      type: word(
        [...types, 'import_ecommerce', 'attach_tag', 'detach_tag'],
        'Only work of this kind. Three kinds can be asked for that no answer names.',
      ),
      status: word(statuses, 'Only work that is this far.'),
      ...orderParams(['operation_id', 'created', 'start_date']),
    },
    answer: { status: 200, value: collection('QueuedOperationPage', queued, 'operations') },
    paging: {},
    notes: ['An operation says neither its list nor its counts.'],
  }),
  actionApproveOperation: operation({
    method: 'POST',
    path: '/operations/actions/approve',
    summary: 'Lets operations begin that wait for approval.',
    body: chosen,
    answer: { status: 200, value: outcome },
    notes: perItem,
  }),
  actionCancelOperation: operation({
    method: 'POST',
    path: '/operations/actions/cancel',
    summary: 'Takes operations out of the queue.',
    body: chosen,
    answer: { status: 200, value: outcome },
    notes: perItem,
  }),
  actionPauseOperation: operation({
    method: 'POST',
    path: '/operations/actions/pause',
    summary: 'Holds operations up.',
    body: chosen,
    answer: { status: 200, value: outcome },
    notes: perItem,
  }),
  actionResumeOperation: operation({
    method: 'POST',
    path: '/operations/actions/resume',
    summary: 'Lets operations go on that were paused.',
    body: chosen,
    answer: { status: 200, value: outcome },
    notes: perItem,
  }),
};
