/** Tables of what waits to be worked off, of the files that come of it, and of webhooks. */
export const queueStatements: readonly string[] = [
  // Apart, so that listing operations does not read what they carry.
  `CREATE TABLE queued_work (
    operation INTEGER PRIMARY KEY REFERENCES operation (id) ON DELETE CASCADE,
    work TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE made_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE webhook (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    actions TEXT NOT NULL,
    fields TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX webhook_list ON webhook (list)',
];

/** Columns that operations have beside those of the first releases, which were all worked off at once. */
export const operationColumns: readonly string[] = [
  "type TEXT NOT NULL DEFAULT 'import'",
  "status TEXT NOT NULL DEFAULT 'finished'",
  // In milliseconds since 1970.
  'due INTEGER',
  'ended TEXT',
  'campaign TEXT',
  "title TEXT NOT NULL DEFAULT ''",
];
