import type { EgoiErrorCode } from '../error-table.ts';

type Advice = Partial<Record<EgoiErrorCode, string>>;

const login = 'Give both `username` and `password`, or the API key alone.';

/** Who calls, and the service itself. */
export const accessAdvice = {
  INVALID:
    'The key or the login belongs to no account. Copy the key again from the account; do not repeat the call before.',
  NO_ACCESS:
    'The key is missing, or its user may not do this. Give the user the right in the account; repeating the call changes nothing.',
  NO_APIKEY: 'Give the client the `apiKey`. An empty one counts as none.',
  NO_USERNAME: login,
  NO_PASSWORD: login,
  NO_USERNAME_AND_PASSWORD: login,
  NO_USERNAME_AND_PASSWORD_AND_APIKEY:
    'The call had no credentials. Make the client with an `apiKey`, or with `username` and `password`.',
  INTERNAL_ERROR:
    'The service failed. The error is `retryable`: reads and idempotent writes may be repeated after a while.',
} as const satisfies Advice;

const listNumber = 'Give `listID`, the `listnum` of getLists.';
const noList = 'The account has no list with this number. Ask getLists.';

/** Lists and their extra fields. */
export const listAdvice = {
  LIST_MISSING: listNumber,
  LISTID_MISSING: listNumber,
  INVALID_LIST: `The list is missing or does not exist. ${listNumber}`,
  LIST_NOT_FOUND: `${noList} From getLists itself it means, in the sandbox, that there are no lists.`,
  LIST_NOT_EXISTS: noList,
  IN_USE: 'Something uses the list, such as a campaign. End that first, then delete the list.',
  NO_MORE_LISTS_ALLOWED: 'Delete a list that nobody needs, or get a larger plan.',
  NAME_MISSING: 'Give the name; blanks alone are none.',
  FIELD_NOT_FOUND: 'The list has no extra field with this number. Ask getExtraFields.',
  FIELD_NAME_MISSING: 'Give the extra field a name.',
  INVALID_TYPE:
    "At addExtraField give one of the kinds that its page lists; at attachTag and detachTag `type` is always `'subscriber'`.",
} as const satisfies Advice;

/** Tags and segments. */
export const tagAndSegmentAdvice = {
  NO_TAG_ID: 'Give `tag`, the `ID` of getTags.',
  TAG_NOT_FOUND: 'The account has no tag with this number. Ask getTags.',
  TAG_ALREADY_EXISTS: 'Use the tag that is there; getTags tells its number.',
  NO_TAGS_FOUND: 'The account has no tags: take it as an empty list.',
  NO_TARGET_ELEMENTS: 'Name at least one contact of the list in `target`.',
  NO_SEGMENT_FOUND: 'The list has no segments: take it as an empty list.',
  NO_SEGMENTS_FOUND: 'An older spelling of `NO_SEGMENT_FOUND`: take it as an empty list.',
  SEGMENT_NOT_FOUND: 'The list has no segment of this name. Ask getSegments.',
  SEGMENT_NAME_MISSING: 'Give the segment a name.',
  NO_SEARCH_FIELDS: 'Say what the segment searches for.',
} as const satisfies Advice;

/** Forms and automations. */
export const formAndAutomationAdvice = {
  FORM_MISSING: 'Say which form: the `id` of getForms.',
  FORMS_NOT_FOUND: 'The list has no forms, or not this one: take it as an empty list.',
  AUTOBOT_NOT_FOUND: 'The account has no automation, or not this one. Ask getAutobots.',
} as const satisfies Advice;
