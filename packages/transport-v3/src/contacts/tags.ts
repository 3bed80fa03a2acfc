import type { Tag } from '@egoi-client/v3-api';
import { readPages } from '../calls/pages.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { FurtherStep } from '../calls/further-steps.ts';
import type { V3Call } from '../calls/v3-call.ts';

/** Where the tags of an account are kept. */
export const tagsKey = 'tags';

/** How problems with a tag are told. */
export const attachCodes: ProblemCodes = {
  notFound: 'TAG_NOT_FOUND',
  invalid: { contacts: 'NO_TARGET_ELEMENTS' },
};

/** All tags, asked for anew, the oldest first. */
export async function allTags(call: V3Call): Promise<Tag[]> {
  const { items } = await readPages<Tag>({
    start: 0,
    limit: Number.POSITIVE_INFINITY,
    pageSize: call.options.pageSize,
    keyOf: ({ tag_id }) => tag_id,
    ask: (page) => call.ask('getAllTags', { ...page, order: 'asc', order_by: 'tag_id' }),
  });
  return items;
}

/** The numbers of tags given by number or name, in their order. @throws Refusal for a name that none has */
export async function tagNumbers(
  call: V3Call,
  tags: readonly (number | string)[],
): Promise<number[]> {
  if (tags.every((tag) => typeof tag === 'number')) return [...tags] as number[];
  const numbers = await call.find(
    tagsKey,
    () => allTags(call),
    (known) => numbersAmong(known, tags),
  );
  if (numbers === undefined) throw new Refusal('TAG_NOT_FOUND');
  return numbers;
}

function numbersAmong(
  known: readonly Tag[],
  tags: readonly (number | string)[],
): number[] | undefined {
  const numbers = tags.flatMap((tag) =>
    typeof tag === 'number' ? [tag] : (known.find(({ name }) => name === tag)?.tag_id ?? []),
  );
  return numbers.length === tags.length ? numbers : undefined;
}

/** A step for each tag that contacts are to get. */
export function attachSteps(
  call: V3Call,
  list: number,
  tags: readonly number[],
  contacts: { readonly field_id?: string; readonly contacts: readonly string[] },
): FurtherStep[] {
  return tags.map((tag_id) => ({
    name: 'tags',
    words: `attachTag ${tag_id}`,
    run: () =>
      call.ask('actionAttachTag', { list_id: list, body: { tag_id, ...contacts } }, attachCodes),
  }));
}
