import type { WireValue } from '@egoi-client/core';
import { type ContactRules, contactRulesOf } from '../../account/contacts/contact-change.ts';
import { readName } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { SegmentDefinition } from '../../account/store/segment-definition.ts';
import { readConditions, readSearchFields } from './read-segment.ts';
import { deleteSegment } from '../../account/segments/segments.ts';
import { saveSegment, segmentsOf } from '../../account/store/segments.ts';
import { requireListOf } from './find-named.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** Segments: contacts of a list chosen by conditions. */
export const segmentHandlers = {
  createSegment: (call) => addSegment(call, readSearchFields),

  createSegmentAdvanced: (call) => addSegment(call, readConditions),

  async deleteSegment(call) {
    const list = await requireListOf(call);
    const name = readName(call.params, 'name', 'SEGMENT_NAME_MISSING');
    await deleteSegment(call.sql, list.id, name);
    return outcomeOk;
  },

  async getSegments(call) {
    const list = await requireListOf(call);
    const segments = await segmentsOf(call.sql, list.id);
    if (segments.length === 0) throw new Refusal('NO_SEGMENT_FOUND');
    return segments.map(({ id, name }) => ({ segment: { NAME: name, ID: String(id) } }));
  },
} as const satisfies Record<string, Handler>;

async function addSegment(
  call: HandlerCall,
  read: (params: HandlerCall['params'], rules: ContactRules) => SegmentDefinition,
): Promise<WireValue> {
  const list = await requireListOf(call);
  const name = readName(call.params, 'name', 'SEGMENT_NAME_MISSING');
  const definition = read(call.params, await contactRulesOf(call, list));
  const { dateTime } = call.moment;
  return { ID: String(await saveSegment(call.sql, list.id, name, definition, dateTime)) };
}
