import type { ExampleTable } from './example.ts';
import { ana, withContact, withList, withSegment } from './example-steps.ts';

/** Examples of segments, forms, automations, callbacks and internal operations. */
export const otherExamples = {
  createSegment: [
    async (client) => ({
      listID: await withContact(client),
      name: 'Called Ana',
      fields: { first_name: 'Ana' },
    }),
  ],
  createSegmentAdvanced: [
    async (client) => ({
      listID: await withContact(client),
      name: 'Called Ana',
      match: 'all',
      conditions: [{ field: 'first_name', operator: 'equals', value: 'Ana' }],
    }),
  ],
  deleteSegment: [async (client) => ({ listID: await withSegment(client), name: 'Called Ana' })],
  getSegments: [async (client) => ({ listID: await withSegment(client) })],

  getForms: [async (client) => ({ listID: await withList(client) })],
  getFormsSubmissions: [
    async (client) => {
      const listID = await withList(client);
      const submission = { listID, formID: 1 };
      await client.addSubscriber({ ...submission, email: ana });
      return submission;
    },
  ],

  getAutobots: [async () => ({})],
  startAutobot: [
    async (client) => ({ listID: await withContact(client), autobot: 1, subscriber: ana }),
  ],

  editApiCallback: [
    async (client) => ({
      listID: await withList(client),
      callback_url: 'https://www.example.com/egoi',
      notif_api_8: true,
      notif_api_9: true,
      notif_api_10: true,
    }),
  ],
  getOperationsQueue: [
    async (client) => {
      const listID = await withList(client);
      const subscribers = [{ email: ana }];
      await client.addSubscriberBulk({ listID, compareField: 'email', subscribers });
      return {};
    },
  ],

  afiliado: [async () => ({})],
  check_status: [async () => ({})],
  checkUser: [async () => ({ email: ana })],
  createAccount: [
    async () => ({ utilizador: ana, email: ana, senha: 'a long password', empresa: 'Example Lda' }),
  ],
  getAllErrors: [async () => ({})],
  getError: [async () => ({})],
  testEmailAddress: [async () => ({ email: ana })],
} as const satisfies Partial<ExampleTable>;
