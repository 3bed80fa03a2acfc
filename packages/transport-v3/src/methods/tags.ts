import { isWireObject, type MethodName, type WireValue } from '@egoi-client/core';
import type { DeclaredLoss, MethodEntry } from '../calls/method-entry.ts';
import { readId, readList, readWord, scalarText } from '@egoi-client/core/wire';
import { readListId, readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { isUid } from '../contacts/find-contact.ts';
import { allTags, attachCodes, tagsKey } from '../contacts/tags.ts';

const queued: readonly DeclaredLoss[] = [
  { kind: 'later', name: 'RESULT', reason: 'the service took the work and does it in its turn' },
  {
    kind: 'approximate',
    name: 'target',
    reason: 'contacts that the list does not have are passed over, also where it has none of them',
    effects: { endings: [['NO_TARGET_ELEMENTS', 'answer']] },
  },
];

const isColor = (text: string): boolean => /^#[\da-f]{6}$/i.test(text);

/** Tags and the contacts that carry them. */
export const tagMethods = {
  addTag: {
    verdict: 'exact',
    operations: ['createTag'],
    cost: { requests: 1 },
    losses: [
      {
        kind: 'parameter',
        name: 'color',
        reason: 'API v3 takes colours as #RRGGBB alone',
        occurs: (params) => !isColor(readWord(params, 'color') ?? '#000000'),
        effects: 'unseen',
      },
    ],
    async answer(call) {
      const name = readName(call.params, 'name', 'NAME_MISSING');
      const color = readWord(call.params, 'color') ?? '';
      const body = isColor(color) ? { name, color } : { name };
      const codes = { conflict: 'TAG_ALREADY_EXISTS', invalid: { name: 'NAME_MISSING' } } as const;
      const tag = await call.change(tagsKey, () => call.ask('createTag', { body }, codes));
      return { ID: String(tag.tag_id), NAME: tag.name ?? name };
    },
  },

  attachTag: {
    verdict: 'with losses',
    operations: ['actionAttachTag'],
    cost: { requests: 1, further: 'one more where contacts are named by UID and by address' },
    losses: queued,
    answer: (call) => tagContacts(call, 'actionAttachTag'),
  },

  deleteTag: {
    verdict: 'exact',
    operations: ['deleteTag'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const tag_id = readTag(call);
      const codes = { ...attachCodes, conflict: 'IN_USE' } as const;
      await call.change(tagsKey, () => call.ask('deleteTag', { tag_id }, codes));
      return { RESULT: 'OK' };
    },
  },

  detachTag: {
    verdict: 'with losses',
    operations: ['actionDetachTag'],
    cost: { requests: 1, further: 'one more where contacts are named by UID and by address' },
    losses: queued,
    answer: (call) => tagContacts(call, 'actionDetachTag'),
  },

  getTags: {
    verdict: 'exact',
    operations: ['getAllTags'],
    cost: { requests: 1, further: 'one for each further 1,000 tags' },
    losses: [],
    async answer(call) {
      const tags = await allTags(call);
      if (tags.length === 0) throw new Refusal('NO_TAGS_FOUND');
      return {
        TAG_LIST: tags.map(({ tag_id, name = '' }) => ({ ID: String(tag_id), NAME: name })),
      };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function readTag({ params }: V3Call): number {
  const id = readId(params, 'tag');
  if (id === undefined) throw new Refusal('NO_TAG_ID');
  if (id === 0) throw new Refusal('TAG_NOT_FOUND');
  return id;
}

async function tagContacts(
  call: V3Call,
  action: 'actionAttachTag' | 'actionDetachTag',
): Promise<WireValue> {
  const tag_id = readTag(call);
  if (readText(call.params, 'type', 'INVALID_TYPE') !== 'subscriber') {
    throw new Refusal('INVALID_TYPE');
  }
  const list_id = readListId(call.params, 'INVALID_LIST', 'INVALID_LIST');
  const references = [...new Set(readList(call.params, 'target').flatMap(referencesIn))];
  const uids = references.filter(isUid);
  const emails = references.filter((reference) => !isUid(reference));
  const bodies = [
    ...(uids.length === 0 ? [] : [{ tag_id, contacts: uids }]),
    ...(emails.length === 0 ? [] : [{ tag_id, field_id: 'email', contacts: emails }]),
  ];
  const [first, second] = bodies;
  if (first === undefined) throw new Refusal('NO_TARGET_ELEMENTS');
  const codes = { ...attachCodes, listNotFound: 'INVALID_LIST' } as const;
  await call.ask(action, { list_id, body: first }, codes);
  const further =
    second === undefined
      ? []
      : [
          {
            name: 'target',
            words: 'the contacts named by address',
            run: () => call.ask(action, { list_id, body: second }, codes),
          },
        ];
  return call.finish(['the contacts named by UID'], { RESULT: 'OK' }, further);
}

/** One item of `target`: a reference, or a struct with one or more under `subscriber`. */
function referencesIn(item: WireValue): string[] {
  const items = isWireObject(item) ? readList(item, 'subscriber') : [item];
  return items.flatMap((reference) => scalarText(reference) ?? []);
}
