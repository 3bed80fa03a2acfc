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

/** The ids of segments with some names, in their order; `undefined` where the list lacks one. */
export function segmentIds(
  call: V3Call,
  list: number,
  names: readonly string[],
): Promise<readonly string[] | undefined> {
  return call.find(
    segmentsKey(list),
    () => segmentsOf(call, list),
    (segments) => {
      const ids = names.flatMap(
        (wanted) => segments.find(({ name }) => name === wanted)?.segment_id ?? [],
      );
      return ids.length === names.length ? ids : undefined;
    },
  );
}

/** Where the segments of a list are kept. */
export function segmentsKey(list: number): string {
  return `segments ${list}`;
}

/** The id of the segment whose contacts are asked for. @throws Refusal for a name that none has: it has no contacts */
export async function segmentNamed(call: V3Call, list: number, wanted: string): Promise<string> {
  const [id] = (await segmentIds(call, list, [wanted])) ?? [];
  if (id === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return id;
}
