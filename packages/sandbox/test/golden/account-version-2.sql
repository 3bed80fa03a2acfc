PRAGMA foreign_keys = OFF;
CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seed INTEGER NOT NULL
  ) STRICT;
INSERT INTO account VALUES (1, 1);
CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL,
    moment TEXT NOT NULL,
    action TEXT NOT NULL,
    campaign TEXT
  ) STRICT;
INSERT INTO activity VALUES (1, 1, '2025-03-04 05:06:07', 'sent', 'a25d59c47e00bb97a22e8b284a8dbf53');
INSERT INTO activity VALUES (2, 2, '2025-03-04 05:06:07', 'sent', 'a25d59c47e00bb97a22e8b284a8dbf53');
CREATE TABLE advanced_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    template INTEGER NOT NULL,
    lines TEXT NOT NULL
  ) STRICT;
INSERT INTO advanced_report VALUES (1, 1, '[{"LISTNUM":"2","SUBSCRIBERS":"2","SENT":"0"}]');
CREATE TABLE autobot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER,
    name TEXT NOT NULL,
    status TEXT NOT NULL
  ) STRICT;
INSERT INTO autobot VALUES (1, NULL, 'Welcome', 'active');
INSERT INTO autobot VALUES (2, NULL, 'Old', 'paused');
CREATE TABLE autobot_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    autobot INTEGER NOT NULL REFERENCES autobot (id) ON DELETE CASCADE,
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    moment TEXT NOT NULL
  ) STRICT;
INSERT INTO autobot_run VALUES (1, 1, 1, '2025-03-04 05:06:07');
CREATE TABLE callback (
    list INTEGER PRIMARY KEY REFERENCES list (id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    switches TEXT NOT NULL
  ) STRICT;
CREATE TABLE campaign (
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
    ended TEXT
  ) STRICT;
INSERT INTO campaign VALUES (1, 'a25d59c47e00bb97a22e8b284a8dbf53', 1, 'email', 'finished', 0, 'News', '', 1, '', NULL, '', '<p>Hello</p>', '', '2025-03-04 05:06:07', '2025-03-04 05:06:07');
INSERT INTO campaign VALUES (2, 'cbf5e305ff43b5d2d957c9184981efeb', 1, 'sms_premium', 'standby', 0, 'Sale', '', 2, '', NULL, '', 'Hello', '', NULL, NULL);
CREATE TABLE campaign_file (
    campaign INTEGER PRIMARY KEY REFERENCES campaign (id),
    base64 TEXT NOT NULL
  ) STRICT;
CREATE TABLE campaign_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
  ) STRICT;
INSERT INTO campaign_group VALUES (1, 'Summer');
CREATE TABLE cname (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO cname VALUES ('news.example.com');
CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    uid TEXT NOT NULL,
    status INTEGER NOT NULL,
    lang TEXT NOT NULL,
    email TEXT COLLATE NOCASE,
    cellphone TEXT,
    telephone TEXT,
    fax TEXT,
    first_name TEXT,
    last_name TEXT,
    birth_date TEXT,
    add_date TEXT NOT NULL,
    subscription_method TEXT NOT NULL,
    modification_date TEXT,
    remove_method TEXT,
    remove_date TEXT,
    remove_option TEXT,
    remove_obs TEXT,
    tax_id TEXT, address TEXT, zip_code TEXT, city TEXT, district TEXT, state TEXT, country TEXT, age TEXT, gender TEXT, id_card TEXT, company TEXT
  ) STRICT;
INSERT INTO contact VALUES (1, 1, 0, '6c66c8cc9d', 1, 'pt', 'ana@example.com', NULL, NULL, NULL, 'Ana', NULL, '1990-01-31', '2025-03-04 05:06:07', 'API', '2025-03-04 05:06:07', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO contact VALUES (2, 1, 1, '557863b184', 1, 'pt', 'rui@example.com', '351-911111111', '351-222222222', '351-233333333', NULL, 'Costa', NULL, '2025-03-04 05:06:07', 'API', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO contact VALUES (3, 1, 2, 'ed026cb8f0', 2, 'pt', 'eva@example.com', NULL, NULL, NULL, NULL, NULL, NULL, '2025-03-04 05:06:07', 'API', NULL, 'API', '2025-03-04 05:06:07', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO contact VALUES (4, 2, 0, 'e99765c1f0', 0, 'en', 'ana@example.com', NULL, NULL, NULL, NULL, NULL, NULL, '2025-03-04 05:06:07', 'import', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO contact VALUES (5, 2, 1, '5bf691015f', 4, 'en', 'x@example.com', NULL, NULL, NULL, NULL, NULL, NULL, '2025-03-04 05:06:07', 'import', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE contact_tag (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (contact, tag)
  ) STRICT, WITHOUT ROWID;
INSERT INTO contact_tag VALUES (1, 1);
CREATE TABLE created_account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT COLLATE NOCASE NOT NULL UNIQUE,
    moment TEXT NOT NULL
  ) STRICT;
CREATE TABLE extra_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    options TEXT NOT NULL
  ) STRICT;
INSERT INTO extra_field VALUES (1, 1, 'Shoe size', 'numero', '');
INSERT INTO extra_field VALUES (2, 1, 'Shirt', 'lista', 'S, M, L');
CREATE TABLE extra_value (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    field INTEGER NOT NULL REFERENCES extra_field (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    PRIMARY KEY (contact, field)
  ) STRICT, WITHOUT ROWID;
INSERT INTO extra_value VALUES (1, 1, '38');
INSERT INTO extra_value VALUES (1, 2, 'M');
CREATE TABLE form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    is_default INTEGER NOT NULL
  ) STRICT;
INSERT INTO form VALUES (1, 1, 'Sign up', 1);
CREATE TABLE list (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    channel_email INTEGER NOT NULL,
    channel_sms INTEGER NOT NULL,
    channel_voice INTEGER NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
INSERT INTO list VALUES (1, 'Newsletter', 'pt', 1, 0, 0, 3, 2, 1);
INSERT INTO list VALUES (2, 'Empty', 'en', 1, 0, 0, 2, 0, 0);
CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sending INTEGER NOT NULL REFERENCES sending (id),
    contact INTEGER,
    uid TEXT,
    address TEXT NOT NULL
  ) STRICT;
INSERT INTO message VALUES (1, 1, 1, '6c66c8cc9d', 'ana@example.com');
INSERT INTO message VALUES (2, 1, 2, '557863b184', 'rui@example.com');
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    method TEXT NOT NULL,
    list INTEGER NOT NULL,
    total INTEGER NOT NULL,
    moment TEXT NOT NULL
  ) STRICT;
INSERT INTO operation VALUES (1, 'addSubscriberBulk', 2, 2, '2025-03-04 05:06:07');
CREATE TABLE segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    UNIQUE (list, name)
  ) STRICT;
INSERT INTO segment VALUES (1, 1, 'Anas', '{"match":"all","conditions":[{"field":"first_name","operator":"equals","value":"Ana","isNumeric":false}]}');
INSERT INTO segment VALUES (2, 1, 'Big', '{"match":"all","conditions":[{"field":1,"operator":"equals","value":"38","isNumeric":true}]}');
CREATE TABLE sender (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    sender TEXT COLLATE NOCASE NOT NULL,
    UNIQUE (channel, sender)
  ) STRICT;
INSERT INTO sender VALUES (1, 'email', 'news@example.com');
INSERT INTO sender VALUES (2, 'telemovel', '351-912345678');
CREATE TABLE sending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign INTEGER NOT NULL REFERENCES campaign (id),
    list INTEGER NOT NULL,
    moment TEXT NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    message TEXT NOT NULL,
    template INTEGER
  ) STRICT;
INSERT INTO sending VALUES (1, 1, 1, '2025-03-04 05:06:07', 'news@example.com', '', 'News', '<p>Hello</p>', NULL);
CREATE TABLE submission (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form INTEGER NOT NULL REFERENCES form (id) ON DELETE CASCADE,
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    moment TEXT NOT NULL
  ) STRICT;
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    color TEXT NOT NULL
  ) STRICT;
INSERT INTO tag VALUES (1, 'vip', '#ff0000');
INSERT INTO tag VALUES (2, 'new', '');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('sender', 2);
INSERT INTO sqlite_sequence VALUES ('autobot', 2);
INSERT INTO sqlite_sequence VALUES ('list', 2);
INSERT INTO sqlite_sequence VALUES ('form', 1);
INSERT INTO sqlite_sequence VALUES ('extra_field', 2);
INSERT INTO sqlite_sequence VALUES ('tag', 2);
INSERT INTO sqlite_sequence VALUES ('contact', 5);
INSERT INTO sqlite_sequence VALUES ('segment', 2);
INSERT INTO sqlite_sequence VALUES ('campaign', 2);
INSERT INTO sqlite_sequence VALUES ('operation', 1);
INSERT INTO sqlite_sequence VALUES ('campaign_group', 1);
INSERT INTO sqlite_sequence VALUES ('advanced_report', 1);
INSERT INTO sqlite_sequence VALUES ('autobot_run', 1);
INSERT INTO sqlite_sequence VALUES ('sending', 1);
INSERT INTO sqlite_sequence VALUES ('message', 2);
INSERT INTO sqlite_sequence VALUES ('activity', 2);
CREATE INDEX activity_campaign ON activity (campaign, action, contact);
CREATE INDEX activity_contact ON activity (contact);
CREATE INDEX autobot_list ON autobot (list);
CREATE INDEX autobot_run_autobot ON autobot_run (autobot);
CREATE INDEX autobot_run_contact ON autobot_run (contact);
CREATE INDEX contact_cellphone ON contact (list, cellphone) WHERE cellphone IS NOT NULL;
CREATE INDEX contact_email ON contact (list, email) WHERE email IS NOT NULL;
CREATE INDEX contact_fax ON contact (list, fax) WHERE fax IS NOT NULL;
CREATE UNIQUE INDEX contact_position ON contact (list, position);
CREATE INDEX contact_tag_tag ON contact_tag (tag);
CREATE INDEX contact_telephone ON contact (list, telephone) WHERE telephone IS NOT NULL;
CREATE UNIQUE INDEX contact_uid ON contact (list, uid);
CREATE INDEX extra_field_list ON extra_field (list);
CREATE INDEX extra_value_field ON extra_value (field, value);
CREATE INDEX form_list ON form (list);
CREATE INDEX message_sending ON message (sending);
CREATE INDEX sending_campaign ON sending (campaign);
CREATE INDEX sending_list ON sending (list);
CREATE INDEX submission_contact ON submission (contact);
CREATE INDEX submission_form ON submission (form);
CREATE TRIGGER autobot_list_deleted AFTER DELETE ON list BEGIN
    DELETE FROM autobot WHERE list = old.id;
  END;
CREATE TRIGGER contact_added AFTER INSERT ON contact BEGIN
    UPDATE list SET total = total + 1, active = active + (new.status = 1),
      removed = removed + (new.status = 2) WHERE id = new.list;
  END;
CREATE TRIGGER contact_status AFTER UPDATE OF status ON contact WHEN new.status <> old.status BEGIN
    UPDATE list SET active = active + (new.status = 1) - (old.status = 1),
      removed = removed + (new.status = 2) - (old.status = 2) WHERE id = new.list;
  END;
PRAGMA application_id = 1701277545;
PRAGMA user_version = 2;
