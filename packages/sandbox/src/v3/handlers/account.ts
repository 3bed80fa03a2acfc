import { enableTransactional, isTransactional } from '../../account/store/transactional.ts';
import { accountOwner, accountUser } from '../../account/work/account-owner.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { isBetween, pageOf } from '../calls/page.ts';
import { Refusal } from '../calls/refusal.ts';
import { countries, countriesOf } from '../records/countries.ts';

/** The account itself, its user, and what needs no account. */
export const accountHandlers = {
  async getMyAccount({ sql }: HandlerCall<'getMyAccount'>) {
    const { company, legalName, website, clientId, countryCode, city, address } = accountOwner;
    const { balance, currency } = accountOwner;
    return {
      general_info: {
        name: company,
        website,
        cellphone: accountUser.cellphone,
        client_id: clientId,
      },
      billing_info: {
        type: 'company' as const,
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
      plan_info: { type: 'pro' as const },
      balance_info: { balance, currency },
      module_info: { te: { enabled: await isTransactional(sql) } },
    };
  },

  async enableTransactional({ sql }: HandlerCall<'enableTransactional'>) {
    if (await isTransactional(sql)) {
      const sentence = 'Client already enabled';
      throw new Refusal(409, sentence, { client_already_enabled: sentence });
    }
    await enableTransactional(sql);
    return undefined;
  },

  async getAllUsers({ input, username }: HandlerCall<'getAllUsers'>) {
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
      status: 'active' as const,
      created: signedUp,
      updated: signedUp,
    };
    const isMeant =
      (input.username === undefined || input.username === username) &&
      input.status !== 'inactive' &&
      isBetween(signedUp, input.created_min, input.created_max) &&
      isBetween(signedUp, input.updated_min, input.updated_max);
    return pageOf(isMeant ? [user] : [], input);
  },

  async getAllCountries({ input }: HandlerCall<'getAllCountries'>) {
    const items = input.phone === undefined ? countries : countriesOf(input.phone);
    return { total_items: items.length, items };
  },

  async ping(_call: HandlerCall<'ping'>) {
    return { result: 'success' };
  },
};
