// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A group of campaigns. */
export interface CampaignGroup {
  /** Group of campaigns. 1 or more. */
  readonly group_id: number;
  /** What it is called. */
  readonly name: string;
}

/** A page of groups. */
export interface CampaignGroupPage {
  /** The groups of this page. */
  readonly items: readonly CampaignGroup[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllCampaignGroups. */
export interface GetAllCampaignGroupsInput {
  /** Only this group. 1 or more. */
  readonly group_id?: number | undefined;
  /** Only groups with this name. */
  readonly name?: string | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** Name of a group. */
export interface CampaignGroupBody {
  /** What it is called. */
  readonly name: string;
}

/** Input of createCampaignGroup. */
export interface CreateCampaignGroupInput {
  /** Name of a group. */
  readonly body: CampaignGroupBody;
}

/** Input of updateCampaignGroup. */
export interface UpdateCampaignGroupInput {
  /** Group of campaigns. 1 or more. */
  readonly group_id: number;
  /** Name of a group. */
  readonly body: CampaignGroupBody;
}

/** Input of deleteCampaignGroup. */
export interface DeleteCampaignGroupInput {
  /** Group of campaigns. 1 or more. */
  readonly group_id: number;
}
