import type { Campaign, CampaignChannel } from './campaigns.ts';
import { campaignChannelWords } from './file-words.ts';
import type { SqlValue, Statements } from './statements.ts';

/** How far a campaign is; `paused` where everything that is to send it is held. */
export type CampaignProgress = Exclude<Campaign['status'], 'deleted'> | 'paused';

/** A campaign as a list shows it, without its contents. */
export interface ListedCampaign<Channel extends CampaignChannel>
  extends Pick<
    Campaign,
    | 'id'
    | 'hash'
    | 'list'
    | 'subject'
    | 'internal_name'
    | 'campaign_group'
    | 'started'
    | 'ended'
    | 'created'
    | 'changed'
    | 'scheduled'
  > {
  readonly channel: Channel;
  readonly progress: CampaignProgress;
  /** Messages that went out. */
  readonly sent: number;
}

/** The moments of campaigns. */
type CampaignMoment = 'started' | 'ended' | 'created' | 'changed' | 'scheduled';

/** Which campaigns are meant; each of what is said must hold. */
export interface CampaignFilter<Channel extends CampaignChannel> {
  readonly channels: readonly Channel[];
  readonly equal: Readonly<
    Partial<
      Record<
        'hash' | 'list' | 'internal_name' | 'campaign_group' | 'progress',
        SqlValue | undefined
      >
    >
  >;
  /** The least and the most of moments, `YYYY-MM-DD HH:MM:SS`. */
  readonly between: Readonly<
    Partial<Record<CampaignMoment, readonly [string | undefined, string | undefined]>>
  >;
}

/** How campaigns are ordered; those that have the same, by their age. */
export interface CampaignOrder {
  readonly by: 'created' | 'list' | 'internal_name' | 'campaign_group';
  readonly isAscending: boolean;
}

// What is sent now is never seen: a send is done at once when its turn comes.
const listed = `SELECT id, hash, channel, list, subject, internal_name, campaign_group, started, ended,
    created, changed, scheduled,
    CASE WHEN status = 'queued' AND (
      SELECT min(operation.status = 'paused') FROM queued_work
        JOIN operation ON operation.id = queued_work.operation
      WHERE operation.campaign = campaign.hash) THEN 'paused' ELSE status END AS progress
  FROM campaign`;

/** A page of the campaigns that are meant, and how many there are; deleted ones are left out. */
export async function pageOfListedCampaigns<Channel extends CampaignChannel>(
  sql: Statements,
  filter: CampaignFilter<Channel>,
  { by, isAscending }: CampaignOrder,
  page: { readonly start: number; readonly limit: number },
): Promise<{ readonly total: number; readonly campaigns: ListedCampaign<Channel>[] }> {
  const { where, values } = conditionOf(filter);
  const meant = `SELECT * FROM (${listed}) WHERE ${where}`;
  const direction = isAscending ? 'ASC' : 'DESC';
  const rows = await sql.rows<
    Omit<ListedCampaign<Channel>, 'channel'> & { readonly channel: string }
  >(
    `SELECT page.*, (SELECT count(*) FROM sending JOIN message ON message.sending = sending.id
        WHERE sending.campaign = page.id) AS sent
      FROM (${meant} ORDER BY ${by} ${direction}, id ${direction} LIMIT ? OFFSET ?) AS page
      ORDER BY ${by} ${direction}, id ${direction}`,
    ...values,
    page.limit,
    page.start,
  );
  const [counted] = await sql.rows<{ total: number }>(
    `SELECT count(*) AS total FROM (${meant})`,
    ...values,
  );
  return {
    total: counted?.total ?? 0,
    campaigns: rows.map((row) => ({
      ...row,
      // The filter lets no other through.
      channel: campaignChannelWords.fromFile(row.channel) as Channel,
    })),
  };
}

function conditionOf({ channels, equal, between }: CampaignFilter<CampaignChannel>) {
  const conditions: (readonly [string, SqlValue])[] = [
    [
      'channel IN (SELECT value FROM json_each(?))',
      JSON.stringify(channels.map(campaignChannelWords.toFile)),
    ],
    ['progress <> ?', 'deleted'],
  ];
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) conditions.push([`${column} = ?`, value]);
  }
  for (const [column, [least, most]] of Object.entries(between)) {
    if (least !== undefined) conditions.push([`${column} >= ?`, least]);
    if (most !== undefined) conditions.push([`${column} <= ?`, most]);
  }
  return {
    where: conditions.map(([condition]) => condition).join(' AND '),
    values: conditions.map(([, value]) => value),
  };
}
