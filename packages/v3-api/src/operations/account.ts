import { flag, struct, text, word } from '../schema/declare.ts';
import { operation } from './operation.ts';

const generalInfo = struct('GeneralInfo', 'Who the account belongs to.', {
  expected: {
    name: text('Name.'),
    website: text('Address of the site.'),
    cellphone: text('Mobile, as prefix-number.'),
    client_id: text('Number of the client, as text.'),
  },
});

const billingInfo = struct('BillingInfo', 'Who pays.', {
  expected: {
    type: word(['single_person', 'company'], 'What kind of client it is.'),
    company_legal_name: text('Name of the company.'),
    vat_number: text('Tax number; the service also answers it as a number.'),
    country: struct('BillingCountry', 'Country.', {
      expected: { country_code: text('Its two letters: `PT`.') },
    }),
    city: text('City.'),
    state: text('District or state.'),
    address1: text('First line of the address.'),
    address2: text('Second line of the address.'),
    zip_code: text('Postal code.'),
    invoice_comments: text('What invoices say in addition.'),
  },
});

const myAccount = struct('MyAccount', 'What the service knows of the account.', {
  required: { general_info: generalInfo },
  expected: {
    billing_info: billingInfo,
    plan_info: struct('PlanInfo', 'What was bought.', {
      expected: {
        type: word(['enterprise', 'free', 'pro', 'starter', 'trial', 'base'], 'The plan.'),
      },
    }),
    balance_info: struct('BalanceInfo', 'What is left to spend.', {
      expected: { balance: text('Amount, as text: `12.34`.'), currency: text('Currency: `EUR`.') },
    }),
    module_info: struct('ModuleInfo', 'Parts of the service that are switched on.', {
      optional: {
        te: struct('TrackEngage', 'Track & Engage.', {
          optional: { enabled: flag('Whether it is on.') },
        }),
      },
    }),
  },
});

/** The account itself. */
export const accountOperations = {
  getMyAccount: operation({
    method: 'GET',
    path: '/my-account',
    summary: 'Gives what the service knows of the account; it shows that a key is right.',
    answer: { status: 200, value: myAccount },
    evidence: 'seen',
    notes: ['It does not say to which user the key belongs.'],
  }),
  enableTransactional: operation({
    method: 'POST',
    path: '/my-account/actions/enable-transactional',
    summary: 'Switches transactional messages on.',
    answer: { status: 204 },
    conflict: {
      reasons: {
        client_already_enabled: 'Client already enabled',
        client_is_being_enabled: 'Client is being enabled',
      },
    },
  }),
};
