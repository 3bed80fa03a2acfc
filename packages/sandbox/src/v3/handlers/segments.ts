import { requireList } from '../../account/lists/lists.ts';
import { deleteUnusedSegment } from '../../account/segments/segments.ts';
import { segmentsOf } from '../../account/store/segments.ts';
import { allTags } from '../../account/store/tags.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { pageOf } from '../calls/page.ts';
import { readSegmentReference, segmentIdOf } from './segment-reference.ts';

/** Segments of a list: those that were saved, and one of every tag. The account has no automatic ones. */
export const segmentHandlers = {
  async getAllSegments({ sql, input }: HandlerCall<'getAllSegments'>) {
    const list = await requireList(sql, input.list_id);
    const saved = (await segmentsOf(sql, list.id)).map(({ id, name, created, changed }) => ({
      type: 'saved' as const,
      segment_id: segmentIdOf({ saved: id }),
      name,
      created,
      updated: changed,
    }));
    const ofTags = (await allTags(sql)).map(({ id, name }) => ({
      type: 'tag' as const,
      segment_id: segmentIdOf({ tag: id }),
      name,
      created: '',
      updated: '',
    }));
    const { type, name } = input;
    const found = [...saved, ...ofTags].filter(
      (segment) =>
        (type === undefined || segment.type === type) &&
        (name === undefined || segment.name === name),
    );
    return pageOf(found, input);
  },

  async deleteSegment({ sql, input }: HandlerCall<'deleteSegment'>) {
    const list = await requireList(sql, input.list_id);
    await deleteUnusedSegment(sql, list.id, readSegmentReference(input.segment_id));
    return undefined;
  },
};
