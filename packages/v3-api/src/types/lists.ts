// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A contact list. */
export interface ContactList {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Name that contacts see. */
  readonly public_name?: string | undefined;
  /** Whether the list can be used. */
  readonly status?: 'active' | 'blocked' | undefined;
  /** Group that the list is in; `0` is none. */
  readonly group_id?: number | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** When it was last changed. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated?: string | undefined;
}

/** A page of contact lists. */
export interface ContactListPage {
  /** The contact lists of this page. */
  readonly items: readonly ContactList[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllLists. */
export interface GetAllListsInput {
  /** Only lists with this internal name. */
  readonly internal_name?: string | undefined;
  /** Only lists with this public name. */
  readonly public_name?: string | undefined;
  /** Only lists made then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_min?: string | undefined;
  /** Only lists made then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_max?: string | undefined;
  /** Only lists changed then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated_min?: string | undefined;
  /** Only lists changed then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated_max?: string | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `list_id` where it is left out. */
  readonly order_by?:
    | 'list_id'
    | 'internal_name'
    | 'public_name'
    | 'created'
    | 'updated'
    | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** What a new list is called. */
export interface CreateListBody {
  /** Name that only the account sees. */
  readonly internal_name: string;
  /** Name that contacts see; the internal one where it is left out. */
  readonly public_name?: string | undefined;
}

/** Input of createList. */
export interface CreateListInput {
  /** What a new list is called. */
  readonly body: CreateListBody;
}

/** How many contacts a list has. */
export interface ContactListStats {
  /** All contacts. 0 or more. */
  readonly total_contacts?: number | undefined;
  /** Active ones. 0 or more. */
  readonly total_active?: number | undefined;
  /** Inactive ones. 0 or more. */
  readonly total_inactive?: number | undefined;
  /** Removed ones. 0 or more. */
  readonly total_removed?: number | undefined;
  /** Those that have not confirmed yet. 0 or more. */
  readonly total_unconfirmed?: number | undefined;
  /** Those that were asked to confirm again. 0 or more. */
  readonly total_waiting_new_confirmation?: number | undefined;
}

/** A contact list with its languages and counts. */
export interface ContactListDetails {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Name that contacts see. */
  readonly public_name?: string | undefined;
  /** Whether the list can be used. */
  readonly status?: 'active' | 'blocked' | undefined;
  /** Group that the list is in; `0` is none. */
  readonly group_id?: number | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** When it was last changed. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated?: string | undefined;
  /** Language of contacts who have none. */
  readonly default_language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** Languages that the list is kept in. */
  readonly available_languages?: readonly string[] | undefined;
  /** How many contacts a list has. */
  readonly stats?: ContactListStats | undefined;
}

/** Input of getList. */
export interface GetListInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
}

/** What changes; the rest stays as it is. */
export interface UpdateListBody {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Name that contacts see. */
  readonly public_name?: string | undefined;
  /** Group that the list is put in. 1 or more. */
  readonly group_id?: number | undefined;
}

/** Input of updateList. */
export interface UpdateListInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** What changes; the rest stays as it is. */
  readonly body: UpdateListBody;
}

/** Input of deleteList. */
export interface DeleteListInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
}
