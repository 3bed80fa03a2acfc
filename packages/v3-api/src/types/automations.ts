// Written by `pnpm v3:types` from the description of the operations: change it there.

/** An automation. */
export interface Automation {
  /** Automation; the autobot of API v2. 1 or more. */
  readonly automation_id: number;
  /** What it is called. */
  readonly title?: string | undefined;
  /** Whether it runs. */
  readonly status?: 'active' | 'inactive' | undefined;
  /** User who made it. 1 or more. */
  readonly created_by?: number | undefined;
  /** When it was made. `YYYY-MM-DD`; `''` is none. */
  readonly created?: string | undefined;
  /** When it was last changed. `YYYY-MM-DD`; `''` is none. */
  readonly updated?: string | undefined;
  /** List whose contacts it is for; none where it is for those of every list. 1 or more. */
  readonly list_id?: number | undefined;
  /** Whether a contact may go through it more than once. */
  readonly allow_multiple_contacts?: boolean | undefined;
  /** Most contacts that may be in it. 0 or more. */
  readonly contact_limit?: number | undefined;
}

/** A page of automations. */
export interface AutomationPage {
  /** The automations of this page. */
  readonly items: readonly Automation[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllAutomations. */
export interface GetAllAutomationsInput {
  /** Only this automation. */
  readonly automation_id?: number | undefined;
  /** Only automations with this title. */
  readonly title?: string | undefined;
  /** Only automations of this user. */
  readonly created_by?: number | undefined;
  /** Only automations of this list. 1 or more. */
  readonly list_id?: number | undefined;
  /** Only automations with this status. */
  readonly status?: 'active' | 'inactive' | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `automation_id` where it is left out. */
  readonly order_by?: 'automation_id' | 'title' | 'list_id' | 'created_by' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** A step of an automation. */
export interface AutomationAction {
  /** Step. 1 or more. */
  readonly action_id: number;
  /** What it is called. */
  readonly title?: string | undefined;
  /** What it does. */
  readonly action?: string | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** When it was last changed. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated?: string | undefined;
  /** Step before it; the first step has none. 1 or more. */
  readonly parent_id?: number | undefined;
  /** User who made it. 1 or more. */
  readonly created_by?: number | undefined;
}

/** A page of steps. */
export interface AutomationActionPage {
  /** The steps of this page. */
  readonly items: readonly AutomationAction[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllActions. */
export interface GetAllActionsInput {
  /** Automation; the autobot of API v2. 1 or more. */
  readonly automation_id: number;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}
