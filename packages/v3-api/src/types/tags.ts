// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A tag. */
export interface Tag {
  /** Tag. 1 or more. */
  readonly tag_id: number;
  /** What it is called. */
  readonly name?: string | undefined;
  /** Colour, as `#00AEDA`. */
  readonly color?: string | undefined;
}

/** A page of tags. */
export interface TagPage {
  /** The tags of this page. */
  readonly items: readonly Tag[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllTags. */
export interface GetAllTagsInput {
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `tag_id` where it is left out. */
  readonly order_by?: 'tag_id' | 'name' | 'color' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** Name and colour of a tag. */
export interface TagBody {
  /** What it is called. */
  readonly name?: string | undefined;
  /** Colour, as `#00AEDA`. */
  readonly color?: string | undefined;
}

/** Input of createTag. */
export interface CreateTagInput {
  /** Name and colour of a tag. */
  readonly body: TagBody;
}

/** Input of updateTag. */
export interface UpdateTagInput {
  /** Tag. 1 or more. */
  readonly tag_id: number;
  /** Name and colour of a tag. */
  readonly body: TagBody;
}

/** Input of deleteTag. */
export interface DeleteTagInput {
  /** Tag. 1 or more. */
  readonly tag_id: number;
}
