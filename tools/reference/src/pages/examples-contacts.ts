import type { ExampleTable } from './example.ts';
import { ana, withContact, withExtraField, withList, withTag } from './example-steps.ts';

/** Examples of accounts, lists, contacts and tags. */
export const contactExamples = {
  checklogin: [async () => ({})],
  getClientData: [async () => ({})],
  getCredits: [async () => ({})],
  getUserData: [async () => ({})],

  addExtraField: [
    async (client) => ({ listID: await withList(client), name: 'Shoe size', type: 'numero' }),
  ],
  createList: [
    async () => ({ nome: 'Newsletter', idioma_lista: 'pt', canal_email: true, canal_sms: false }),
  ],
  deleteExtraField: [(client) => withExtraField(client)],
  deleteList: [async (client) => ({ listID: await withList(client) })],
  editExtraField: [
    async (client) => ({ ...(await withExtraField(client)), name: 'Shoe size (EU)' }),
  ],
  getExtraFields: [async (client) => ({ listID: (await withExtraField(client)).listID })],
  getLists: [
    async (client) => {
      await withExtraField(client);
      return { start: 0, limit: 20 };
    },
  ],
  updateList: [
    async (client) => ({ listID: await withList(client), name: 'Monthly news', language: 'pt' }),
  ],

  addSubscriber: [
    async (client) => {
      const { listID, id } = await withExtraField(client);
      return {
        listID,
        email: ana,
        first_name: 'Ana',
        cellphone: '351-912345678',
        birth_date: '1990-02-28',
        [`extra_${id}`]: '38',
      };
    },
  ],
  addSubscriberBulk: [
    async (client) => ({
      listID: await withList(client),
      compareField: 'email',
      operation: 2,
      subscribers: [
        { email: ana, first_name: 'Ana' },
        { email: 'rui@example.com', first_name: 'Rui' },
      ],
    }),
  ],
  editSubscriber: [
    async (client) => ({
      listID: await withContact(client),
      subscriber: ana,
      last_name: 'Silva',
      lang: 'pt',
    }),
  ],
  getSubscriberActivity: [
    async (client) => ({ listID: await withContact(client), subscriber: ana }),
  ],
  removeSubscriber: [
    async (client) => ({
      listID: await withContact(client),
      subscriber: ana,
      removeMethod: 'preferences page',
      removeReason: 5,
      removeObs: 'Too many e-mails',
    }),
  ],
  subscriberData: [
    async (client) => {
      const listID = await withContact(client);
      const page = { listID, subscriber: 'all_subscribers', start: 0, limit: 100 };
      return page;
    },
    async (client) => ({ listID: await withContact(client), subscriber: ana }),
  ],

  addTag: [async () => ({ name: 'vip', color: '#ff0000' })],
  attachTag: [(client) => withTag(client)],
  deleteTag: [async (client) => ({ tag: (await withTag(client)).tag })],
  detachTag: [
    async (client) => {
      const attachment = await withTag(client);
      await client.attachTag(attachment);
      return attachment;
    },
  ],
  getTags: [
    async (client) => {
      await client.addTag({ name: 'vip' });
      return {};
    },
  ],
} as const satisfies Partial<ExampleTable>;
