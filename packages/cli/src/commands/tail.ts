import { Argument, type Command, Option } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import { wholeNumber } from '../options/number-option.ts';
import { filePath } from '../options/text-values.ts';
import { WrongValue } from '../options/wrong-value.ts';
import type { Session } from '../session.ts';
import type { TailOptions } from '../tail/run-tail.ts';

/** `egoi tail`: watches the calls of a server that runs already. */
export function addTailCommand(program: Command, session: Session): void {
  const command = program
    .command('tail')
    .summary('follow the calls of a running sandbox or gateway')
    .description(
      'Prints a line for each call of a running sandbox or gateway until Ctrl-C, as they print it themselves. Of a gateway it takes the address of its admin port. Where the server goes away, it waits for it to come back.',
    )
    .addArgument(
      new Argument('[address]', 'where it is').default(
        undefined,
        'EGOI_ENDPOINT, or http://127.0.0.1:8080',
      ),
    )
    .option(
      '--method <name>',
      'print calls of this method alone; * stands for any letters; may be given several times',
      (name: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        methodPattern(name),
      ],
    )
    .option('--failed', 'print only calls that were refused or failed')
    .addOption(
      wholeNumber('--last <calls>', 'begin with so many of the calls before', {
        min: 0,
        max: 1000,
        otherwise: 10,
      }),
    )
    .addOption(
      new Option('--ca <file>', 'certificates to trust, as PEM')
        .default(undefined, 'those of Node.js')
        .argParser(filePath),
    )
    .action(async (address: string | undefined, options: TailOptions) => {
      const { runTail } = await import('../tail/run-tail.ts');
      await runTail(session, address, options);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi tail                                       the sandbox of this machine
  egoi tail http://127.0.0.1:9464                 a gateway that runs with --admin-port 9464
  egoi tail --failed --method 'add*'              what went wrong as contacts were added
  egoi tail --json | jq -r 'select(.durationMs > 500) | .method'`,
  );
}

function methodPattern(text: string): string {
  if (text !== '' && !/\p{Cc}/u.test(text)) return text;
  throw new WrongValue(
    'It must be the name of a method or an operation; * stands for any letters.',
    "'add*'",
  );
}
