import { createHash } from 'node:crypto';
import { readId } from '@egoi-client/core/wire';
import { readPage } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { formsOf, pageOfSubmissions } from '../../account/store/forms.ts';
import { requireListOf } from './find-named.ts';
import type { Handler } from '../calls/handler.ts';

/** Forms and what visitors submitted in them. */
export const formHandlers = {
  async getForms(call) {
    const list = await requireListOf(call);
    const forms = await formsOf(call.sql, list.id);
    if (forms.length === 0) throw new Refusal('FORMS_NOT_FOUND');
    return forms.map(({ id, title, is_default }) => {
      const hash = hashOf(id);
      return {
        id: String(id),
        title,
        url: `forms.example.com/w/${hash.slice(0, 8)}`,
        hash,
        default: String(is_default),
      };
    });
  },

  async getFormsSubmissions(call) {
    const { params, sql } = call;
    const list = await requireListOf(call);
    const id = readId(params, 'formID');
    if (id === undefined) throw new Refusal('FORM_MISSING');
    const form = (await formsOf(sql, list.id)).find((known) => known.id === id);
    if (form === undefined) throw new Refusal('FORMS_NOT_FOUND');
    const { start, limit } = readPage(params);
    const submissions = await pageOfSubmissions(sql, form.id, start, limit);
    return submissions.map(({ uid, email, moment }) => ({
      FORM_ID: String(form.id),
      UID: uid,
      EMAIL: email ?? '',
      DATE: moment,
    }));
  },
} as const satisfies Record<string, Handler>;

/** Made of the number, so that the same form has the same hash each time. */
function hashOf(id: number): string {
  return createHash('sha256').update(`form ${id}`).digest('hex').slice(0, 32);
}
