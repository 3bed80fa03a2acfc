import { EgoiApiError, EgoiClient, EgoiInputError, type Transport } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import type { Person, Tagging } from './v3-history-commands.ts';
import { type Doings, type Face, faceOf, idOf, NotDone, type Refused } from './v3-history-faces.ts';

/** The account by a wire of v2. */
export function overV2(transport: Transport): Face {
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  // The parameters are those of many methods; what comes back is looked at member by member.
  const call = async (method: string, params: object): Promise<Struct> => {
    try {
      return (await client.call(method, params as never)) as Struct;
    } catch (error) {
      if (error instanceof EgoiInputError) throw new NotDone('invalid');
      if (error instanceof EgoiApiError) throw new NotDone(meaningOf(error.wireCode));
      throw error;
    }
  };
  return faceOf(doings, call);
}

type Struct = { readonly [name: string]: never };
type V2Call = (method: string, params: object) => Promise<Struct>;

function meaningOf(code: string): Refused {
  if (code === 'SUBSCRIBER_ALREADY_REMOVED') return 'removed';
  if (code.endsWith('ALREADY_EXISTS')) return 'taken';
  if (/NOT_FOUND$|LIST_NOT_EXISTS|INVALID_LIST|NO_TARGET_ELEMENTS/.test(code)) return 'not there';
  return 'invalid';
}

const doings: Doings<V2Call> = {
  async addList(call, command) {
    return Number((await call('createList', { nome: command.name }))['LIST_ID']);
  },
  async renameList(call, command) {
    await call('updateList', { listID: command.list, name: command.name });
    return 'renamed';
  },
  async deleteList(call, command) {
    await call('deleteList', { listID: command.list });
    return 'deleted';
  },
  async lists(call) {
    return listOf(await orNone(call('getLists', { limit: 1000 }))).map((list) => [
      Number(list['listnum']),
      list['title'],
      list['title_ref'],
    ]);
  },
  async list(call, command) {
    const [list] = listOf(await call('getLists', { listID: command.list }));
    return [Number(list?.['subs_total']), Number(list?.['subs_activos'])];
  },
  async addField(call, command) {
    const { list, name } = command;
    return Number((await call('addExtraField', { listID: list, name, type: 'texto' }))['NEW_ID']);
  },
  async renameField(call, command) {
    const { list, field, name } = command;
    await call('editExtraField', { listID: list, id: field, name });
    return 'renamed';
  },
  async deleteField(call, command) {
    await call('deleteExtraField', { listID: command.list, id: command.field });
    return 'deleted';
  },
  async fields(call, command) {
    const { extra_fields } = await call('getExtraFields', { listID: command.list });
    const fields: readonly (readonly [string, Struct])[] =
      typeof extra_fields === 'string' ? [] : Object.entries(extra_fields ?? {});
    return fields.map(([id, { NAME }]) => [Number(id), NAME]);
  },
  async addContact(call, command) {
    return (await call('addSubscriber', { listID: command.list, ...v2Person(command.person) }))[
      'UID'
    ];
  },
  async editContact(call, command, contacts) {
    return editByV2(call, command.list, idOf(contacts, command.contact), command.person);
  },
  async editByEmail(call, command) {
    return editByV2(call, command.list, command.email, command.person);
  },
  async removeContact(call, command, contacts) {
    const { list, contact, note } = command;
    const subscriber = idOf(contacts, contact);
    await call('removeSubscriber', {
      listID: list,
      subscriber,
      removeReason: '3',
      removeObs: note,
    });
    return 'removed';
  },
  async contact(call, command, contacts) {
    const params = { listID: command.list, subscriber: idOf(contacts, command.contact) };
    return v2Record((await call('subscriberData', params))['subscriber'] ?? {});
  },
  async contacts(call, command) {
    const { list, start, limit } = command;
    const params = { listID: list, subscriber: 'all_subscribers', start, limit };
    return listOf((await call('subscriberData', params))['subscriber']).map(v2Record);
  },
  async import(call, command) {
    await call('addSubscriberBulk', {
      listID: command.list,
      compareField: 'email',
      operation: command.updates ? 2 : 1,
      subscribers: command.people.map(v2Person),
    });
    return 'asked';
  },
  async addTag(call, command) {
    return Number((await call('addTag', { name: command.name, color: command.color }))['ID']);
  },
  async deleteTag(call, command) {
    await call('deleteTag', { tag: command.tag });
    return 'deleted';
  },
  async tags(call) {
    return listOf((await orNone(call('getTags', {})))['TAG_LIST']).map(({ ID, NAME }) => [
      Number(ID),
      NAME,
    ]);
  },
  attachTag: tagByV2,
  detachTag: tagByV2,
  async addSegment(call, command) {
    const { list, name, first_name } = command;
    const params = { listID: list, name, fields: { first_name } };
    return Number((await call('createSegment', params))['ID']);
  },
  async deleteSegment(call, command) {
    await call('deleteSegment', { listID: command.list, name: command.name });
    return 'deleted';
  },
  async segments(call, command) {
    await call('getExtraFields', { listID: command.list });
    const found = listOf(await orNone(call('getSegments', { listID: command.list })));
    return found.map(({ segment }) => [Number(segment?.['ID']), segment?.['NAME']]);
  },
  async members(call, command) {
    const { list, name } = command;
    const params = { listID: list, subscriber: 'all_subscribers', segment: name };
    return listOf((await call('subscriberData', params))['subscriber']).map(v2Record);
  },
};

async function tagByV2(
  call: V2Call,
  command: Tagging,
  contacts: readonly string[],
): Promise<string> {
  const { does, list, tag } = command;
  await call('getExtraFields', { listID: list });
  if (!(await hasTag(call, tag))) throw new NotDone('not there');
  const subscriber = command.contacts.map((turn) => idOf(contacts, turn));
  // That none of them is in the list is told by v2 alone.
  await orNone(call(does, { tag, target: { subscriber }, type: 'subscriber', listID: list }));
  return 'asked';
}

/** v2 has refusals for what is merely empty. */
async function orNone(asked: Promise<Struct>): Promise<Struct> {
  return asked.catch((error: unknown) => {
    if (error instanceof NotDone && error.refused !== 'removed') return {};
    throw error;
  });
}

async function hasTag(call: V2Call, tag: number): Promise<boolean> {
  const tags = listOf((await orNone(call('getTags', {})))['TAG_LIST']);
  return tags.some(({ ID }) => Number(ID) === tag);
}

function listOf(value: unknown): readonly Struct[] {
  return Array.isArray(value) ? (value as readonly Struct[]) : [];
}

/** Who is removed is refused by v2 and changed by v3: neither is asked. */
async function editByV2(
  call: V2Call,
  listID: number,
  subscriber: string,
  person: Person,
): Promise<unknown> {
  const { subscriber: known }: { readonly subscriber?: Struct } = await call('subscriberData', {
    listID,
    subscriber,
  });
  if (Number(known?.['STATUS']) === 2) throw new NotDone('removed');
  return (await call('editSubscriber', { listID, subscriber, ...v2Person(person) }))['UID'];
}

const statusNumbers = { unconfirmed: 0, active: 1, inactive: 4 } as const;
const statusWords = ['unconfirmed', 'active', 'removed', 'unconfirmed', 'inactive'] as const;

function v2Person({ phone, language, status, extra, ...same }: Person): object {
  return {
    ...same,
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(language === undefined ? {} : { lang: language }),
    ...(status === undefined ? {} : { status: statusNumbers[status] }),
    ...(extra === undefined ? {} : { extra_1: extra }),
  };
}

function v2Record(record: Struct): object {
  const extras = Object.entries(record).filter(([name]) => name.startsWith('EXTRA_FIELD_'));
  return {
    id: record['UID'],
    status: statusWords[Number(record['STATUS'])],
    email: record['EMAIL'],
    cellphone: record['CELLPHONE'],
    phone: record['TELEPHONE'],
    first_name: record['FIRST_NAME'],
    last_name: record['LAST_NAME'],
    birth_date: record['BIRTH_DATE'] ?? '',
    language: record['LANGUAGE'],
    extras: extras.map(([name, value]) => [Number(name.slice('EXTRA_FIELD_'.length)), value]),
  };
}
