import { method } from './declare-method.ts';
import { closedParams, openParams, textParam } from './param-kinds.ts';
import { anything, flag, struct, text } from './result-kinds.ts';

const accountParam = (description: string) => textParam(description).nullish();

/** Operations that the WSDL names and the documentation does not: for the maker and its partners. */
export const internal = {
  /** Checks that the connection exists. Takes no argument at all. Source: reference, Internal. */
  check_status: method({
    name: 'check_status',
    group: 'internal',
    summary: 'Checks that the connection exists.',
    effect: 'read',
    parts: [],
    params: () => closedParams({}),
    result: () => flag('Whether it does.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  /** Tests an e-mail address, which is a part of its own, outside functionOptions. Source: reference, Internal. */
  testEmailAddress: method({
    name: 'testEmailAddress',
    group: 'internal',
    summary: 'Tests an e-mail address.',
    effect: 'read',
    parts: ['email'],
    params: () => closedParams({ email: textParam('The address.') }),
    result: () => flag('Whether it is one.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  /** Returns all errors of the connection. Takes no argument; no source knows the result. Source: reference, Internal. */
  getAllErrors: method({
    name: 'getAllErrors',
    group: 'internal',
    summary: 'Returns all errors of the connection.',
    effect: 'read',
    parts: [],
    params: () => closedParams({}),
    result: () => anything('No source knows its form; the sandbox answers an empty list.'),
    errors: [],
    evidence: { params: 'seen', result: 'unknown' },
  }),

  /** Returns the last error of the connection. Takes no argument; no source knows the result. Source: reference, Internal. */
  getError: method({
    name: 'getError',
    group: 'internal',
    summary: 'Returns the last error of the connection.',
    effect: 'read',
    parts: [],
    params: () => closedParams({}),
    result: () => anything('No source knows its form; the sandbox answers an empty text.'),
    errors: [],
    evidence: { params: 'seen', result: 'unknown' },
  }),

  /** Tells whether a user name, an e-mail address, is free for a new account. Source: reference, Internal. */
  checkUser: method({
    name: 'checkUser',
    group: 'internal',
    summary: 'Tells whether a user name (e-mail) is free for a new account.',
    effect: 'read',
    params: () => closedParams({ email: textParam('The address.') }),
    result: () => struct({ RESULT: text("'OK' when it is free.").optional() }, 'The outcome.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      "No source knows the answer for a name that is taken; `{ RESULT: 'KO' }` is the sandbox's choice.",
    ],
  }),

  /** Creates an account, for partners. Which parameters are required, no source knows. Source: reference, Internal. */
  createAccount: method({
    name: 'createAccount',
    group: 'internal',
    summary: 'Creates an E-goi account (partner use).',
    effect: 'write',
    params: () =>
      openParams({
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
    result: () => struct({ RESULT: text("'OK' when it was created.").optional() }, 'The outcome.'),
    errors: [],
    evidence: { params: 'seen', result: 'seen' },
  }),

  /** A call of the affiliate programme whose purpose no source describes. Source: reference, Internal. */
  afiliado: method({
    name: 'afiliado',
    group: 'internal',
    summary: 'Affiliate call; purpose not described.',
    effect: 'write',
    params: () => openParams({}),
    result: () => anything('No source knows its form; the sandbox answers an empty list.'),
    errors: [],
    evidence: { params: 'unknown', result: 'unknown' },
  }),
} as const;
