import { id, struct, text } from '../schema/declare.ts';
import { operation } from './operation.ts';
import { collection, orderParams } from './shared.ts';

const tagId = id('Tag.');

const labels = {
  name: text('What it is called.'),
  color: text('Colour, as `#00AEDA`.'),
};

const tag = struct('Tag', 'A tag.', { required: { tag_id: tagId }, expected: labels });

const tagBody = struct('TagBody', 'Name and colour of a tag.', {
  optional: labels,
});

/** Tags. */
export const tagOperations = {
  getAllTags: operation({
    method: 'GET',
    path: '/tags',
    summary: 'Gives the tags of the account.',
    queryParams: orderParams(['tag_id', 'name', 'color']),
    answer: { status: 200, value: collection('TagPage', tag, 'tags') },
    paging: {},
    evidence: 'seen',
  }),
  createTag: operation({
    method: 'POST',
    path: '/tags',
    summary: 'Makes a tag.',
    body: tagBody,
    answer: { status: 201, value: tag },
    conflict: {},
    evidence: 'seen',
  }),
  updateTag: operation({
    method: 'PUT',
    path: '/tags/{tag_id}',
    summary: 'Changes name and colour of a tag.',
    pathParams: { tag_id: tagId },
    body: tagBody,
    answer: { status: 200, value: tag },
    conflict: {},
  }),
  deleteTag: operation({
    method: 'DELETE',
    path: '/tags/{tag_id}',
    summary: 'Deletes a tag and takes it from its contacts.',
    pathParams: { tag_id: tagId },
    answer: { status: 204 },
    conflict: {},
  }),
};
