import type { OperationName } from '@egoi-client/v3-api';

/** Something right that the official description refuses. */
export interface Exception {
  readonly name: OperationName;
  readonly side: 'request' | 'answer';
  /** What every complaint about it looks like. */
  readonly complaint: RegExp;
  /** Why it is right all the same. */
  readonly reason: string;
}

/** Each must occur where its operation is judged: one that does not is out of date. */
const exceptions: readonly Exception[] = [
  {
    name: 'generateFormAnswersReport',
    side: 'request',
    complaint: /range.(?:start|end) .*must be object/,
    reason: 'start and end are declared as objects that hold nothing but a moment as their example',
  },
  {
    name: 'actionUpdateContacts',
    side: 'request',
    complaint: /must NOT have additional properties.*(?:type|contacts|segment_id)\W/,
    reason:
      'the choice of contacts is one of three forms, which got lost beside the fields that change',
  },
  {
    name: 'createPhoneSender',
    side: 'answer',
    complaint: /must have required property 'file'|"missingProperty":"file"/,
    reason:
      'the file belongs to the request alone: what is answered would be the file that was sent',
  },
  {
    name: 'getAllPhoneSenders',
    side: 'answer',
    complaint: /must have required property 'file'|"missingProperty":"file"/,
    reason: 'the file belongs to the request alone: a list of senders would hold all their files',
  },
];

/** Takes out of complaints what is known to be right, and remembers what occurred. */
export class KnownExceptions {
  readonly #occurred = new Set<Exception>();

  /** The complaints that no exception covers. */
  without(
    name: OperationName,
    side: Exception['side'],
    complaints: readonly string[],
  ): readonly string[] {
    const known = exceptions.filter((one) => one.name === name && one.side === side);
    return complaints.filter((complaint) => {
      const covering = known.find((one) => one.complaint.test(complaint));
      if (covering !== undefined) this.#occurred.add(covering);
      return covering === undefined;
    });
  }

  /** A line for each exception of a side that did not occur, of the operations that were judged. */
  outdated(side: Exception['side'], judged: ReadonlySet<OperationName>): string[] {
    return exceptions
      .filter((one) => one.side === side && judged.has(one.name) && !this.#occurred.has(one))
      .map(({ name, reason }) => `exception that does not occur: ${name}, ${side}: ${reason}`);
  }
}
