import { method } from './declare-method.ts';
import { anything, closedParams, flag, openParams, struct, text, textParam } from './kinds.ts';

const accountParam = (description: string) => textParam(description).nullish();

/** Operations that the WSDL names and the documentation does not: for the maker and its partners. */
export const internal = {
  check_status: method({
    name: 'check_status',
    group: 'internal',
    summary: 'Checks that the connection exists.',
    details: 'Takes no argument at all.',
    effect: 'read',
    parts: [],
    params: closedParams({}),
    result: flag('Whether it does.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  testEmailAddress: method({
    name: 'testEmailAddress',
    group: 'internal',
    summary: 'Tests an e-mail address, which is a part of its own, outside functionOptions.',
    effect: 'read',
    parts: ['email'],
    params: closedParams({ email: textParam('The address.') }),
    result: flag('Whether it is one.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  getAllErrors: method({
    name: 'getAllErrors',
    group: 'internal',
    summary: 'Returns all errors of the connection.',
    effect: 'read',
    parts: [],
    params: closedParams({}),
    result: anything('No source knows its form; the sandbox answers an empty list.'),
    errors: [],
    evidence: { params: 'seen', result: 'unknown' },
  }),

  getError: method({
    name: 'getError',
    group: 'internal',
    summary: 'Returns the last error of the connection.',
    effect: 'read',
    parts: [],
    params: closedParams({}),
    result: anything('No source knows its form; the sandbox answers an empty text.'),
    errors: [],
    evidence: { params: 'seen', result: 'unknown' },
  }),

  checkUser: method({
    name: 'checkUser',
    group: 'internal',
    summary: 'Tells whether a user name, an e-mail address, is free for a new account.',
    effect: 'read',
    params: closedParams({ email: textParam('The address.') }),
    result: struct({ RESULT: text("'OK' when it is free.").optional() }, 'The outcome.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      "No source knows the answer for a name that is taken; `{ RESULT: 'KO' }` is the sandbox's choice.",
    ],
  }),

  createAccount: method({
    name: 'createAccount',
    group: 'internal',
    summary: 'Creates an account, for partners.',
    details: 'Which parameters are required, no source knows.',
    effect: 'write',
    params: openParams({
      utilizador: accountParam('User name.'),
      telefone_ind: accountParam('Prefix of the telephone number.'),
      telefone_numero: accountParam('Telephone number.'),
      origem: accountParam('Where the account comes from.'),
      codigo_revendedor: accountParam('Code of the reseller.'),
      onde_conheceu: accountParam('How the service was found.'),
      aff: accountParam('Affiliate.'),
      aff_extra: accountParam('More on the affiliate.'),
      empresa: accountParam('Company.'),
      pais_cod: accountParam('Code of the country.'),
      localidade: accountParam('Town.'),
      estado: accountParam('State.'),
      email: accountParam('E-mail address.'),
      primeiro_nome: accountParam('First name.'),
      ultimo_nome: accountParam('Last name.'),
      senha: accountParam('Password.'),
      password: accountParam('Password, in place of `senha`.'),
      idioma: accountParam('Language.'),
      ipAddress: accountParam('Address of the visitor.'),
      active_afiliado: accountParam('Whether the affiliate is active.'),
      pais: accountParam('Country.'),
      egoiFan: accountParam('Not documented in any source.'),
      egoi_cookie: accountParam('Not documented in any source.'),
      server_id: accountParam('Not documented in any source.'),
      aditional_products: accountParam('Not documented in any source.'),
    }),
    result: struct({ RESULT: text("'OK' when it was created.").optional() }, 'The outcome.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  afiliado: method({
    name: 'afiliado',
    group: 'internal',
    summary: 'A call of the affiliate programme whose purpose no source describes.',
    effect: 'write',
    params: openParams({}),
    result: anything('No source knows its form; the sandbox answers an empty list.'),
    errors: [],
    evidence: { params: 'unknown', result: 'unknown' },
  }),
} as const;
