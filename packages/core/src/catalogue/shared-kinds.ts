import { eitherParam, idParam, listParam, struct, text, textParam } from './kinds.ts';

/** The number of a contact list, as nearly every method takes it. */
export const listId = idParam('Number of the contact list (`listnum` of getLists).');

/** UID or e-mail address of a contact. */
export const subscriberReference = textParam('UID or e-mail address of the contact.');

/** The 32-digit hash of a campaign. */
export const campaignHash = textParam('Hash of the campaign.');

/** What a write answers where no source knows more. */
export const outcome = struct(
  { RESULT: text("'OK' when it was done.").optional() },
  'The outcome.',
  'Outcome',
);

/** Said of every method whose result is `outcome`. */
export const outcomeNote =
  "No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after checklogin.";

/** One text or several. */
export function textsParam(description: string) {
  return eitherParam(
    [textParam(''), listParam(textParam(''))],
    description,
    'must be text or a list of texts',
  );
}
