import { count, id, integer, listOf, struct, text, word } from '../schema/declare.ts';
import { languages, listId, moment } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const listMembers = {
  required: { list_id: listId },
  expected: {
    internal_name: text('Name that only the account sees.'),
    public_name: text('Name that contacts see.'),
    status: word(['active', 'blocked'], 'Whether the list can be used.'),
    group_id: integer('Group that the list is in; `0` is none.'),
    created: moment('When it was made.'),
    updated: moment('When it was last changed.'),
  },
};

const list = struct('ContactList', 'A contact list.', listMembers);

const listStats = struct('ContactListStats', 'How many contacts a list has.', {
  expected: {
    total_contacts: count('All contacts.'),
    total_active: count('Active ones.'),
    total_inactive: count('Inactive ones.'),
    total_removed: count('Removed ones.'),
    total_unconfirmed: count('Those that have not confirmed yet.'),
    total_waiting_new_confirmation: count('Those that were asked to confirm again.'),
  },
});

const listWithStats = struct(
  'ContactListDetails',
  'A contact list with its languages and counts.',
  {
    required: listMembers.required,
    expected: {
      ...listMembers.expected,
      default_language: word(languages, 'Language of contacts who have none.'),
      available_languages: listOf(text('Language.'), 'Languages that the list is kept in.'),
      stats: listStats,
    },
  },
);

/** Contact lists. */
export const listOperations = {
  getAllLists: operation({
    method: 'GET',
    path: '/lists',
    summary: 'Gives the contact lists of the account.',
    queryParams: {
      internal_name: text('Only lists with this internal name.'),
      public_name: text('Only lists with this public name.'),
      created_min: moment('Only lists made then or later.'),
      created_max: moment('Only lists made then or before.'),
      updated_min: moment('Only lists changed then or later.'),
      updated_max: moment('Only lists changed then or before.'),
      ...orderParams(['list_id', 'internal_name', 'public_name', 'created', 'updated']),
    },
    answer: { status: 200, value: collection('ContactListPage', list, 'contact lists') },
    paging: {},
    evidence: 'seen',
    notes: ['Clients that give no limit see ten lists, whatever the account has.'],
  }),
  createList: operation({
    method: 'POST',
    path: '/lists',
    summary: 'Makes a contact list.',
    body: struct('CreateListBody', 'What a new list is called.', {
      required: { internal_name: text('Name that only the account sees.') },
      optional: {
        public_name: text('Name that contacts see; the internal one where it is left out.'),
      },
    }),
    answer: { status: 201, value: list },
    conflict: {
      reasons: { list_limit_reached: 'The maximum number of allowed lists was reached' },
    },
  }),
  getList: operation({
    method: 'GET',
    path: '/lists/{list_id}',
    summary: 'Gives one contact list with its languages and counts.',
    pathParams: { list_id: listId },
    answer: { status: 200, value: listWithStats },
    evidence: 'seen',
  }),
  updateList: operation({
    method: 'PATCH',
    path: '/lists/{list_id}',
    summary: 'Changes the names or the group of a contact list.',
    pathParams: { list_id: listId },
    body: struct('UpdateListBody', 'What changes; the rest stays as it is.', {
      optional: {
        internal_name: text('Name that only the account sees.'),
        public_name: text('Name that contacts see.'),
        group_id: id('Group that the list is put in.'),
      },
    }),
    answer: { status: 200, value: list },
  }),
  deleteList: operation({
    method: 'DELETE',
    path: '/lists/{list_id}',
    summary: 'Deletes a contact list with its contacts.',
    pathParams: { list_id: listId },
    answer: { status: 204 },
    conflict: {
      reasons: {
        has_queued_operations: 'The list has operations in queue',
        has_automations: 'The list has automations',
        has_push_app: 'The list has push apps',
        has_web_push_site: 'The list has webpush sites',
        has_campaigns_last_thirty_days: 'The list has sent campaigns in the last thirty days',
      },
    },
  }),
};
