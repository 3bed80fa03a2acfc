import { createV3Server, type V3Account } from '@egoi-client/gateway';
import { sandboxApiKey } from '@egoi-client/sandbox';
import {
  type OperationAnswers,
  type OperationInputs,
  type OperationName,
  readAnswer,
  writeRequest,
} from '@egoi-client/v3-api';
import type { Person, Tagging } from './v3-history-commands.ts';
import { type Doings, type Face, faceOf, idOf, NotDone } from './v3-history-faces.ts';

type V3Ask = <Name extends OperationName>(
  name: Name,
  input: OperationInputs[Name],
) => Promise<OperationAnswers[Name]>;

/** The account by API v3. What v3 cannot say goes by v2. */
export function overV3(account: V3Account, v2: Face): Face {
  const server = createV3Server(account);
  const ask: V3Ask = async (name, input) => {
    const request = writeRequest(name, input);
    if (request.kind === 'refused') throw new NotDone('invalid');
    const { status, body } = await server.handle({
      method: request.method,
      url: `/v3${request.path}`,
      headers: { host: 'v3.test', apikey: sandboxApiKey },
      body: Buffer.from(request.body ?? ''),
    });
    const read = readAnswer(name, { status, body: body.toString() });
    if (read.kind === 'answer') return read.value;
    if (status === 404) throw new NotDone('not there');
    if (status === 409) throw new NotDone('taken');
    if (status === 422) throw new NotDone('invalid');
    throw new Error(`${name} was answered ${status}: ${body.toString()}`);
  };
  const addSegment = () => Promise.reject(new Error('v3 makes no segments'));
  const v3 = faceOf({ ...doings, addSegment }, ask);
  return (command, contacts) => (command.does === 'addSegment' ? v2 : v3)(command, contacts);
}

const limit = 1000;

const doings: Omit<Doings<V3Ask>, 'addSegment'> = {
  async addList(ask, command) {
    return (await ask('createList', { body: { internal_name: command.name } })).list_id;
  },
  async renameList(ask, command) {
    const { list, name } = command;
    const body = { internal_name: name, public_name: name };
    await ask('updateList', { list_id: list, body });
    return 'renamed';
  },
  async deleteList(ask, command) {
    await ask('deleteList', { list_id: command.list });
    return 'deleted';
  },
  async lists(ask) {
    return (await ask('getAllLists', { limit })).items.map((list) => [
      list.list_id,
      list.public_name,
      list.internal_name,
    ]);
  },
  async list(ask, command) {
    const { stats } = await ask('getList', { list_id: command.list });
    return [stats?.total_contacts, stats?.total_active];
  },
  async addField(ask, command) {
    const body = { name: command.name, format: 'text' } as const;
    return Number((await ask('createExtraField', { list_id: command.list, body })).field_id);
  },
  async renameField(ask, command) {
    const { list, field, name } = command;
    await ask('patchExtraField', { list_id: list, field_id: field, body: { name } });
    return 'renamed';
  },
  async deleteField(ask, command) {
    await ask('deleteExtraField', { list_id: command.list, field_id: command.field });
    return 'deleted';
  },
  async fields(ask, command) {
    return (await ask('getAllFields', { list_id: command.list, limit }))
      .filter(({ type }) => type === 'extra')
      .map(({ field_id, name }) => [Number(field_id), name]);
  },
  async addContact(ask, command) {
    const body = v3Person(command.person);
    return (await ask('createContact', { list_id: command.list, body })).contact_id;
  },
  async editContact(ask, command, contacts) {
    const { list, person } = command;
    const contact_id = idOf(contacts, command.contact);
    const known = await ask('getContact', { list_id: list, contact_id });
    if (known.base?.status === 'removed') throw new NotDone('removed');
    const body = v3Person(person);
    return (await ask('patchContact', { list_id: list, contact_id, body })).contact_id;
  },
  async editByEmail(ask, command) {
    const { list, email, person } = command;
    const { items } = await ask('getAllContacts', { list_id: list, email, limit });
    if (items[0] === undefined) throw new NotDone('not there');
    if (items[0].base?.status === 'removed') throw new NotDone('removed');
    const body = { compare_field: { field_id: 'email', value: email }, ...v3Person(person) };
    return (await ask('updateContactByField', { list_id: list, body })).contact_id;
  },
  async removeContact(ask, command, contacts) {
    const removal = {
      contact_id: idOf(contacts, command.contact),
      unsubscription_reason: 'email_address_change',
      unsubscription_observation: command.note,
    } as const;
    const body = { data: [removal] };
    const { errors } = await ask('actionUnsubscribeContact', { list_id: command.list, body });
    if (errors?.contact_not_in_list !== undefined) throw new NotDone('not there');
    if (errors?.contact_already_removed !== undefined) throw new NotDone('removed');
    return 'removed';
  },
  async contact(ask, command, contacts) {
    const contact_id = idOf(contacts, command.contact);
    return v3Record(await ask('getContact', { list_id: command.list, contact_id }));
  },
  async contacts(ask, command) {
    const page = { list_id: command.list, offset: command.start, limit: command.limit };
    return (await ask('getAllContacts', page)).items.map(v3Record);
  },
  async import(ask, command) {
    await ask('actionImportBulk', {
      list_id: command.list,
      body: {
        mode: command.updates ? 'update' : 'add',
        compare_field: 'email',
        contacts: command.people.map(v3Person),
      },
    });
    return 'asked';
  },
  async addTag(ask, command) {
    return (await ask('createTag', { body: { name: command.name, color: command.color } })).tag_id;
  },
  async deleteTag(ask, command) {
    await ask('deleteTag', { tag_id: command.tag });
    return 'deleted';
  },
  async tags(ask) {
    return (await ask('getAllTags', { order: 'asc', limit })).items.map((tag) => [
      tag.tag_id,
      tag.name,
    ]);
  },
  attachTag: tagByV3,
  detachTag: tagByV3,
  async deleteSegment(ask, command) {
    await ask('deleteSegment', await segmentNamed(ask, command));
    return 'deleted';
  },
  async segments(ask, command) {
    return (await savedSegments(ask, command.list)).map((segment) => [
      Number(segment.segment_id),
      segment.name,
    ]);
  },
  async members(ask, command) {
    const members = await ask('getAllContactsBySegment', {
      ...(await segmentNamed(ask, command)),
      limit,
    });
    return members.items.map(v3Record);
  },
};

async function tagByV3(ask: V3Ask, command: Tagging, contacts: readonly string[]): Promise<string> {
  const body = {
    tag_id: command.tag,
    contacts: [...new Set(command.contacts.map((turn) => idOf(contacts, turn)))],
  };
  const action = command.does === 'attachTag' ? 'actionAttachTag' : 'actionDetachTag';
  await ask(action, { list_id: command.list, body });
  return 'asked';
}

async function savedSegments(ask: V3Ask, list: number) {
  return (await ask('getAllSegments', { list_id: list, type: 'saved', limit })).items;
}

async function segmentNamed(ask: V3Ask, { list, name }: { list: number; name: string }) {
  const segment = (await savedSegments(ask, list)).find((known) => known.name === name);
  if (segment === undefined) throw new NotDone('not there');
  return { list_id: list, segment_id: segment.segment_id };
}

function v3Person({ extra, ...base }: Person) {
  return {
    base: base as never,
    ...(extra === undefined ? {} : { extra: [{ field_id: 1, value: extra }] }),
  };
}

function v3Record({ base, extra = [] }: OperationAnswers['getContact']): object {
  return {
    id: base?.contact_id,
    status: base?.status,
    email: base?.email,
    cellphone: base?.cellphone,
    phone: base?.phone,
    first_name: base?.first_name,
    last_name: base?.last_name,
    birth_date: base?.birth_date,
    language: base?.language,
    extras: extra.map(({ field_id, value }) => [field_id, value]),
  };
}
