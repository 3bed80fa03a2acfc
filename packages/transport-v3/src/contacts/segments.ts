import type { Segment } from '@egoi-client/v3-api';
import { readPages } from '../calls/pages.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

/** All segments of a list, asked for anew. */
export async function segmentsOf(call: V3Call, list_id: number): Promise<Segment[]> {
  const { items } = await readPages<Segment>({
    start: 0,
    limit: Number.POSITIVE_INFINITY,
    pageSize: call.options.pageSize,
    keyOf: ({ segment_id }) => segment_id,
    ask: (page) => call.ask('getAllSegments', { list_id, ...page }),
  });
  return items;
}

/** Where the segments of a list are kept. */
export function segmentsKey(list: number): string {
  return `segments ${list}`;
}

/** The id of the segment whose contacts are asked for. @throws Refusal for a name that none has: it has no contacts */
export async function segmentNamed(call: V3Call, list: number, wanted: string): Promise<string> {
  const segments = await call.lookUp(segmentsKey(list), () => segmentsOf(call, list));
  const segment = segments.find(({ name }) => name === wanted);
  if (segment === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return segment.segment_id;
}
