import { type Command, Option } from 'commander';
import { wireNames } from '@egoi-client/transports/wires';
import { addJsonOption, addReachOptions } from '../connection/connection-options.ts';
import { addV3Options } from '../connection/v3-options.ts';
import { addObservingOptions } from '../gateway/observing-options.ts';
import { addOldCallbackOptions } from '../gateway/old-callbacks.ts';
import type { GatewayCommandOptions } from '../gateway/run-gateway.ts';
import { seconds } from '../options/number-option.ts';
import { filePath, publicAddress, wordsOf } from '../options/text-values.ts';
import { addServingOptions } from '../serving/serving-options.ts';
import type { Session } from '../session.ts';

/** `egoi gateway`: keeps programs alive that only speak API v2. */
export function addGatewayCommand(program: Command, session: Session): void {
  const command = program
    .command('gateway')
    .summary('serve the four wires of API v2 over API v3, or over another wire')
    .description(
      'Serves the four wires of API v2 until Ctrl-C or SIGTERM, and makes every call over API v3 or over the wire of --to; each is a line on the standard output. Programs that speak API v2 need nothing but its address; their keys pass through.',
    )
    .addOption(
      new Option('--to <wire>', 'how to speak with the service').choices(wireNames).default('v3'),
    )
    .option('--allow-plain-http', 'speak http where other machines reach it, too')
    .option(
      '--public-url <address>',
      'the address under which programs see it, for the WSDLs',
      publicAddress,
    )
    .option(
      '--trusted-proxies <networks>',
      'addresses of proxies in front, parted by commas, whose X-Forwarded-For is believed',
      wordsOf('addresses and networks', '10.0.0.0/8'),
    )
    .addOption(
      seconds(
        '--drain <seconds>',
        'how long the end waits for calls under way',
        'as long as --timeout',
      ),
    )
    .option(
      '--allow <file>',
      'let in only the keys whose hashes it holds; see egoi gateway hash-key',
      filePath,
    )
    .option(
      '--logins <file>',
      'user names and passwords of old programs, and their keys, as JSON',
      filePath,
    )
    .option(
      '--key-from-env [name]',
      'call with the key of this variable, or of EGOI_API_KEY, whatever a call brings',
    )
    .option('--allow-anyone', 'let everybody who reaches it call with the key of --key-from-env')
    .action(async (options: GatewayCommandOptions) => {
      const { runGateway } = await import('../gateway/run-gateway.ts');
      await runGateway(session, options);
    });
  const serving = addServingOptions(addReachOptions(addObservingOptions(command), '60'), 8081);
  addJsonOption(addOldCallbackOptions(addV3Options(serving))).addHelpText(
    'after',
    `
Examples:
  egoi gateway                                    API v2 at http://127.0.0.1:8081, over API v3
  egoi gateway --allow-loss addSubscriberBulk.subscribers.status
      a call that loses something and may
  egoi gateway --to soap-universal --endpoint http://localhost:8080
      in front of a service that speaks API v2
  egoi gateway --callbacks-url https://egoi.example.com --callbacks-file c.db
      callbacks of API v2 for programs that call editApiCallback

What each method loses over API v3: egoi methods <method>`,
  );
  addHashKey(command, session);
}

function addHashKey(gateway: Command, session: Session): void {
  const command = gateway
    .command('hash-key')
    .summary('make the line of a key for the file of --allow')
    .description(
      'Reads a key from the standard input, or asks for it, and prints its line for the file of --allow. The file tells nobody the key.',
    )
    .argument('[name]', 'whose key it is, for people')
    .action(async (name: string | undefined) => {
      const { runHashKey } = await import('../gateway/run-hash-key.ts');
      await runHashKey(session, name);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi gateway hash-key shop >> allowed
  openssl rand -hex 20 | tee shop.key | egoi gateway hash-key shop >> allowed`,
  );
}
