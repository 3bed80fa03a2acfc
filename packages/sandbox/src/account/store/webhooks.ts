import type { Statements } from './statements.ts';

/** An address that is told of events of a list. */
export interface Webhook {
  readonly id: number;
  readonly list: number;
  readonly url: string;
  /** Events that it is told of, in the words of whoever made it. */
  readonly actions: readonly string[];
  /** Fields of contacts that it is told; `undefined` for all. */
  readonly fields: readonly string[] | undefined;
}

type WebhookRow = Omit<Webhook, 'actions' | 'fields'> & {
  readonly actions: string;
  readonly fields: string;
};

function webhookOf({ actions, fields, ...row }: WebhookRow): Webhook {
  return {
    ...row,
    actions: JSON.parse(actions) as string[],
    fields: (JSON.parse(fields) as string[] | null) ?? undefined,
  };
}

/** All webhooks, the oldest first. */
export async function allWebhooks(sql: Statements): Promise<Webhook[]> {
  return (await sql.rows<WebhookRow>('SELECT * FROM webhook ORDER BY id')).map(webhookOf);
}

/** Those of one list, the oldest first. */
export async function webhooksOf(sql: Statements, list: number): Promise<Webhook[]> {
  const rows = await sql.rows<WebhookRow>('SELECT * FROM webhook WHERE list = ? ORDER BY id', list);
  return rows.map(webhookOf);
}

/** @returns its number */
export async function insertWebhook(
  sql: Statements,
  { list, url, actions, fields }: Omit<Webhook, 'id'>,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO webhook (list, url, actions, fields) VALUES (?, ?, ?, ?) RETURNING id',
    list,
    url,
    JSON.stringify(actions),
    JSON.stringify(fields ?? null),
  );
  return row?.id ?? 0;
}

/** @returns whether there was one of this number */
export async function dropWebhook(sql: Statements, id: number): Promise<boolean> {
  return (await sql.rows('DELETE FROM webhook WHERE id = ? RETURNING id', id)).length > 0;
}
