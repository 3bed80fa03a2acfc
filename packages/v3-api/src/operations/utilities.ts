import { id, struct, text } from '../schema/declare.ts';
import { operation } from './operation.ts';
import { collection } from './shared.ts';

const country = struct('Country', 'A country.', {
  required: { country: id('Country.') },
  expected: {
    name: text('Its name.'),
    iso_code: text('Its letters: `PT`.'),
    currency: text('Its currency: `EUR`.'),
    country_code: text('Its prefix of phone numbers: `351`.'),
  },
});

/** What is the same for every account. */
export const utilityOperations = {
  getAllCountries: operation({
    method: 'GET',
    path: '/utilities/countries',
    summary: 'Gives the countries.',
    queryParams: { phone: text('Only the country of this prefix or number.') },
    answer: { status: 200, value: collection('CountryPage', country, 'countries') },
    evidence: 'seen',
    notes: ['There are no pages: all come at once.'],
  }),
};
