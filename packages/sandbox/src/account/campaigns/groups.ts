import { BrokenRule } from '../broken-rule.ts';
import {
  allGroups,
  type CampaignGroup,
  dropGroup,
  hasCampaigns,
  insertGroup,
  renameGroup,
} from '../store/campaign-groups.ts';
import type { Statements } from '../store/statements.ts';

/** @throws BrokenRule for a number that no group has */
export async function requireGroup(sql: Statements, id: number): Promise<CampaignGroup> {
  const group = (await allGroups(sql)).find((known) => known.id === id);
  if (group === undefined) throw new BrokenRule({ reason: 'notFound', what: 'campaignGroup' });
  return group;
}

/** @throws BrokenRule for a number that no group has */
export async function changeGroup(sql: Statements, id: number, name: string): Promise<void> {
  await renameGroup(sql, (await requireGroup(sql, id)).id, name);
}

/** @param own the group that gets the name, where there is one @throws BrokenRule for a name that another group has */
export async function checkGroupName(sql: Statements, name: string, own?: number): Promise<void> {
  const holder = (await allGroups(sql)).find((known) => known.name === name);
  if (holder !== undefined && holder.id !== own) {
    throw new BrokenRule({ reason: 'taken', what: 'campaignGroup' });
  }
}

/** @returns the number of the new group @throws BrokenRule for a name that another group has */
export async function addGroup(sql: Statements, name: string): Promise<number> {
  await checkGroupName(sql, name);
  return insertGroup(sql, name);
}

/** @throws BrokenRule for a number that no group has, and while campaigns are in it */
export async function deleteUnusedGroup(sql: Statements, id: number): Promise<void> {
  await requireGroup(sql, id);
  if (await hasCampaigns(sql, id)) {
    throw new BrokenRule({ reason: 'inUse', what: 'campaignGroup' });
  }
  await dropGroup(sql, id);
}
