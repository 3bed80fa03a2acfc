// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A user of the account. */
export interface User {
  /** User. 1 or more. */
  readonly user_id: number;
  /** Name to log in with. */
  readonly username?: string | undefined;
  /** Whether the user may do everything. */
  readonly is_admin?: boolean | undefined;
  /** First name. */
  readonly first_name?: string | undefined;
  /** Last name. */
  readonly last_name?: string | undefined;
  /** E-mail address. */
  readonly email?: string | undefined;
  /** Telephone. */
  readonly phone?: string | undefined;
  /** Whether the user can log in. */
  readonly status?: 'active' | 'inactive' | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** When it was last changed. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated?: string | undefined;
  /** Address of a picture. */
  readonly profile_image?: string | undefined;
}

/** A page of users. */
export interface UserPage {
  /** The users of this page. */
  readonly items: readonly User[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllUsers. */
export interface GetAllUsersInput {
  /** Only the user with this name. */
  readonly username?: string | undefined;
  /** Only users with this status. */
  readonly status?: 'active' | 'inactive' | undefined;
  /** Only users made then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_min?: string | undefined;
  /** Only users made then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_max?: string | undefined;
  /** Only users changed then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated_min?: string | undefined;
  /** Only users changed then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated_max?: string | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `user_id` where it is left out. */
  readonly order_by?: 'user_id' | 'username' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}
