/** How contacts of a status count in their list. Who is invited (3) has not confirmed either. */
const counted = {
  active: (status: string) => `(${status} = 1)`,
  removed: (status: string) => `(${status} = 2)`,
  inactive: (status: string) => `(${status} = 4)`,
  unconfirmed: (status: string) => `(${status} IN (0, 3))`,
};

type Count = (typeof entries)[number];
const entries = Object.entries(counted);

function settings(write: (count: Count) => string): string {
  return entries.map(write).join(', ');
}

/** Keeps the counts of a list: none has to look at contacts. A contact that leaves for good is counted out by whoever deletes it. */
export const listCountTriggers: readonly string[] = [
  `CREATE TRIGGER contact_added AFTER INSERT ON contact BEGIN
    UPDATE list SET total = total + 1,
      ${settings(([name, is]) => `${name} = ${name} + ${is('new.status')}`)} WHERE id = new.list;
  END`,
  `CREATE TRIGGER contact_status AFTER UPDATE OF status ON contact WHEN new.status <> old.status BEGIN
    UPDATE list SET
      ${settings(([name, is]) => `${name} = ${name} + ${is('new.status')} - ${is('old.status')}`)} WHERE id = new.list;
  END`,
];

/** Counts the contacts of every list anew. */
export const recountLists: readonly string[] = entries.map(
  ([name, is]) =>
    `UPDATE list SET ${name} = (SELECT ifnull(sum(${is('status')}), 0) FROM contact WHERE list = list.id)`,
);

/** Counts contacts out of their list, before they are deleted: `?1` are their numbers as JSON, `?2` is the list. */
export const countOut = `UPDATE list SET total = list.total - gone.total,
    ${settings(([name]) => `${name} = list.${name} - gone.${name}`)}
  FROM (SELECT count(*) AS total, ${settings(([name, is]) => `ifnull(sum(${is('status')}), 0) AS ${name}`)}
    FROM contact WHERE id IN (SELECT value FROM json_each(?1))) AS gone
  WHERE list.id = ?2`;
