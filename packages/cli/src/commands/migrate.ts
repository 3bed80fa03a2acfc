import { type Command, Option } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import { NumberOption, wholeNumber } from '../options/number-option.ts';
import { filePath } from '../options/text-values.ts';
import type { ReportCommandOptions, ScanCommandOptions } from '../migrate/migrate-options.ts';
import type { Session } from '../session.ts';

/** `egoi migrate`: what becomes of an old program over API v3. */
export function addMigrateCommand(program: Command, session: Session): void {
  const command = program
    .command('migrate')
    .summary('say what becomes of old programs over API v3')
    .description(
      'Says of each method that a program calls: exact over API v3, with which losses, or refused; what it costs in requests, and what to change. `report` goes by what was called over a gateway, `scan` by what is written in the sources.',
    );
  addReportCommand(command, session);
  addScanCommand(command, session);
  command.addHelpText(
    'after',
    `
Examples:
  egoi migrate scan .                       the calls in the sources here
  egoi migrate report calls.jsonl           the calls of egoi gateway --record calls.jsonl

Both take --json, and --html FILE for a page to show around.`,
  );
}

function addReportCommand(program: Command, session: Session): void {
  const command = program
    .command('report')
    .summary('report on what was called over a gateway')
    .description(
      'Reports on the record that `egoi gateway --record` keeps. Several may be put into one file. Where the gateway spoke API v3, the losses are those that it told of these very calls; else they are foreseen from the parameters.',
    )
    .argument('<file>', 'the record; - is the standard input')
    .action(async (file: string, options: ReportCommandOptions) => {
      const { runReport } = await import('../migrate/run-report.ts');
      await runReport(session, file, options);
    });
  addJsonOption(addReportOptions(command)).addHelpText(
    'after',
    `
Examples:
  egoi migrate report calls.jsonl
  egoi migrate report calls.jsonl --html report.html
  egoi migrate report calls.jsonl --fail-on refused    for a check by machine
${endings}`,
  );
}

function addScanCommand(program: Command, session: Session): void {
  const command = program
    .command('scan')
    .summary('find the calls of API v2 in sources')
    .description(
      'Finds calls of API v2 in sources in PHP, JavaScript, TypeScript, Python, Java, C# and Perl, and reports on them with file and line. Nothing is run and nothing is sent. Links, node_modules and the like are passed over.',
    )
    .argument('<folder>', 'the sources, or one of them')
    .addOption(
      new NumberOption(
        '--min-confidence <share>',
        'how sure a call must be to be reported',
        { min: 0, max: 1, otherwise: 0.5 },
        { read: share, kind: 'a number', example: 0.5 },
      ).default(undefined, '0.5'),
    )
    .option('--vendor', "look into folders of others' code too")
    .addOption(
      wholeNumber('--time-limit <seconds>', 'end after this time with what is found', {
        min: 1,
        max: 86_400,
        otherwise: '300',
      }),
    )
    .action(async (folder: string, options: ScanCommandOptions) => {
      const { runScan } = await import('../migrate/run-scan.ts');
      await runScan(session, folder, options);
    });
  addJsonOption(addReportOptions(command)).addHelpText(
    'after',
    `
Examples:
  egoi migrate scan .
  egoi migrate scan ~/shop/modules --vendor --html report.html
  egoi migrate scan . --json --min-confidence 0.3      also what is less sure
${endings}`,
  );
}

function addReportOptions(command: Command): Command {
  return command
    .option(
      '--html <file>',
      'write the report as a page, too; - prints it in place of the report',
      filePath,
    )
    .addOption(
      new Option(
        '--fail-on <what>',
        'end with 6 where something is refused or unknown, also where a loss needs leave, or where anything is lost',
      ).choices(['refused', 'leave', 'losses']),
    );
}

const endings = `
It ends with 0 whatever the report says, unless --fail-on asks for 6; with 6 also where not all could be
read, and with 2 where nothing could.`;

function share(text: string): number | undefined {
  const number = Number(text);
  return /^[\d.]+$/.test(text) && number >= 0 && number <= 1 ? number : undefined;
}
