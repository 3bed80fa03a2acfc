// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { NewSegment, Outcome, SegmentEntry } from './structs.ts';

/** Parameters of createSegment. */
export interface CreateSegmentParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Name of the segment; the parameter's name is the sandbox's choice. */
  readonly name?: string | null | undefined;
  /** What is searched for: `{ first_name: 'Ana', status: 1 }`; the sandbox's choice. */
  readonly fields?: unknown;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of createSegmentAdvanced. */
export interface CreateSegmentAdvancedParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Name of the segment. */
  readonly name?: string | null | undefined;
  /** `'all'` or `'any'` of the conditions; `'all'` if left out. */
  readonly match?: string | null | undefined;
  /** A list of `{ field, operator, value }`; operators as the sandbox's page lists them. */
  readonly conditions?: unknown;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of deleteSegment. */
export interface DeleteSegmentParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** Name of the segment. */
  readonly name?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of getSegments. */
export interface GetSegmentsParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
}

/** The methods of the group 'segments'. */
export interface SegmentsMethods {
  /**
   * Creates a segment in a list: the contacts whose fields have given values.
   *
   * That a name and search fields are given is inferred from the error codes; `name`, `fields` and
   * the result `ID` are the sandbox's choice.
   *
   * Source: reference, Segments. Parameters inferred from sources; result of which a source shows
   * the shape alone.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `SEGMENT_NAME_MISSING`,
   * `NO_SEARCH_FIELDS`
   */
  createSegment(params?: CreateSegmentParams, options?: CallOptions): Promise<NewSegment>;
  /**
   * Creates a segment with conditions that compare and combine.
   *
   * No source knows the parameters; `name`, `match` and `conditions` are the sandbox's choice.
   *
   * Source: reference, Segments. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `SEGMENT_NAME_MISSING`,
   * `NO_SEARCH_FIELDS`
   */
  createSegmentAdvanced(
    params?: CreateSegmentAdvancedParams,
    options?: CallOptions,
  ): Promise<NewSegment>;
  /**
   * Deletes a segment of a list.
   *
   * The parameter `name` is the sandbox's choice.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Segments. Parameters inferred from sources; result of which a source shows
   * the shape alone.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `SEGMENT_NOT_FOUND`,
   * `SEGMENT_NAME_MISSING`
   */
  deleteSegment(params?: DeleteSegmentParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Lists the segments of a list, each wrapped in a `segment` of its own.
   *
   * Older tables spell the code `NO_SEGMENTS_FOUND`; the sandbox answers `NO_SEGMENT_FOUND`.
   *
   * Source: reference, Segments. Parameters seen in a source; result in part seen in a source.
   *
   * @throws EgoiApiError `NO_SEGMENT_FOUND`, `NO_SEGMENTS_FOUND`, `LIST_MISSING`, `LIST_NOT_FOUND`
   */
  getSegments(params: GetSegmentsParams, options?: CallOptions): Promise<SegmentEntry[]>;
}
