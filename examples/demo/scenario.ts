import { EgoiApiError, type EgoiClient } from '@egoi-client/core';

/** What earlier steps found out for later ones. */
export interface StepMemory {
  listID: number;
  tag: number;
  uid: string;
}

/** One step of the scenario: its name in the table, the call, and its answer in a few words. */
export interface Step {
  readonly title: string;
  run(client: EgoiClient, memory: StepMemory): Promise<unknown>;
  summarise(answer: never): string;
}

/** Keeps the type of the answer between `run` and `summarise`. */
function step<Answer>(
  title: string,
  run: (client: EgoiClient, memory: StepMemory) => Promise<Answer>,
  summarise: (answer: Answer) => string,
): Step {
  return { title, run, summarise };
}

type Contact = Awaited<ReturnType<EgoiClient['addSubscriber']>>;

const importSize = 500;
const pageSize = 100;

async function pageThrough(client: EgoiClient, listID: number) {
  const contacts: unknown[] = [];
  for (let start = 0; ; start += pageSize) {
    const page = { listID, subscriber: 'all_subscribers', start, limit: pageSize } as const;
    const { subscriber } = await client.subscriberData(page);
    contacts.push(...subscriber);
    if (subscriber.length < pageSize) return contacts;
  }
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no error',
    (error: unknown) => {
      if (error instanceof EgoiApiError) return error.wireCode;
      throw error;
    },
  );
}

/** The main job, end to end: what an integration does with an account, from its first call to its last. */
export const scenario: readonly Step[] = [
  step(
    'sign in',
    (client) => client.checklogin(),
    (answer) => answer.RESULT,
  ),
  step(
    'create list',
    async (client, memory) => {
      const answer = await client.createList({ nome: 'Novidades & más €', idioma_lista: 'pt' });
      memory.listID = answer.LIST_ID;
      return answer;
    },
    (answer) => `list ${answer.LIST_ID}`,
  ),
  step(
    'extra field',
    (client, { listID }) => client.addExtraField({ listID, name: 'Shoe size', type: 'numero' }),
    (answer) => `field ${answer.NEW_ID}`,
  ),
  step(
    'add 3 contacts',
    async (client, memory) => {
      const { listID } = memory;
      const contacts: Contact[] = [];
      for (const first_name of ['Ana', 'Rui <&>', 'Zoë 😀']) {
        const email = `contact-${contacts.length}@example.com`;
        contacts.push(await client.addSubscriber({ listID, email, first_name, extra_1: 38 }));
      }
      memory.uid = contacts[0]?.UID ?? '';
      return contacts;
    },
    (answer) => `${answer.length} contacts`,
  ),
  step(
    `import ${importSize}`,
    (client, { listID }) =>
      client.addSubscriberBulk({
        listID,
        compareField: 'email',
        subscribers: Array.from({ length: importSize }, (_, index) => ({
          email: `imported-${index}@example.com`,
        })),
      }),
    (answer) => `${answer.count} taken in`,
  ),
  step(
    'tag a contact',
    async (client, memory) => {
      const { ID: tag } = await client.addTag({ name: 'vip', color: '#ff8800' });
      memory.tag = tag;
      const { listID, uid } = memory;
      const target = { subscriber: uid };
      const attached = await client.attachTag({ tag, listID, type: 'subscriber', target });
      return { attached, tags: await client.getTags() };
    },
    (answer) => `${answer.tags.TAG_LIST.length} tag`,
  ),
  step(
    'edit a contact',
    (client, { listID, uid }) =>
      client.editSubscriber({ listID, subscriber: uid, last_name: 'Conceição', extra_1: 39 }),
    (answer) => answer.LAST_NAME ?? '',
  ),
  step(
    'page through',
    (client, { listID }) => pageThrough(client, listID),
    (answer) => `${answer.length} contacts`,
  ),
  step(
    'five errors',
    async (client, { listID }) => [
      await codeOf(client.addSubscriber({ listID: 404, email: 'a@example.com' })),
      await codeOf(client.addSubscriber({ listID, email: 'contact-0@example.com' })),
      await codeOf(client.addSubscriber({ listID, email: 'no address' })),
      await codeOf(client.addSubscriber({ listID, email: 'a@example.com', extra_99: 'x' })),
      await codeOf(client.subscriberData({ listID, subscriber: 'nobody@example.com' })),
    ],
    (answer) => `${answer.length} codes`,
  ),
  step(
    'remove',
    async (client, { listID, uid, tag }) => ({
      removed: await client.removeSubscriber({ listID, subscriber: uid }),
      contact: await client.subscriberData({ listID, subscriber: uid }),
      tag: await client.deleteTag({ tag }),
      list: await client.deleteList({ listID }),
    }),
    (answer) => answer.removed,
  ),
];
