import { EgoiConfigError } from '@egoi-client/core';
import { type Sender, saveSenderStatus } from './account/store/senders.ts';
import type { AccountWork } from './account/work/account-work.ts';

/** What the moderators of the service say of a sender. */
export interface SenderModeration {
  /** Number of the sender. */
  readonly sender: number;
  /** Messages go out by an active one alone. */
  readonly status: 'active' | 'rejected';
}

const statuses: readonly Sender['status'][] = ['active', 'rejected'];

/** @throws EgoiConfigError for an unknown status, and for a sender that the account does not have */
export async function moderateSender(
  { sql }: AccountWork,
  { sender, status }: SenderModeration,
): Promise<void> {
  if (!statuses.includes(status)) {
    throw new EgoiConfigError('moderateSender: status must be active or rejected');
  }
  if (!Number.isSafeInteger(sender) || !(await saveSenderStatus(sql, sender, status))) {
    throw new EgoiConfigError('moderateSender: sender must be a sender of the account');
  }
}
