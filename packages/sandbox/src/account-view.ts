import type { V3Answer, V3Request } from '@egoi-client/v3-api';
import type { DeliveryLog, LoggedDelivery } from './account/callbacks/delivery-log.ts';
import type { Autobot } from './account/store/autobots.ts';
import { type List, pageOfLists } from './account/store/lists.ts';
import { type Operation, pageOfOperations } from './account/store/operations.ts';
import { pageOfSenders, type Sender } from './account/store/senders.ts';
import type { Statements } from './account/store/statements.ts';
import { allTags, type Tag } from './account/store/tags.ts';
import {
  type CampaignReport,
  campaignReport,
  type ViewedCampaign,
  viewedCampaigns,
} from './view/viewed-campaigns.ts';
import {
  type ContactChoice,
  type ContactDetail,
  type ContactPage,
  contactDetail,
  contactPage,
  type ListDetail,
  listDetail,
} from './view/viewed-contacts.ts';
import {
  type MessageRecipient,
  recipientsOf,
  type SentMessage,
  sentMessages,
} from './view/viewed-messages.ts';
import type { ViewPage } from './view/view-page.ts';

export type * from './view/viewed-campaigns.ts';
export type * from './view/viewed-contacts.ts';
export type * from './view/viewed-messages.ts';
export type { ViewPage } from './view/view-page.ts';

/** What an account holds, page by page: for whoever looks at it, and not for programs, which have the API. Looks count as no calls. */
export interface AccountView {
  /** The newest first. */
  lists(page: ViewPage): Promise<readonly List[]>;
  list(id: number): Promise<ListDetail | undefined>;
  contacts(list: number, choice: ContactChoice, page: ViewPage): Promise<ContactPage>;
  /** @param reference UID or e-mail address */
  contact(list: number, reference: string): Promise<ContactDetail | undefined>;
  /** The oldest first. */
  tags(): Promise<readonly Tag[]>;
  /** Some of them, with how many contacts carry each. */
  tagCounts(page: ViewPage): Promise<readonly (Tag & { readonly contacts: number })[]>;
  /** With how often each was started. */
  automations(page: ViewPage): Promise<readonly (Autobot & { readonly runs: number })[]>;
  /** The oldest first. */
  senders(page: ViewPage): Promise<readonly Sender[]>;
  /** The newest first. */
  operations(page: ViewPage): Promise<readonly Operation[]>;
  /** The newest first. */
  campaigns(page: ViewPage): Promise<readonly ViewedCampaign[]>;
  /** @param hash of the campaign */
  report(hash: string): Promise<CampaignReport | undefined>;
  /** What was sent, the newest first. */
  messages(page: ViewPage): Promise<readonly SentMessage[]>;
  /** @param sending its number */
  message(sending: number): Promise<SentMessage | undefined>;
  recipients(sending: number, page: ViewPage): Promise<readonly MessageRecipient[]>;
  /** Callbacks and webhooks that were posted or are to be, the newest first: the last thousand, and less where their bodies are large. */
  deliveries(page: ViewPage): readonly Readonly<LoggedDelivery>[];
  /** @param id its number */
  delivery(id: number): Readonly<LoggedDelivery> | undefined;
  /**
   * Answers requests by API v3 one after the other with nothing in their way, no key, limit or failure,
   * and undoes all that they did. Other calls wait meanwhile.
   *
   * @param act is run again where another process has the file meanwhile
   */
  readonly rehearse: <T>(
    act: (answer: (request: V3Request) => Promise<Pick<V3Answer, 'status' | 'body'>>) => Promise<T>,
  ) => Promise<T>;
}

/** What a view looks through. */
interface Sight extends Pick<AccountView, 'rehearse'> {
  /** Looks at the account in a turn of its own. */
  readonly look: <T>(step: (sql: Statements) => Promise<T>) => Promise<T>;
  readonly deliveries: DeliveryLog;
}

export function accountView({ look, rehearse, deliveries }: Sight): AccountView {
  return {
    lists: ({ start, limit }) => look((sql) => pageOfLists(sql, start, limit)),
    list: (id) => look((sql) => listDetail(sql, id)),
    contacts: (list, choice, page) => look((sql) => contactPage(sql, list, choice, page)),
    contact: (list, reference) => look((sql) => contactDetail(sql, list, reference)),
    tags: () => look(allTags),
    tagCounts: ({ start, limit }) =>
      look((sql) =>
        sql.rows<Tag & { contacts: number }>(
          `SELECT *, (SELECT count(*) FROM contact_tag WHERE tag = tag.id) AS contacts
            FROM tag ORDER BY id LIMIT ? OFFSET ?`,
          limit,
          start,
        ),
      ),
    automations: ({ start, limit }) =>
      look((sql) =>
        sql.rows<Autobot & { runs: number }>(
          `SELECT *, (SELECT count(*) FROM autobot_run WHERE autobot = autobot.id) AS runs
            FROM autobot ORDER BY id LIMIT ? OFFSET ?`,
          limit,
          start,
        ),
      ),
    senders: ({ start, limit }) => look((sql) => pageOfSenders(sql, start, limit)),
    operations: ({ start, limit }) => look((sql) => pageOfOperations(sql, start, limit)),
    campaigns: ({ start, limit }) =>
      look((sql) => viewedCampaigns(sql, 'ORDER BY id DESC LIMIT ? OFFSET ?', limit, start)),
    report: (hash) => look((sql) => campaignReport(sql, hash)),
    messages: ({ start, limit }) =>
      look((sql) => sentMessages(sql, 'ORDER BY sending.id DESC LIMIT ? OFFSET ?', limit, start)),
    message: (sending) =>
      look(async (sql) => (await sentMessages(sql, 'WHERE sending.id = ?', sending))[0]),
    recipients: (sending, page) => look((sql) => recipientsOf(sql, sending, page)),
    deliveries: ({ start, limit }) => deliveries.page(start, limit),
    delivery: (id) => deliveries.find(id),
    rehearse,
  };
}
