// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions, NoParams } from '../options/call-options.ts';
import type { Outcome, Tag } from './structs.ts';

/** Parameters of addTag. */
export interface AddTagParams {
  /** Name of the tag. */
  readonly name: string;
  /** Colour, as `#RRGGBB`. */
  readonly color?: string | null | undefined;
}

/** The new tag. */
export interface AddTagResult {
  /** Number of the tag. */
  ID: number;
  /** Name of the tag. */
  NAME?: string | undefined;
}

/** Parameters of attachTag. */
export interface AttachTagParams {
  /** Number of the tag (`ID` of getTags). */
  readonly tag: number | string;
  /** The contacts concerned: `{ subscriber: UID }`, or a list of UIDs. */
  readonly target:
    | { readonly subscriber: string | number | readonly (string | number)[] }
    | readonly (string | number)[];
  /** Always `'subscriber'`, yet required. */
  readonly type: 'subscriber';
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
}

/** Parameters of deleteTag. */
export interface DeleteTagParams {
  /** Number of the tag (`ID` of getTags). */
  readonly tag: number | string;
}

/** Parameters of detachTag. */
export interface DetachTagParams {
  /** Number of the tag (`ID` of getTags). */
  readonly tag: number | string;
  /** The contacts concerned: `{ subscriber: UID }`, or a list of UIDs. */
  readonly target:
    | { readonly subscriber: string | number | readonly (string | number)[] }
    | readonly (string | number)[];
  /** Always `'subscriber'`, yet required. */
  readonly type: 'subscriber';
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
}

/** The tags. */
export interface GetTagsResult {
  /** The tags. */
  TAG_LIST: Tag[];
}

/** The methods of the group 'tags'. */
export interface TagsMethods {
  /**
   * Creates a tag.
   *
   * Source: reference, Tags. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `NAME_MISSING`, `TAG_ALREADY_EXISTS`
   */
  addTag(params: AddTagParams, options?: CallOptions): Promise<AddTagResult>;
  /**
   * Attaches a tag to contacts of a list.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * No source knows how several contacts are named; a list in `target` or in `target.subscriber` is
   * the sandbox's choice.
   *
   * Source: reference, Tags. Parameters seen in a source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `NO_TAG_ID`, `TAG_NOT_FOUND`, `NO_TARGET_ELEMENTS`, `INVALID_TYPE`,
   * `INVALID_LIST`, `INTERNAL_ERROR`
   */
  attachTag(params: AttachTagParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Deletes a tag and takes it off every contact.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Tags. Parameters inferred from sources; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `NO_TAG_ID`, `TAG_NOT_FOUND`, `INTERNAL_ERROR`
   */
  deleteTag(params: DeleteTagParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Detaches a tag from contacts of a list.
   *
   * No source knows the fields of the result; `RESULT: 'OK'` is the sandbox's choice, after
   * checklogin.
   *
   * Source: reference, Tags. Parameters inferred from sources; result of which a source shows the
   * shape alone.
   *
   * @throws EgoiApiError `NO_TAG_ID`, `TAG_NOT_FOUND`, `NO_TARGET_ELEMENTS`, `INVALID_TYPE`,
   * `INVALID_LIST`, `INTERNAL_ERROR`
   */
  detachTag(params: DetachTagParams, options?: CallOptions): Promise<Outcome>;
  /**
   * Lists the tags of the account.
   *
   * Source: reference, Tags. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `NO_TAGS_FOUND`
   */
  getTags(params?: NoParams, options?: CallOptions): Promise<GetTagsResult>;
}
