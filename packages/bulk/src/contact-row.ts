import { brandClass } from '@egoi-client/core/wire';

/** A contact with the place where it stands, so that a rejected one can be found again. */
export class ContactRow {
  static {
    brandClass(this, 'ContactRow');
  }

  /** The contact as it was read; of a row that could not be read, what there is of it. */
  readonly contact: unknown;
  /** Line of the file, the first is 1. */
  readonly line: number;
  /** Why the row cannot be read as a contact; such a row is rejected. */
  readonly problem: string | undefined;

  constructor(contact: unknown, line: number, problem?: string) {
    this.contact = contact;
    this.line = line;
    this.problem = problem;
  }
}
