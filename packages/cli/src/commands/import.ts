import { type Command, Option } from 'commander';
import { columnMapping, delimiterSign, encodingName, listNumber } from '../bulk/option-values.ts';
import type { ImportCommandOptions } from '../bulk/run-import.ts';
import { addConnectionOptions, addJsonOption } from '../connection/connection-options.ts';
import { wholeNumber } from '../options/number-option.ts';
import { filePath } from '../options/text-values.ts';
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
    .addOption(
      new Option('--format <name>', 'of the file')
        .choices(['csv', 'ndjson'])
        .default(undefined, "by the file's name"),
    )
    .addOption(
      new Option('--delimiter <sign>', 'what parts the columns')
        .default(undefined, 'as a line sep=; says, or found in the header')
        .argParser(delimiterSign),
    )
    .option(
      '--encoding <name>',
      'of a text that begins without a byte order mark',
      encodingName,
      'utf-8',
    )
    .option('--no-unescape-formulas', "keep a ' before values that a spreadsheet would run")
    .addOption(
      wholeNumber('--max-row-bytes <bytes>', 'longest row', {
        min: 1024,
        max: 100_000_000,
        otherwise: '1048576',
      }),
    )
    .addOption(
      new Option('--journal <path>', 'what --resume reads')
        .default(undefined, '<file>.egoi-import')
        .argParser(filePath),
    )
    .addOption(
      new Option('--rejects <path>', 'where rows go that cannot be sent')
        .default(undefined, '<file>.rejects.ndjson')
        .argParser(filePath),
    )
    .addOption(
      wholeNumber('--batch-contacts <contacts>', 'most contacts of a call', {
        min: 1,
        max: 1_000_000,
        otherwise: 'as many as fit',
      }),
    )
    .addOption(
      wholeNumber('--calls-per-hour <calls>', 'calls that this run may make in an hour', {
        min: 1,
        max: 10_000,
        otherwise: 150,
      }),
    )
    .addOption(
      wholeNumber('--probes <calls>', 'most calls to find out what became of one call', {
        min: 1,
        max: 10_000,
        otherwise: '300',
      }),
    )
    .option(
      '--confirm',
      'over API v3, which answers before it works imports off: wait, and look for each contact',
    )
    .addOption(
      new Option(
        '--unverifiable <how>',
        'a call that can neither be proved to have arrived nor be repeated without harm',
      )
        .choices(['stop', 'repeat', 'skip'])
        .default(undefined, 'stop'),
    )
    .action(async (file: string, options: ImportCommandOptions) => {
      const { runImport } = await import('../bulk/run-import.ts');
      await runImport(session, file, options);
    });
  addJsonOption(addConnectionOptions(command, { timeout: '600', retry: 3 })).addHelpText(
    'after',
    `
Examples:
  egoi import contacts.csv --list 1
  egoi import contacts.csv --list 1 --column Mail=email --column Notes=
  egoi import contacts.csv --list 1 --resume
  mysql -B -e 'select email from people' shop | egoi import - --list 1

CSV has a header row with the names of addSubscriber's parameters: email, first_name, extra_1, …
Noise around values, such as blanks around an address, is left out, and the end says how much it was.
Each run counts its own calls: for two at once, give each half with --calls-per-hour 75.
Next: egoi export`,
  );
}
