import { operationColumns } from './schema-queue.ts';

/** When a segment was made and last changed; a file of an older release does not know it. */
export const segmentColumns: readonly string[] = [
  "created TEXT NOT NULL DEFAULT ''",
  "changed TEXT NOT NULL DEFAULT ''",
];

/** Every automation begins with one step, by which it is started. */
export const automationStatements: readonly string[] = [
  `CREATE TABLE autobot_action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    autobot INTEGER NOT NULL REFERENCES autobot (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    action TEXT NOT NULL,
    parent INTEGER,
    created TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX autobot_action_autobot ON autobot_action (autobot)',
  `INSERT INTO autobot_action (autobot, title, action, created)
    SELECT id, 'Start', 'start', created FROM autobot ORDER BY id`,
  `CREATE TRIGGER autobot_added AFTER INSERT ON autobot BEGIN
    INSERT INTO autobot_action (autobot, title, action, created)
      VALUES (new.id, 'Start', 'start', new.created);
  END`,
];

/** Tables of segments, forms, automations, operations, callbacks and created accounts. */
export const segmentStatements: readonly string[] = [
  `CREATE TABLE segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    ${segmentColumns.join(', ')},
    UNIQUE (list, name)
  ) STRICT`,
  `CREATE TABLE form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    is_default INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX form_list ON form (list)',
  `CREATE TABLE submission (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form INTEGER NOT NULL REFERENCES form (id) ON DELETE CASCADE,
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    moment TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX submission_form ON submission (form)',
  'CREATE INDEX submission_contact ON submission (contact)',
  `CREATE TABLE autobot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    ${segmentColumns.join(', ')}
  ) STRICT`,
  'CREATE INDEX autobot_list ON autobot (list)',
  // It may name a list before there is one, since options make it and calls make lists.
  `CREATE TRIGGER autobot_list_deleted AFTER DELETE ON list BEGIN
    DELETE FROM autobot WHERE list = old.id;
  END`,
  `CREATE TABLE autobot_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    autobot INTEGER NOT NULL REFERENCES autobot (id) ON DELETE CASCADE,
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    moment TEXT NOT NULL,
    action INTEGER
  ) STRICT`,
  ...automationStatements,
  'CREATE INDEX autobot_run_autobot ON autobot_run (autobot)',
  'CREATE INDEX autobot_run_contact ON autobot_run (contact)',
  // An operation outlives its list, so that its number is never told twice.
  `CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    method TEXT NOT NULL,
    list INTEGER NOT NULL,
    total INTEGER NOT NULL,
    moment TEXT NOT NULL,
    ${operationColumns.join(', ')}
  ) STRICT`,
  `CREATE TABLE callback (
    list INTEGER PRIMARY KEY REFERENCES list (id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    switches TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE created_account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT COLLATE NOCASE NOT NULL UNIQUE,
    moment TEXT NOT NULL
  ) STRICT`,
];
