// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A segment of a list. */
export interface Segment {
  /** Segment, by its id. */
  readonly segment_id: string;
  /** Made by the service, saved by a user, or the contacts that have a tag. */
  readonly type?: 'auto' | 'saved' | 'tag' | undefined;
  /** What it is called. */
  readonly name?: string | undefined;
  /**
   * When it was made; not said of those that the service made. `YYYY-MM-DD HH:MM:SS` or RFC 3339;
   * `''` is none.
   */
  readonly created?: string | undefined;
  /**
   * When it was last changed; not said of those that the service made. `YYYY-MM-DD HH:MM:SS` or RFC
   * 3339; `''` is none.
   */
  readonly updated?: string | undefined;
}

/** A page of segments. */
export interface SegmentPage {
  /** The segments of this page. */
  readonly items: readonly Segment[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllSegments. */
export interface GetAllSegmentsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Only segments of this type. */
  readonly type?: 'auto' | 'saved' | 'tag' | undefined;
  /** Only segments with this name. */
  readonly name?: string | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** Input of deleteSegment. */
export interface DeleteSegmentInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Segment, by its id. */
  readonly segment_id: string;
}
