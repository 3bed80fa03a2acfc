import { contactSettings } from '../contact-fields.ts';
import { optionStatements } from './field-options.ts';
import { extraFieldTypeWords } from './file-words.ts';
import { listCountTriggers, recountLists } from './list-counts.ts';
import {
  campaignColumns,
  campaignTables,
  reportColumns,
  senderColumns,
  sendingColumns,
} from './schema-campaigns.ts';
import { operationColumns, queueStatements } from './schema-queue.ts';
import { automationStatements, segmentColumns } from './schema-segments.ts';

const add = (table: string, columns: readonly string[]) =>
  columns.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column}`);

/**
 * Gives an account of version 2 the tables of version 3. Version 2 kept no moments of lists, segments
 * and campaigns, the options of a field as one text, and worked everything off at once.
 */
export const fromVersion2: readonly string[] = [
  ...add('account', ['transactional INTEGER NOT NULL DEFAULT 0']),
  ...add('list', [
    "internal_name TEXT NOT NULL DEFAULT ''",
    'list_group INTEGER NOT NULL DEFAULT 0',
    'inactive INTEGER NOT NULL DEFAULT 0',
    'unconfirmed INTEGER NOT NULL DEFAULT 0',
    "unique_fields TEXT NOT NULL DEFAULT '{}'",
    "created TEXT NOT NULL DEFAULT ''",
    "changed TEXT NOT NULL DEFAULT ''",
  ]),
  'UPDATE list SET internal_name = name',
  ...add(
    'contact',
    contactSettings.map((name) => `${name} TEXT`),
  ),
  'DROP TRIGGER contact_added',
  'DROP TRIGGER contact_status',
  ...listCountTriggers,
  ...recountLists,
  ...optionStatements,
  // Commas part the options of the text.
  `INSERT INTO field_option (field, label, labels)
    SELECT extra_field.id, trim(part.value), json_object('en', trim(part.value))
    FROM extra_field, json_each('[' || replace(json_quote(options), ',', '","') || ']') AS part
    WHERE extra_field.type = '${extraFieldTypeWords.toFile('choice')}' AND trim(part.value) <> '' ORDER BY extra_field.id, part.key`,
  'ALTER TABLE extra_field DROP COLUMN options',
  ...add('extra_field', ['is_unique INTEGER NOT NULL DEFAULT 0']),
  ...add('operation', operationColumns),
  'UPDATE operation SET ended = moment',
  ...queueStatements,
  ...add('segment', segmentColumns),
  ...add('autobot', segmentColumns),
  ...add('autobot_run', ['action INTEGER']),
  ...automationStatements,
  ...add('activity', ['detail TEXT']),
  ...add('campaign', campaignColumns),
  ...add('sending', sendingColumns),
  ...add('sender', senderColumns),
  'ALTER TABLE cname RENAME TO former_cname',
  campaignTables.cname,
  'INSERT INTO cname (name) SELECT name FROM former_cname ORDER BY name',
  'DROP TABLE former_cname',
  ...add('advanced_report', reportColumns),
];
