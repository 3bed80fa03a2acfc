import type { SegmentReference } from '../../account/store/segments.ts';
import { Refusal } from '../calls/refusal.ts';

const tagPrefix = 'tag_';

/** How the API names a segment: one that was saved by its number, the one of a tag with a prefix. */
export function segmentIdOf(reference: SegmentReference): string {
  return 'tag' in reference ? `${tagPrefix}${reference.tag}` : String(reference.saved);
}

/** @throws Refusal 404 for a text that names none */
export function readSegmentReference(id: string): SegmentReference {
  const digits = /^(?:tag_)?(\d{1,15})$/.exec(id)?.[1];
  if (digits === undefined) throw new Refusal(404, 'The segment does not exist');
  return id.startsWith(tagPrefix) ? { tag: Number(digits) } : { saved: Number(digits) };
}
