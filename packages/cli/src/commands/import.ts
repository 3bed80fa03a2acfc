import { type Command, Option } from 'commander';
import {
  columnMapping,
  delimiterSign,
  encodingName,
  filePath,
  listNumber,
} from '../bulk/option-values.ts';
import type { ImportCommandOptions } from '../bulk/run-import.ts';
import {
  addConnectionOptions,
  addJsonOption,
  wholeNumber,
} from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi import`: a file of contacts into a list. */
export function addImportCommand(program: Command, session: Session): void {
  const command = program
    .command('import')
    .summary('import contacts from CSV or NDJSON')
    .description(
      "Imports a file of contacts into a list, in the fewest calls, within the hour's budget. It can be interrupted at any time and goes on with --resume.",
    )
    .argument(
      '<file>',
      '.csv, .tsv, .txt, .ndjson or .jsonl; - is the standard input, CSV by default',
    )
    .requiredOption('--list <number>', 'the list (listnum of getLists)', listNumber)
    .option('--resume', 'go on where an earlier run stopped')
    .option('--compare-field <field>', 'recognises contacts that the list has already', 'email')
    .option('--new-only', 'add new contacts and leave those that the list has as they are')
    .option(
      '--column <name=field>',
      'what a column stands for; name= leaves it out; may be given several times',
      columnMapping,
    )
    .addOption(
      new Option('--unknown-columns <how>', 'columns that no contact has')
        .choices(['refuse', 'drop', 'keep'])
        .default('refuse'),
    )
    .addOption(new Option('--format <name>', 'of the file').choices(['csv', 'ndjson']))
    .option(
      '--delimiter <sign>',
      'what parts the columns (default: as a line sep=; says, or found in the header)',
      delimiterSign,
    )
    .option(
      '--encoding <name>',
      'of a text that begins without a byte order mark',
      encodingName,
      'utf-8',
    )
    .option('--no-unescape-formulas', "keep a ' before values that a spreadsheet would run")
    .option(
      '--max-row-bytes <number>',
      'longest row (default: 1048576)',
      wholeNumber(1024, 100_000_000),
    )
    .option('--journal <path>', 'what --resume reads (default: <file>.egoi-import)', filePath)
    .option(
      '--rejects <path>',
      'rows that cannot be sent (default: <file>.rejects.ndjson)',
      filePath,
    )
    .option('--batch-contacts <number>', 'most contacts of a call', wholeNumber(1, 1_000_000))
    .option(
      '--calls-per-hour <number>',
      'calls that this run may make in an hour',
      wholeNumber(1, 10_000),
      150,
    )
    .option(
      '--probes <number>',
      'most calls to find out what became of one call (default: 300)',
      wholeNumber(1, 10_000),
    )
    .option(
      '--confirm',
      'over API v3, which answers before it works imports off: wait, and look for each contact',
    )
    .addOption(
      new Option(
        '--unverifiable <how>',
        'a call that can neither be proved to have arrived nor be repeated without harm',
      ).choices(['stop', 'repeat', 'skip']),
    )
    .action(async (file: string, options: ImportCommandOptions) => {
      const { runImport } = await import('../bulk/run-import.ts');
      await runImport(session, file, options);
    });
  addJsonOption(addConnectionOptions(command)).addHelpText(
    'after',
    `
Examples:
  egoi import contacts.csv --list 1
  egoi import contacts.csv --list 1 --column Mail=email --column Name=first_name --column Notes=
  egoi import contacts.csv --list 1 --resume
  mysql -B -e 'select email, first_name from people' shop | egoi import - --list 1

CSV has a header row with the names of addSubscriber's parameters: email, first_name, extra_1, …
Noise around values, such as blanks around an address, is left out, and the end says how much it was.
Each run counts its own calls: for two at once, give each half with --calls-per-hour 75.
Next: egoi export`,
  );
}
