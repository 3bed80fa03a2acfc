import { requireList } from '../../account/lists/lists.ts';
import { deleteUnusedSegment } from '../../account/segments/segments.ts';
import { segmentsOf } from '../../account/store/segments.ts';
import { allTags } from '../../account/store/tags.ts';
import { done, type HandlerCall, ok } from '../calls/handler.ts';
import { type PageQuery, pageOf } from '../calls/page.ts';
import { readSegmentReference, segmentIdOf } from './segment-reference.ts';

interface InList {
  readonly list_id: number;
}

interface SegmentsQuery extends PageQuery {
  readonly type?: 'auto' | 'saved' | 'tag' | undefined;
  readonly name?: string | undefined;
}

/** Segments of a list: those that were saved, and one of every tag. The account has no automatic ones. */
export const segmentHandlers = {
  async getAllSegments({ sql, path, query }: HandlerCall<InList, SegmentsQuery>) {
    const list = await requireList(sql, path.list_id);
    const saved = (await segmentsOf(sql, list.id)).map(({ id, name, created, changed }) => ({
      type: 'saved',
      segment_id: segmentIdOf({ saved: id }),
      name,
      created,
      updated: changed,
    }));
    const ofTags = (await allTags(sql)).map(({ id, name }) => ({
      type: 'tag',
      segment_id: segmentIdOf({ tag: id }),
      name,
      created: '',
      updated: '',
    }));
    const { type, name } = query;
    const found = [...saved, ...ofTags].filter(
      (segment) =>
        (type === undefined || segment.type === type) &&
        (name === undefined || segment.name === name),
    );
    return ok(pageOf(found, query));
  },

  async deleteSegment({ sql, path }: HandlerCall<InList & { readonly segment_id: string }>) {
    const list = await requireList(sql, path.list_id);
    await deleteUnusedSegment(sql, list.id, readSegmentReference(path.segment_id));
    return done;
  },
};
