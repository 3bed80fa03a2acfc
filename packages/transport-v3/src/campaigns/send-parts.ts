import type { WireObject, WireValue } from '@egoi-client/core';
import type { DeclaredLoss, LossEffects } from '../calls/method-entry.ts';
import { readValue, readWord } from '@egoi-client/core/wire';
import { type ProblemCodes, Refusal, type V2Code } from '../calls/refusal.ts';
import type { Target } from './recipients.ts';

/** How problems of sending are told. */
export const sendCodes: ProblemCodes = {
  notFound: 'CAMPAIGN_NOT_FOUND',
  conflict: 'CAMPAIGN_NOT_VALID',
  invalid: {
    list_id: 'LIST_NOT_FOUND',
    campaign: 'CAMPAIGN_NOT_VALID',
    campaign_hash: 'CAMPAIGN_NOT_VALID',
    subject: 'NO_SUBJECT',
    sender_id: 'INVALID_FROM',
    message: 'NO_MESSAGE',
    internal_name: 'NO_SUBJECT',
    header_footer: 'INVALID_OPTION',
  },
};

/** The same, with the code for a recipient that is refused. */
export function codesFor({ segments }: Target, contact: V2Code): ProblemCodes {
  const code = segments.type === 'contact' ? contact : 'SEGMENT_NOT_FOUND';
  return { ...sendCodes, invalid: { ...sendCodes.invalid, data: code, segments: code } };
}

/** That an order waits for its turn. @param effects of an order to send to everybody or to segments */
export const queuedOrder = (effects: LossEffects): readonly DeclaredLoss[] => [
  {
    kind: 'later',
    name: 'campaign',
    reason: 'the service took the order and sends in its turn',
  },
  {
    kind: 'approximate',
    name: 'segment',
    reason:
      'an order that reaches nobody is taken, and a campaign that went to a list or segments may be refused there',
    occurs: (params) => readValue(params, 'segment') !== undefined,
    effects,
  },
];

/** Whether a call has all of some parameters. */
export const isGiven =
  (...names: readonly string[]) =>
  (params: WireObject): boolean =>
    names.every((name) => readWord(params, name) !== undefined);

/** What API v2 changes for one send, and API v3 in the campaign. @param fields in which that shows */
export function changesCampaign(
  names: readonly string[],
  fields: readonly string[] = [],
): DeclaredLoss[] {
  return names.map((name) => ({
    kind: 'approximate',
    name,
    reason:
      'changed in the campaign itself before it is sent, which stays so; one that was sent cannot be changed',
    occurs: isGiven(name, 'campaign'),
    effects: { fields, endings: [['answer', 'CAMPAIGN_NOT_VALID']] },
  }));
}

type Codes = Readonly<Partial<Record<V2Code, V2Code>>>;

/** sendSMS has one code for whatever is wrong with the campaign. */
export const codesOfSms: Codes = { CAMPAIGN_NOT_FOUND: 'CAMPAIGN_NOT_VALID' };

/** sendCall as well, and few others. */
export const codesOfCalls: Codes = {
  ...codesOfSms,
  LIST_NOT_FOUND: 'INVALID_OPTION',
  SEGMENT_NOT_FOUND: 'INVALID_OPTION',
};

/** Tells refusals by the codes that a method has. */
export async function inWordsOf(
  codes: Codes,
  answer: () => Promise<WireValue>,
): Promise<WireValue> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === undefined) throw error;
    throw new Refusal(codes[error.code] ?? error.code, error.problem);
  }
}
