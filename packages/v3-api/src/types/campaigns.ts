// Written by `pnpm v3:types` from the description of the operations: change it there.

/** When it is to be sent. */
export interface CampaignSchedule {
  /** Whether a moment is set. */
  readonly enabled?: boolean | undefined;
  /** The moment. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly date?: string | undefined;
}

/** A campaign of any channel. */
export interface Campaign {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** Number of the campaign; the `REF` of API v2. 1 or more. */
  readonly id?: number | undefined;
  /** How far it is. */
  readonly status?: 'draft' | 'canceled' | 'queued' | 'paused' | 'sending' | 'sent' | undefined;
  /** By what it is sent. */
  readonly channel?: 'email' | 'push' | 'sms' | 'smart_sms' | 'voice' | 'web_push' | undefined;
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Contact list. 1 or more. */
  readonly list_id?: number | undefined;
  /** Subject, or what stands for one. */
  readonly title?: string | undefined;
  /** User who made it. 1 or more. */
  readonly created_by?: number | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** When it was last changed. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated?: string | undefined;
  /** Address of a small picture of it. */
  readonly thumbnail?: string | undefined;
  /** Group that it is in; left out where there is none. */
  readonly group_id?: number | undefined;
  /** When sending began. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly start_date?: string | undefined;
  /** When sending ended. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly end_date?: string | undefined;
  /** When it is to be sent. */
  readonly schedule_date?: CampaignSchedule | undefined;
  /** Messages that went out. 0 or more. */
  readonly processed_messages?: number | undefined;
  /** Automation that sends it; `0` is none. */
  readonly automation_id?: number | undefined;
}

/** A page of campaigns. */
export interface CampaignPage {
  /** The campaigns of this page. */
  readonly items: readonly Campaign[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllCampaigns. */
export interface GetAllCampaignsInput {
  /** Only campaigns of this channel. */
  readonly channel?: 'email' | 'push' | 'sms' | 'smart_sms' | 'voice' | 'web_push' | undefined;
  /** Only this campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
  /** Only campaigns of this list. */
  readonly list_id?: number | undefined;
  /** Only campaigns that are this far. */
  readonly status?: 'draft' | 'canceled' | 'queued' | 'paused' | 'sending' | 'sent' | undefined;
  /** Only campaigns with this internal name. */
  readonly internal_name?: string | undefined;
  /** Only campaigns of this user. */
  readonly created_by?: number | undefined;
  /** Only campaigns of this group. */
  readonly group_id?: number | undefined;
  /** Only campaigns made then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_min?: string | undefined;
  /** Only campaigns made then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_max?: string | undefined;
  /** Only campaigns changed then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated_min?: string | undefined;
  /** Only campaigns changed then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly updated_max?: string | undefined;
  /**
   * Only campaigns whose sending began then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is
   * none.
   */
  readonly start_date_min?: string | undefined;
  /**
   * Only campaigns whose sending began then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is
   * none.
   */
  readonly start_date_max?: string | undefined;
  /**
   * Only campaigns whose sending ended then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is
   * none.
   */
  readonly end_date_min?: string | undefined;
  /**
   * Only campaigns whose sending ended then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is
   * none.
   */
  readonly end_date_max?: string | undefined;
  /** Only campaigns to be sent then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly schedule_date_min?: string | undefined;
  /** Only campaigns to be sent then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly schedule_date_max?: string | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `created` where it is left out. */
  readonly order_by?:
    | 'created'
    | 'list_id'
    | 'internal_name'
    | 'created_by'
    | 'group_id'
    | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `100` where it is left out. */
  readonly limit?: number | undefined;
}

/** Input of deleteCampaigns. */
export interface DeleteCampaignsInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
}
