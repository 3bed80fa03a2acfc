import { senderChannelWords } from './file-words.ts';

/** Columns that campaigns have beside those of the first releases. */
export const campaignColumns: readonly string[] = [
  "created TEXT NOT NULL DEFAULT ''",
  "changed TEXT NOT NULL DEFAULT ''",
  'campaign_group INTEGER',
  // When it is to be sent, `YYYY-MM-DD HH:MM:SS`.
  'scheduled TEXT',
  // What a face keeps of it for itself, as JSON.
  'details TEXT',
];

/** Columns that advanced reports have beside those of the first releases, which were all there at once. */
export const reportColumns: readonly string[] = [
  "title TEXT NOT NULL DEFAULT ''",
  "status TEXT NOT NULL DEFAULT 'finished'",
  "file TEXT NOT NULL DEFAULT ''",
  "created TEXT NOT NULL DEFAULT ''",
  // Number of the operation that makes its file.
  'operation INTEGER',
];

/** Columns that senders have beside those of the first releases. */
export const senderColumns: readonly string[] = [
  "name TEXT NOT NULL DEFAULT ''",
  "status TEXT NOT NULL DEFAULT 'active'",
  // When its moderation ends, in milliseconds since 1970.
  'due INTEGER',
];

/** Columns that sends have beside those of the first releases. */
export const sendingColumns: readonly string[] = [
  // Whether it went to a list or to segments, and not to named recipients.
  'broadcast INTEGER NOT NULL DEFAULT 0',
];

/** Tables that an older release had otherwise. */
export const campaignTables = {
  cname: `CREATE TABLE cname (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
  ) STRICT`,
} as const;

/**
 * Tables for senders, campaigns, what was sent and what came of it, and the senders that every account
 * begins with. Campaigns, messages and activity outlive their list, so that reports stay as they are:
 * nothing reuses a number, so that none of them can meet another list or contact.
 */
export const campaignStatements: readonly string[] = [
  `CREATE TABLE sender (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    sender TEXT COLLATE NOCASE NOT NULL,
    ${senderColumns.join(', ')},
    UNIQUE (channel, sender)
  ) STRICT`,
  `INSERT INTO sender (channel, sender) VALUES
    ('${senderChannelWords.toFile('email')}', 'news@example.com'),
    ('${senderChannelWords.toFile('sms')}', '351-912345678')`,
  campaignTables.cname,
  `CREATE TABLE campaign_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE campaign (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    list INTEGER NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    triggered INTEGER NOT NULL,
    subject TEXT NOT NULL,
    internal_name TEXT NOT NULL,
    sender INTEGER,
    sender_name TEXT NOT NULL,
    reply INTEGER,
    reply_name TEXT NOT NULL,
    message TEXT NOT NULL,
    url TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    ${campaignColumns.join(', ')}
  ) STRICT`,
  // Apart, so that reading a campaign does not read its file.
  `CREATE TABLE campaign_file (
    campaign INTEGER PRIMARY KEY REFERENCES campaign (id),
    base64 TEXT NOT NULL
  ) STRICT`,
  // What the messages of one send have in common.
  `CREATE TABLE sending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign INTEGER NOT NULL REFERENCES campaign (id),
    list INTEGER NOT NULL,
    moment TEXT NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    message TEXT NOT NULL,
    template INTEGER,
    ${sendingColumns.join(', ')}
  ) STRICT`,
  'CREATE INDEX sending_campaign ON sending (campaign)',
  'CREATE INDEX sending_list ON sending (list)',
  `CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sending INTEGER NOT NULL REFERENCES sending (id),
    contact INTEGER,
    uid TEXT,
    address TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX message_sending ON message (sending)',
  // What happened to contacts; `campaign` is the hash of the campaign, where one was concerned, and
  // `detail` the number of a tag, an automation, or the address of a link.
  `CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL,
    moment TEXT NOT NULL,
    action TEXT NOT NULL,
    campaign TEXT,
    detail TEXT
  ) STRICT`,
  'CREATE INDEX activity_contact ON activity (contact)',
  'CREATE INDEX activity_campaign ON activity (campaign, action, contact)',
  `CREATE TABLE advanced_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    template INTEGER NOT NULL,
    lines TEXT NOT NULL,
    ${reportColumns.join(', ')}
  ) STRICT`,
];
