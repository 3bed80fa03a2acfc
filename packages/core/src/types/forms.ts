// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { Form, FormSubmission } from './structs.ts';

/** Parameters of getForms. */
export interface GetFormsParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
}

/** Parameters of getFormsSubmissions. */
export interface GetFormsSubmissionsParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Number of the form; the name is the sandbox's choice, after addSubscriber. */
  readonly formID?: number | string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The methods of the group 'forms'. */
export interface FormsMethods {
  /**
   * Lists the forms of a list; `id` is the `formID` of addSubscriber.
   *
   * Source: reference, Forms. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `FORMS_NOT_FOUND`, `LIST_MISSING`, `LIST_NOT_FOUND`
   */
  getForms(params: GetFormsParams, options?: CallOptions): Promise<Form[]>;
  /**
   * Lists the submissions of a form.
   *
   * No source knows parameters or fields; all of them are the sandbox's choice.
   *
   * Source: reference, Forms. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `FORM_MISSING`, `FORMS_NOT_FOUND`, `LIST_MISSING`
   */
  getFormsSubmissions(
    params?: GetFormsSubmissionsParams,
    options?: CallOptions,
  ): Promise<FormSubmission[]>;
}
