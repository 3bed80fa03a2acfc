import { type Command, Option } from 'commander';
import { delimiterSign, filePath, listNumber } from '../bulk/option-values.ts';
import type { ExportCommandOptions } from '../bulk/run-export.ts';
import {
  addConnectionOptions,
  addJsonOption,
  wholeNumber,
} from '../connection/connection-options.ts';
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
    .option('--columns <names>', 'fields to write, parted by commas', (text) => text.split(','))
    .addOption(
      new Option('--unknown-columns <how>', 'columns that no contact is known to have')
        .choices(['refuse', 'write'])
        .default('refuse'),
    )
    .addOption(new Option('--format <name>', 'of the file').choices(['csv', 'ndjson']))
    .option('--excel', "CSV that Excel opens: --bom --delimiter ';'")
    .option('--bom', 'begin CSV with the mark by which Excel knows UTF-8')
    .option('--delimiter <sign>', 'what parts the columns of CSV (default: ,)', delimiterSign)
    .addOption(new Option('--line-ends <kind>', 'of CSV (default: crlf)').choices(['crlf', 'lf']))
    .option('--no-escape-formulas', 'write CSV values that a spreadsheet would run as they are')
    .option('--page-size <number>', 'contacts of a call', wholeNumber(1, 1000), 1000)
    .option('--journal <path>', 'what --resume reads (default: <file>.egoi-export)', filePath)
    .option(
      '--calls-per-hour <number>',
      'calls that this run may make in an hour',
      wholeNumber(1, 10_000),
      150,
    )
    .action(async (file: string, options: ExportCommandOptions) => {
      const { runExport } = await import('../bulk/run-export.ts');
      await runExport(session, file, options);
    });
  addJsonOption(addConnectionOptions(command)).addHelpText(
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
