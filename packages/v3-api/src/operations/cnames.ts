import { id, struct, text, word } from '../schema/declare.ts';
import { operation } from './operation.ts';
import { collection } from './shared.ts';

const value = text('The domain: `mail.example.com`.');

const cname = struct('CName', 'A domain under which links of mails stand.', {
  required: { cname_id: id('CNAME.'), value },
  expected: {
    status: word(
      ['verified', 'unverified', 'recent', 'invalid', 'private'],
      'Whether its record leads to the service.',
    ),
  },
});

/** Domains under which links stand. */
export const cnameOperations = {
  getAllCNames: operation({
    method: 'GET',
    path: '/cnames',
    summary: 'Gives the domains under which links of mails stand.',
    answer: { status: 200, value: collection('CNamePage', cname, 'CNAMEs') },
    notes: ['There are no pages: all come at once.'],
  }),
  createCName: operation({
    method: 'POST',
    path: '/cnames',
    summary: 'Adds a domain under which links of mails can stand.',
    body: struct('CreateCNameBody', 'A new domain.', {
      optional: { value },
    }),
    answer: { status: 201, value: cname },
    conflict: { reasons: { cname_exists: 'The provided cname already exists' } },
  }),
};
