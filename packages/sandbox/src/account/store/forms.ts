import type { Statements } from './statements.ts';

/** A form of a list. */
export interface Form {
  readonly id: number;
  readonly list: number;
  readonly title: string;
  /** 0 or 1; the first form of a list is its default. */
  readonly is_default: number;
}

/** A form that a contact came by. */
export interface Submission {
  readonly form: number;
  readonly uid: string;
  readonly email: string | null;
  readonly moment: string;
}

/** The forms of a list, the oldest first. */
export function formsOf(sql: Statements, list: number): Promise<Form[]> {
  return sql.rows<Form>('SELECT * FROM form WHERE list = ? ORDER BY id', list);
}

/** Gives a new list its forms; the first is the default. */
export async function addForms(
  sql: Statements,
  list: number,
  titles: readonly string[],
): Promise<void> {
  for (const [index, title] of titles.entries()) {
    await sql.run(
      'INSERT INTO form (list, title, is_default) VALUES (?, ?, ?)',
      list,
      title,
      index === 0 ? 1 : 0,
    );
  }
}

/** Records that a contact came by a form; nothing, when the list has no such form. */
export async function addSubmission(
  sql: Statements,
  list: number,
  form: number,
  contact: number,
  moment: string,
): Promise<void> {
  await sql.run(
    `INSERT INTO submission (form, contact, moment)
      SELECT id, ?, ? FROM form WHERE id = ? AND list = ?`,
    contact,
    moment,
    form,
    list,
  );
}

/** The form that each of some contacts first came by. */
export async function formsOfContacts(
  sql: Statements,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.rows<{ contact: number; form: number }>(
    `SELECT contact, form FROM submission WHERE contact IN (SELECT value FROM json_each(?))
      ORDER BY id DESC`,
    JSON.stringify(contacts),
  );
  return new Map(rows.map(({ contact, form }) => [contact, form]));
}

/** A page of a form's submissions, the oldest first. */
export function pageOfSubmissions(
  sql: Statements,
  form: number,
  start: number,
  limit: number,
): Promise<Submission[]> {
  return sql.rows<Submission>(
    `SELECT form, uid, email, moment FROM submission JOIN contact ON contact.id = submission.contact
      WHERE form = ? ORDER BY submission.id LIMIT ? OFFSET ?`,
    form,
    limit,
    start,
  );
}

/** The submissions of some forms between two moments, both included, the oldest first. */
export function submissionsBetween(
  sql: Statements,
  forms: readonly number[],
  start: string,
  end: string,
): Promise<(Submission & { readonly list: number })[]> {
  return sql.rows(
    `SELECT form, form.list, uid, email, moment FROM submission
        JOIN contact ON contact.id = submission.contact JOIN form ON form.id = submission.form
      WHERE form IN (SELECT value FROM json_each(?)) AND moment BETWEEN ? AND ?
      ORDER BY submission.id`,
    JSON.stringify(forms),
    start,
    end,
  );
}
