import { method } from './declare-method.ts';
import { closedParams, listOf, openParams, struct, text, textParam } from './kinds.ts';
import { outcome, outcomeNote } from './shared-kinds.ts';

const channel = textParam("`'email'` and `'telemovel'` were seen.").nullish();
const code = textParam(
  "Code of the sender (`FROMID`); the name is the sandbox's choice.",
).nullish();
const address = textParam("Address, number or text; the name is the sandbox's choice.").nullish();
const approval = textParam(
  "Approval file, PDF as base64, 8 MB at most; the name is the sandbox's choice.",
).nullish();

const newSender = struct(
  { FROMID: text('Code of the sender.').optional() },
  'The sender.',
  'NewSender',
);

/** Senders and CNAMEs. */
export const senders = {
  addCname: method({
    name: 'addCname',
    group: 'senders',
    summary: 'Adds a CNAME, an own tracking domain.',
    effect: 'write',
    params: openParams({
      cname: textParam("The domain; the name is the sandbox's choice.").nullish(),
    }),
    result: outcome,
    errors: ['CNAME_MISSING'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: ["The parameter `cname` is the sandbox's choice, after the error code.", outcomeNote],
  }),

  addSender: method({
    name: 'addSender',
    group: 'senders',
    summary: 'Adds a sender.',
    effect: 'write',
    params: openParams({ channel, sender: address, file: approval }),
    result: newSender,
    errors: [
      'CHANNEL_MISSING',
      'SENDER_EXISTS',
      'SENDER_MISSING',
      'FILE_SENDER_MISSING',
      'FILE_TOO_LARGE',
      'INVALID_FILE',
    ],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: [
      "`sender`, `file` and the result `FROMID` are the sandbox's choice; `channel` is inferred.",
    ],
  }),

  deleteSender: method({
    name: 'deleteSender',
    group: 'senders',
    summary: 'Deletes a sender.',
    effect: 'write',
    params: openParams({ fromID: code, channel }),
    result: outcome,
    errors: ['CHANNEL_MISSING', 'SENDER_MISSING', 'SENDER_NOT_EXISTS'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: ["`fromID` and `channel` are the sandbox's choice.", outcomeNote],
  }),

  editSender: method({
    name: 'editSender',
    group: 'senders',
    summary: 'Edits a sender.',
    effect: 'idempotent',
    params: openParams({ fromID: code, channel, sender: address, file: approval }),
    result: outcome,
    errors: [
      'CHANNEL_MISSING',
      'SENDER_MISSING',
      'SENDER_NOT_EXISTS',
      'FILE_TOO_LARGE',
      'INVALID_FILE',
      'SENDER_EXISTS',
    ],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: [
      "`SENDER_EXISTS` is the sandbox's choice.",
      "All parameters are the sandbox's choice.",
      outcomeNote,
    ],
  }),

  getSenders: method({
    name: 'getSenders',
    group: 'senders',
    summary: 'Lists the senders; `FROMID` is what campaigns take as `from` and sends as `fromID`.',
    effect: 'read',
    params: closedParams({ channel }),
    result: listOf(
      struct(
        {
          FROMID: text('Code of the sender.'),
          SENDER: text('Address, number or text.').optional(),
          CHANNEL: text("`'email'`, `'telemovel'`, …").optional(),
        },
        'One sender.',
        'Sender',
      ),
      'The senders.',
    ),
    errors: ['SENDER_NOT_EXISTS', 'CHANNEL_MISSING'],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      "No source knows the answer when there is none; `SENDER_NOT_EXISTS` is the sandbox's choice.",
    ],
  }),
} as const;
