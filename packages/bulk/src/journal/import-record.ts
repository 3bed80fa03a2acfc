import { z } from 'zod';
import { member } from './journal-record.ts';

/** The first line of an import's journal, but for its type and its version. */
export const importHeader = z.object({
  list: z.string(),
  compareField: z.string(),
  operation: z.literal([1, 2]),
  parameters: z.record(z.string(), z.unknown()),
  unknownFields: z.string(),
  rejects: z.string().nullable(),
});

const index = member.count();
const rows = z.array(member.count());

/** Any other line: what is about to be done with a batch, and what came of it. */
export const importRecord = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sending'),
    index,
    fromRow: member.count(),
    rows: member.count().min(1),
    size: member.count(),
    rejected: member.count(),
    fingerprint: member.fingerprint(),
    rejectBytes: member.count(),
    sentAt: member.time(),
  }),
  z.object({ type: z.literal('answered'), index, count: member.count().optional() }),
  z.object({ type: z.literal('refused'), index, code: z.string().optional() }),
  z.object({
    type: z.literal('passed_over'),
    index,
    absent: rows,
    unchanged: rows,
    left: rows,
    unknown: member.count(),
  }),
  z.object({ type: z.literal('missing'), index, left: rows.optional() }),
  z.object({ type: z.literal(['found', 'skipped', 'not_sent', 'partly']), index }),
]);

export type JournalRecord = z.output<typeof importRecord>;
