import type { Statements } from './statements.ts';

/** A group of campaigns. */
export interface CampaignGroup {
  readonly id: number;
  readonly name: string;
}

/** All groups, the oldest first. */
export function allGroups(sql: Statements): Promise<CampaignGroup[]> {
  return sql.rows<CampaignGroup>('SELECT * FROM campaign_group ORDER BY id');
}

/** @returns the number of the new group */
export async function insertGroup(sql: Statements, name: string): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO campaign_group (name) VALUES (?) RETURNING id',
    name,
  );
  return row?.id ?? 0;
}

export async function renameGroup(sql: Statements, id: number, name: string): Promise<void> {
  await sql.run('UPDATE campaign_group SET name = ? WHERE id = ?', name, id);
}

export async function dropGroup(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM campaign_group WHERE id = ?', id);
}

/** Tells whether campaigns are in a group, apart from those that were deleted. */
export async function hasCampaigns(sql: Statements, group: number): Promise<boolean> {
  const rows = await sql.rows(
    "SELECT id FROM campaign WHERE campaign_group = ? AND status <> 'deleted' LIMIT 1",
    group,
  );
  return rows.length > 0;
}
