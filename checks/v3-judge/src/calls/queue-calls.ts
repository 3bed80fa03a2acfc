import { contactId, right, wrong } from './judged-call.ts';

const contacts = [contactId(1)];

/** Work that waits. @param first number of the operation that the first call queues */
export const queueCalls = [
  right('actionAttachTag', { list_id: 1, body: { tag_id: 1, contacts } }),
  right('getAllOperations', { limit: 10, order: 'desc', order_by: 'created' }),
  right('getAllOperations', { status: 'queued', type: 'mass_operation', order_by: 'start_date' }),
  wrong('getAllOperations', { status: 'finished' }),
  wrong('getAllOperations', { order_by: 'shoe_size' }),
  right('actionPauseOperation', { body: { operations: [1, 999] } }),
  wrong('actionPauseOperation', { body: { operations: ['all'] } }),
  right('actionResumeOperation', { body: { operations: [1, 999] } }),
  wrong('actionResumeOperation', { body: {} }),
  right('actionApproveOperation', { body: { operations: [1, 999] } }),
  wrong('actionApproveOperation', { body: { operations: 1 } }),
  right('actionCancelOperation', { body: { operations: [1, 999] } }),
  wrong('actionCancelOperation', { body: { operations: [0] } }),
];
