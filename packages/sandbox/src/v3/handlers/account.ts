import { enableTransactional, isTransactional } from '../../account/store/transactional.ts';
import { accountOwner, accountUser } from '../../account/work/account-owner.ts';
import { done, type HandlerCall, ok } from '../calls/handler.ts';
import { isBetween, type PageQuery, pageOf } from '../calls/page.ts';
import { Refusal } from '../calls/refusal.ts';
import { countries, countriesOf } from '../records/countries.ts';

interface UsersQuery extends PageQuery {
  readonly username?: string | undefined;
  readonly status?: 'active' | 'inactive' | undefined;
  readonly created_min?: string | undefined;
  readonly created_max?: string | undefined;
  readonly updated_min?: string | undefined;
  readonly updated_max?: string | undefined;
}

/** The account itself, its user, and what needs no account. */
export const accountHandlers = {
  async getMyAccount({ sql }: HandlerCall) {
    const { company, legalName, website, clientId, countryCode, city, address } = accountOwner;
    const { balance, currency } = accountOwner;
    return ok({
      general_info: {
        name: company,
        website,
        cellphone: accountUser.cellphone,
        client_id: clientId,
      },
      billing_info: {
        type: 'company',
        company_legal_name: legalName,
        vat_number: '',
        country: { country_code: countryCode },
        city,
        state: '',
        address1: address,
        address2: '',
        zip_code: '',
        invoice_comments: '',
      },
      plan_info: { type: 'pro' },
      balance_info: { balance, currency },
      module_info: { te: { enabled: await isTransactional(sql) } },
    });
  },

  async enableTransactional({ sql }: HandlerCall) {
    if (await isTransactional(sql)) {
      const sentence = 'Client already enabled';
      throw new Refusal(409, sentence, { client_already_enabled: sentence });
    }
    await enableTransactional(sql);
    return done;
  },

  async getAllUsers({ query, username }: HandlerCall<unknown, UsersQuery>) {
    const signedUp = `${accountOwner.signedUp} 00:00:00`;
    const user = {
      user_id: accountUser.id,
      username,
      is_admin: true,
      first_name: accountUser.firstName,
      last_name: accountUser.lastName,
      email: username,
      phone: accountUser.cellphone,
      profile_image: '',
      status: 'active',
      created: signedUp,
      updated: signedUp,
    };
    const isMeant =
      (query.username === undefined || query.username === username) &&
      query.status !== 'inactive' &&
      isBetween(signedUp, query.created_min, query.created_max) &&
      isBetween(signedUp, query.updated_min, query.updated_max);
    return ok(pageOf(isMeant ? [user] : [], query));
  },

  async getAllCountries({ query }: HandlerCall<unknown, { readonly phone?: string | undefined }>) {
    const items = query.phone === undefined ? countries : countriesOf(query.phone);
    return ok({ total_items: items.length, items });
  },

  async ping(_call: HandlerCall) {
    return ok({ result: 'success' });
  },
};
