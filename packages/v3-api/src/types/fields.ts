// Written by `pnpm v3:types` from the description of the operations: change it there.

/** An option of an extra field, with its labels. */
export interface FieldOption {
  /** Option. 1 or more. */
  readonly option_id: number;
  /** Label in English. */
  readonly en?: string | undefined;
  /** Label in Portuguese. */
  readonly pt?: string | undefined;
  /** Label in Brazilian Portuguese. */
  readonly br?: string | undefined;
  /** Label in Spanish. */
  readonly es?: string | undefined;
  /** Label in German. */
  readonly de?: string | undefined;
  /** Label in Hungarian. */
  readonly hu?: string | undefined;
  /** Label in French. */
  readonly fr?: string | undefined;
}

/** A field of a list with its options. */
export interface FieldDetails {
  /** Field: a name such as `email`, or the number of an extra field as text. */
  readonly field_id: string;
  /** What it is called. */
  readonly name: string;
  /** Format of its values; it cannot change. */
  readonly format: 'date' | 'text' | 'cellphone' | 'phone' | 'number' | 'email' | 'options';
  /** Whether every list has it or this one alone. */
  readonly type?: 'base' | 'extra' | undefined;
  /** Whether no two contacts of the list may have the same value. */
  readonly unique?: boolean | undefined;
  /** Its options; none in formats other than `options`. */
  readonly options?: readonly FieldOption[] | undefined;
}

/** Input of getAllFields. */
export interface GetAllFieldsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** What changes. */
export interface PatchBaseFieldBody {
  /** Whether no two contacts of the list may have the same value. */
  readonly unique?: boolean | undefined;
}

/** A field of a list. */
export interface Field {
  /** Field: a name such as `email`, or the number of an extra field as text. */
  readonly field_id: string;
  /** What it is called. */
  readonly name: string;
  /** Format of its values; it cannot change. */
  readonly format: 'date' | 'text' | 'cellphone' | 'phone' | 'number' | 'email' | 'options';
  /** Whether no two contacts of the list may have the same value. */
  readonly unique?: boolean | undefined;
}

/** Input of patchBaseField. */
export interface PatchBaseFieldInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Name of the field: `email`. */
  readonly field_id: string;
  /** What changes. */
  readonly body: PatchBaseFieldBody;
}

/** A new extra field. */
export interface CreateExtraFieldBody {
  /** What it is called. */
  readonly name: string;
  /** Format of its values; it cannot change. */
  readonly format: 'date' | 'text' | 'cellphone' | 'phone' | 'number' | 'email' | 'options';
  /** Whether no two contacts of the list may have the same value. */
  readonly unique?: boolean | undefined;
}

/** Input of createExtraField. */
export interface CreateExtraFieldInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** A new extra field. */
  readonly body: CreateExtraFieldBody;
}

/** What changes; the format cannot. */
export interface PatchExtraFieldBody {
  /** What it is called. */
  readonly name?: string | undefined;
  /** Whether no two contacts of the list may have the same value. */
  readonly unique?: boolean | undefined;
}

/** Input of patchExtraField. */
export interface PatchExtraFieldInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
  /** What changes; the format cannot. */
  readonly body: PatchExtraFieldBody;
}

/** What uses the field. */
export interface FieldUse {
  /** Segments that use it. */
  readonly segments?: readonly number[] | undefined;
  /** Forms that use it. */
  readonly forms?: readonly number[] | undefined;
}

/** Input of deleteExtraField. */
export interface DeleteExtraFieldInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
}

/** A page of options. */
export interface FieldOptionPage {
  /** The options of this page. */
  readonly items: readonly FieldOption[];
}

/** Input of getAllFieldOptions. */
export interface GetAllFieldOptionsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
}

/** Labels of an option; those left out stay as they are. */
export interface FieldOptionBody {
  /** Label in English. */
  readonly en?: string | undefined;
  /** Label in Portuguese. */
  readonly pt?: string | undefined;
  /** Label in Brazilian Portuguese. */
  readonly br?: string | undefined;
  /** Label in Spanish. */
  readonly es?: string | undefined;
  /** Label in German. */
  readonly de?: string | undefined;
  /** Label in Hungarian. */
  readonly hu?: string | undefined;
  /** Label in French. */
  readonly fr?: string | undefined;
}

/** Input of createFieldOption. */
export interface CreateFieldOptionInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
  /** Labels of an option; those left out stay as they are. */
  readonly body: FieldOptionBody;
}

/** Input of updateFieldOption. */
export interface UpdateFieldOptionInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
  /** Option. 1 or more. */
  readonly option_id: number;
  /** Labels of an option; those left out stay as they are. */
  readonly body: FieldOptionBody;
}

/** Input of deleteFieldOption. */
export interface DeleteFieldOptionInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Extra field, by its number. 1 or more. */
  readonly field_id: number;
  /** Option. 1 or more. */
  readonly option_id: number;
}
