/** How a value is held against a schema. */
export interface Manner {
  /** What becomes of members that the schema does not name. */
  readonly unknownMembers: 'refused' | 'kept';
  /** Whether digits in text are numbers, and numbers where text is wanted are text. */
  readonly takesDigits: boolean;
  /** Whether `0`, `1` and the words `true` and `false` are flags, as queries have them. */
  readonly takesFlagText: boolean;
  /** Whether an empty word stands for none, as some clients send it. */
  readonly takesEmptyWords: boolean;
  /** Whether words, looks, ranges and lengths of lists are held against the schema. */
  readonly checksValues: boolean;
  /** Whether text may hold control characters, which no wire of API v2 could carry. */
  readonly takesControls: boolean;
  /** Whether `null` stands for none. */
  readonly takesNull: boolean;
  /** Whether members that are expected must be there. */
  readonly wantsExpected: boolean;
}

/** What a client sends: as the description says, and nothing else. */
export const writingRequest: Manner = {
  unknownMembers: 'refused',
  takesDigits: false,
  takesFlagText: false,
  takesEmptyWords: false,
  checksValues: true,
  takesControls: false,
  takesNull: false,
  wantsExpected: false,
};

/** What a server takes: digits as text and empty words too, since clients in use send them. */
export const readingRequest: Manner = {
  ...writingRequest,
  takesDigits: true,
  takesEmptyWords: true,
};

/** What a server takes from queries and paths, where everything is text. */
export const readingQuery: Manner = { ...readingRequest, takesFlagText: true };

/** What a client takes: whatever can be read, with members and words that no description has. */
export const readingAnswer: Manner = {
  unknownMembers: 'kept',
  takesDigits: true,
  takesFlagText: false,
  takesEmptyWords: false,
  checksValues: false,
  takesControls: true,
  takesNull: true,
  wantsExpected: false,
};

/** What a server answers: all that clients may expect, and nothing else. */
export const writingAnswer: Manner = {
  ...writingRequest,
  takesControls: true,
  wantsExpected: true,
};
