// Written by `pnpm core:types` from the catalogue: change it there.

import type { NoParams } from '../options/call-options.ts';
import type { Campaign, Contact, List } from './structs.ts';
import type { GetListsParams } from './lists.ts';
import type { SubscriberDataPageParams } from './subscribers.ts';

/** The methods that answer page by page, with the parameters and the items of their pages. */
export interface PagedMethods {
  readonly getCampaigns: { readonly params: NoParams; readonly item: Campaign };
  readonly getLists: {
    readonly params: Omit<GetListsParams, 'start' | 'limit'>;
    readonly item: List;
  };
  readonly subscriberData: {
    readonly params: Omit<SubscriberDataPageParams, 'start' | 'limit' | 'subscriber'>;
    readonly item: Contact;
  };
}
