import { type Command, Option } from 'commander';
import { delimiterSign, listNumber } from '../bulk/option-values.ts';
import type { ExportCommandOptions } from '../bulk/run-export.ts';
import { addConnectionOptions, addJsonOption } from '../connection/connection-options.ts';
import { wholeNumber } from '../options/number-option.ts';
import { filePath, wordsOf } from '../options/text-values.ts';
import type { Session } from '../session.ts';

/** `egoi export`: the contacts of a list into a file. */
export function addExportCommand(program: Command, session: Session): void {
  const command = program
    .command('export')
    .summary('export contacts to CSV or NDJSON')
    .description(
      "Writes all contacts of a list into a file, page by page, within the hour's budget. It can be interrupted at any time and goes on with --resume.",
    )
    .argument(
      '<file>',
      '.csv, .ndjson or .jsonl; readable by you alone; - is the standard output, CSV by default',
    )
    .requiredOption('--list <number>', 'the list (listnum of getLists)', listNumber)
    .option('--resume', 'go on where an earlier run stopped')
    .option('--overwrite', 'write the file anew where there is one')
    .addOption(
      new Option('--columns <names>', 'fields to write, parted by commas')
        .default(undefined, 'all')
        .argParser(wordsOf('names of fields', 'EMAIL,FIRST_NAME')),
    )
    .addOption(
      new Option('--unknown-columns <how>', 'columns that no contact is known to have')
        .choices(['refuse', 'write'])
        .default('refuse'),
    )
    .addOption(
      new Option('--format <name>', 'of the file')
        .choices(['csv', 'ndjson'])
        .default(undefined, "by the file's name"),
    )
    .option('--excel', "CSV that Excel opens: --bom --delimiter ';'")
    .option('--bom', 'begin CSV with the mark by which Excel knows UTF-8')
    .addOption(
      new Option('--delimiter <sign>', 'what parts the columns of CSV')
        .default(undefined, "a comma; ';' with --excel")
        .argParser(delimiterSign),
    )
    .addOption(
      new Option('--line-ends <kind>', 'of CSV').choices(['crlf', 'lf']).default(undefined, 'crlf'),
    )
    .option('--no-escape-formulas', 'write CSV values that a spreadsheet would run as they are')
    .addOption(
      wholeNumber('--page-size <contacts>', 'contacts of a call', {
        min: 1,
        max: 1000,
        otherwise: 1000,
      }),
    )
    .addOption(
      new Option('--journal <path>', 'what --resume reads')
        .default(undefined, '<file>.egoi-export')
        .argParser(filePath),
    )
    .addOption(
      wholeNumber('--calls-per-hour <calls>', 'calls that this run may make in an hour', {
        min: 1,
        max: 10_000,
        otherwise: 150,
      }),
    )
    .action(async (file: string, options: ExportCommandOptions) => {
      const { runExport } = await import('../bulk/run-export.ts');
      await runExport(session, file, options);
    });
  addJsonOption(addConnectionOptions(command, { timeout: '60 a try', retry: 3 })).addHelpText(
    'after',
    `
Examples:
  egoi export contacts.csv --list 1
  egoi export contacts.ndjson --list 1 --columns UID,EMAIL
  egoi export contacts.csv --list 1 --resume
  egoi export contacts.csv --list 1 --excel
  egoi export - --list 1 --columns EMAIL | sort | head

Excel of languages that write 1.5 parts columns by commas: give --excel --delimiter , there.`,
  );
}
