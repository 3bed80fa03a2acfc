import type { WireObject } from '@egoi-client/core';
import { chosenBySegments, everyone } from '../../account/campaigns/recipients.ts';
import type { Recipients } from '../../account/store/messages.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { readList, scalarText } from '@egoi-client/core/wire';
import { Refusal } from '../calls/refusal.ts';

/** One text or several, without those that say nothing. @throws Refusal `INVALID_OPTION` for a list or struct among them */
function readTexts(params: WireObject, name: string): string[] {
  const texts = readList(params, name).map((item) => {
    const text = scalarText(item);
    if (text === undefined) throw new Refusal('INVALID_OPTION');
    return text.trim();
  });
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Those of some parameters that name recipients. @throws Refusal `INVALID_OPTION` for more than one way at once */
export function readWays<const Name extends string>(
  params: WireObject,
  names: readonly Name[],
): { readonly way: Name; readonly texts: readonly string[] } | undefined {
  const given = names
    .map((way) => ({ way, texts: readTexts(params, way) }))
    .filter(({ texts }) => texts.length > 0);
  if (given.length > 1) throw new Refusal('INVALID_OPTION');
  return given[0];
}

/** The word for everyone, which callers write in either case. */
export function isEveryone(segment: string): boolean {
  return segment.toLowerCase() === 'all';
}

/** The contacts in segments. @throws BrokenRule for a segment that the list does not have */
export async function recipientsIn(
  { sql }: HandlerCall,
  list: number,
  segments: readonly string[],
): Promise<Recipients> {
  return segments.some(isEveryone) ? everyone : chosenBySegments(sql, list, segments);
}
