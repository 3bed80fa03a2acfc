// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { ExtraField, List, Outcome } from './structs.ts';

/** Parameters of addExtraField. */
export interface AddExtraFieldParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Name of the field. */
  readonly name: string;
  /**
   * Kind of field: data, texto, telefone, telemovel, fax, numero, email, lista. Documented as
   * required, yet known callers leave it out.
   */
  readonly type?: string | null | undefined;
  /**
   * Options of a `lista` field, separated by commas. No source knows how they are given; this is
   * the sandbox's choice.
   */
  readonly opcoes?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The new field. */
export interface AddExtraFieldResult {
  /** Number of the new field. */
  NEW_ID: number;
}

/** Parameters of createList. */
export interface CreateListParams {
  /** Name of the list. */
  readonly nome: string;
  /** Language of the list; one client says `sp` for Spanish. */
  readonly idioma_lista?:
    | 'pt'
    | 'br'
    | 'en'
    | 'es'
    | 'fr'
    | 'de'
    | 'PT'
    | 'BR'
    | 'EN'
    | 'ES'
    | 'FR'
    | 'DE'
    | 'sp'
    | 'SP'
    | null
    | undefined;
  /** Whether the list is used for e-mail. */
  readonly canal_email?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Whether the list is used for SMS. */
  readonly canal_sms?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Whether the list is used for fax. */
  readonly canal_fax?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Whether the list is used for voice. */
  readonly canal_voz?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Whether the list is used for MMS. */
  readonly canal_mms?: boolean | 0 | 1 | '0' | '1' | null | undefined;
}

/** The new list. */
export interface CreateListResult {
  /** Number of the new list. */
  LIST_ID: number;
}

/** Parameters of deleteExtraField. */
export interface DeleteExtraFieldParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Number of the extra field; the parameter's name is the sandbox's choice. */
  readonly id?: number | string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of deleteList. */
export interface DeleteListParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
}

/** Parameters of editExtraField. */
export interface EditExtraFieldParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Number of the extra field; the parameter's name is the sandbox's choice. */
  readonly id?: number | string | null | undefined;
  /** New name of the field. */
  readonly name?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of getExtraFields. */
export interface GetExtraFieldsParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
}

/** The extra fields. */
export interface GetExtraFieldsResult {
  /** The fields by their number; empty when the list has none. */
  extra_fields: { [name: string]: ExtraField };
}

/** Parameters of getLists. */
export interface GetListsParams {
  /** Only this list; still answered as a list of one. */
  readonly listID?: number | string | null | undefined;
  /** Lists to skip. */
  readonly start?: number | string | null | undefined;
  /** Most lists to return. */
  readonly limit?: number | string | null | undefined;
}

/** Parameters of updateList. */
export interface UpdateListParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** New name. */
  readonly name?: string | null | undefined;
  /** New language. */
  readonly language?:
    | 'pt'
    | 'br'
    | 'en'
    | 'es'
    | 'fr'
    | 'de'
    | 'PT'
    | 'BR'
    | 'EN'
    | 'ES'
    | 'FR'
    | 'DE'
    | null
    | undefined;
  /** Whether the list is used for e-mail. */
  readonly canal_email?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Whether the list is used for SMS. */
  readonly canal_sms?: boolean | 0 | 1 | '0' | '1' | null | undefined;
}

/** The methods of the group 'lists'. */
export interface ListsMethods {
  /**
   * Adds an extra field to a list; contacts then take its value as `extra_<NEW_ID>`.
   *
   * Source: reference, Lists. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `FIELD_NAME_MISSING`, `INVALID_TYPE`
   */
  addExtraField(params: AddExtraFieldParams, options?: CallOptions): Promise<AddExtraFieldResult>;
  /**
   * Creates a contact list.
   *
   * The parameters have Portuguese names.
   *
   * Source: reference, Lists. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `NO_MORE_LISTS_ALLOWED`, `NAME_MISSING`
   */
  createList(params: CreateListParams, options?: CallOptions): Promise<CreateListResult>;
  /**
   * Deletes an extra field of a list, with its values.
   *
   * The parameter `id` is the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Lists. Parameters inferred from sources; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `FIELD_NOT_FOUND`
   */
  deleteExtraField(params?: DeleteExtraFieldParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Deletes a list with its contacts.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Lists. Parameters inferred from sources; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `LISTID_MISSING`, `LIST_NOT_EXISTS`, `IN_USE`
   */
  deleteList(params: DeleteListParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Edits an extra field of a list.
   *
   * The parameter `id` is the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Lists. Parameters inferred from sources; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `FIELD_NOT_FOUND`, `FIELD_NAME_MISSING`
   */
  editExtraField(params?: EditExtraFieldParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Lists the extra fields of a list, keyed by their number.
   *
   * Source: reference, Lists. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`
   */
  getExtraFields(
    params: GetExtraFieldsParams,
    options?: CallOptions,
  ): Promise<GetExtraFieldsResult>;
  /**
   * Lists the contact lists of the account, the newest first.
   *
   * Whether `start` and `limit` exist is inferred from a client that declares them.
   *
   * An account without lists answers an error of unknown code; `LIST_NOT_FOUND` is the sandbox's
   * choice.
   *
   * Source: reference, Lists. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_NOT_FOUND`, `NO_ACCESS`, `INVALID`,
   * `NO_USERNAME_AND_PASSWORD_AND_APIKEY`
   */
  getLists(params?: GetListsParams, options?: CallOptions): Promise<List[]>;
  /**
   * Edits the options of a list.
   *
   * Note that the name is `name` here and `nome` in createList.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Lists. Parameters seen in a source; result in no source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NAME_MISSING`
   */
  updateList(params: UpdateListParams, options?: CallOptions): Promise<Outcome>;
}
