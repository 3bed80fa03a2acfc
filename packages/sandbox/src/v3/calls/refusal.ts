import { BrokenRule, type Reason } from '../../account/broken-rule.ts';
import { baseFieldNames } from './words.ts';

/** The statuses that a handler itself refuses a call with. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;

/** Members of a problem document's `errors`. */
export type ProblemErrors = Readonly<Record<string, unknown>>;

/** Ends a call with a problem document. Whatever the call wrote so far is undone. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  readonly errors: ProblemErrors | undefined;

  constructor(status: RefusalStatus, detail: string, errors?: ProblemErrors) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }

  get detail(): string {
    return this.message;
  }
}

/** Longer problems are cut: they quote names that may be as long as a body. */
const longestProblem = 200;

/** A value that the account does not take, by the name of its field. */
export function unprocessable(field: string, problem: string): Refusal {
  const isLong = problem.length > longestProblem;
  const said = isLong ? `${problem.slice(0, longestProblem).toWellFormed()}…` : problem;
  return new Refusal(422, `${field}: ${said}`, { [field]: [said] });
}

/**
 * Looks at a value, or at what it names.
 *
 * @throws Refusal 422 by the name of the field for what the account refuses of it, or does not have
 */
export async function inField<T>(field: string, look: () => T | Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof BrokenRule) throw unprocessable(field, sentenceFor(error.reason));
    throw error instanceof Refusal && error.status === 404
      ? unprocessable(field, error.detail)
      : error;
  }
}

/** The refusal that an error is, or that the account means by it; `undefined` for any other error. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof BrokenRule) return refusalOf(error.reason);
  return error instanceof Refusal ? error : undefined;
}

const listUses = {
  operations: ['has_queued_operations', 'The list has operations in queue'],
  automations: ['has_automations', 'The list has automations'],
  campaigns: [
    'has_campaigns_last_thirty_days',
    'The list has sent campaigns in the last thirty days',
  ],
} as const;

/** The API's names of values that the account calls otherwise. */
const valueNames: Readonly<Record<string, string>> = {
  ...baseFieldNames,
  birthDate: 'birth_date',
  extraValue: 'extra',
  sender: 'sender_id',
  segment: 'segment_id',
};

function valueName(name: string): string {
  return valueNames[name] ?? name;
}

/** The names of what is not found, as a sentence has them. */
const thingNames: Readonly<Record<string, string>> = {
  extraField: 'extra field',
  campaignGroup: 'campaign group',
  reportModel: 'report model',
};

function refusalOf(reason: Reason): Refusal {
  switch (reason.reason) {
    case 'notFound':
      return new Refusal(404, sentenceFor(reason));
    case 'duplicate': {
      const { field, holders } = reason;
      const name = valueName(String(field));
      const sentence = 'A unique field is already being used';
      return conflict('unique_field_in_use', sentence, { field_id: name, contacts: holders });
    }
    case 'full':
      return reason.what === 'lists'
        ? conflict('list_limit_reached', 'The maximum number of allowed lists was reached')
        : conflict('contact_limit_reached', 'The maximum number of allowed contacts was reached');
    case 'inUse':
      return refusalOfUse(reason);
    case 'derived':
      return conflict('invalid_segment_type', 'You can only delete segments of  type saved');
    case 'sentLately':
      return conflict(
        'campaign_sent_last_30_days',
        'This campaign cant be deleted since it was sent in the last 30 days',
      );
    case 'taken': {
      const name = reason.what === 'campaignGroup' ? 'group' : reason.what;
      return conflict(`${name}_exists`, `The provided ${name} already exists`);
    }
    case 'required':
      return unprocessable(valueName(reason.field), 'A value is required');
    case 'formerField':
      return unprocessable(reason.field, 'The account has no such field');
    case 'sentAlready':
      return conflict('campaign_already_sent', sentenceOf.sentAlready);
    case 'triggered':
      return conflict('campaign_triggered', sentenceOf.triggered);
    case 'inactive':
      return reason.what === 'sender'
        ? conflict('sender_not_active', sentenceOf.inactive)
        : unprocessable(reason.what, sentenceOf.inactive);
    default:
      return unprocessable(valueName(reason.what), sentenceOf[reason.reason]);
  }
}

/** What a person is told of a thing that a request names. */
function sentenceFor(reason: Reason): string {
  if (reason.reason === 'notFound') {
    return `The ${thingNames[reason.what] ?? reason.what} does not exist`;
  }
  const sentences: Readonly<Record<string, string>> = sentenceOf;
  return sentences[reason.reason] ?? refusalOf(reason).detail;
}

/** What else the account says of a value or a thing. */
const sentenceOf = {
  invalid: 'The value is not valid',
  nonexistent: 'It does not exist',
  empty: 'Nothing is said',
  tooMany: 'There is no room for so many',
  removed: 'It is removed',
  inactive: 'It is not active',
  noAddress: 'The contact cannot be reached by it',
  tooLarge: 'It is too large',
  sentAlready: 'It went to its list or to segments already, or is about to',
  deleted: 'It is deleted',
  triggered: 'An event sends it',
  notEditable: 'It cannot be edited any more',
  notSendable: 'It cannot be sent',
  notSent: 'It was not sent yet',
  none: 'It reaches nobody',
  shared: 'Contacts share values of the field',
  notUnique: 'Contacts may share values of the field',
} as const;

function refusalOfUse(reason: Extract<Reason, { readonly reason: 'inUse' }>): Refusal {
  switch (reason.what) {
    case 'list': {
      const [key, sentence] = listUses[reason.by];
      return conflict(key, sentence);
    }
    case 'extraField':
      return conflict(
        'field_in_use',
        'The provided extra field is being used in segments or forms',
        { field_in_use_data: { segments: reason.segments, forms: [] } },
      );
    case 'segment':
      return conflict('has_queued_campaigns', 'There are queued campaigns using this segment');
    case 'sender':
      return conflict('sender_in_use', 'There are queued campaigns using this sender');
    default:
      return conflict('group_in_use', 'The group has campaigns');
  }
}

function conflict(key: string, sentence: string, more: ProblemErrors = {}): Refusal {
  return new Refusal(409, sentence, { [key]: sentence, ...more });
}
