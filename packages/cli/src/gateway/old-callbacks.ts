import type { ShimEvent, WebhookShim } from '@egoi-client/webhook-shim';
import type { WireName } from '@egoi-client/transports/wires';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { optionGroups } from '../options/help-layout.ts';
import { filePath, publicAddress, wordsOf } from '../options/text-values.ts';
import type { Session } from '../session.ts';

/** What a gateway was told of the callbacks of old programs. */
export interface OldCallbackOptions {
  readonly callbacksUrl?: string;
  readonly callbacksFile?: string;
  readonly callbacksAllow?: readonly string[];
}

/** Adds the options that keep callbacks of API v2 coming over API v3. */
export function addOldCallbackOptions(command: Command): Command {
  return command
    .optionsGroup(optionGroups.callbacks)
    .option(
      '--callbacks-url <address>',
      'the address under which API v3 reaches the gateway: its webhooks become callbacks of API v2',
      publicAddress,
    )
    .option(
      '--callbacks-file <file>',
      'where callbacks are kept until they are delivered',
      filePath,
    )
    .option(
      '--callbacks-allow <hosts>',
      'hosts and networks inside the own network, parted by commas, that callbacks may go to',
      wordsOf('hosts and networks', '10.0.0.0/8'),
    )
    .optionsGroup(optionGroups.own);
}

/**
 * What makes callbacks of webhooks; `undefined` where nobody asked for it.
 *
 * @throws CommandError for options that do not go together
 */
export async function openOldCallbacks(
  session: Session,
  { callbacksUrl, callbacksFile, callbacksAllow }: OldCallbackOptions,
  to: WireName,
): Promise<WebhookShim | undefined> {
  if (callbacksUrl === undefined && callbacksFile === undefined && callbacksAllow === undefined) {
    return undefined;
  }
  if (to !== 'v3') {
    throw new CommandError('--callbacks-url is for API v3', [
      `Over ${to} the service posts callbacks itself: leave it out.`,
    ]);
  }
  if (callbacksUrl === undefined || callbacksFile === undefined) {
    throw new CommandError('--callbacks-url and --callbacks-file belong together', [
      'The first is the address that API v3 posts to, the second where callbacks wait.',
    ]);
  }
  const { webhookShim } = await import('@egoi-client/webhook-shim');
  return webhookShim({
    publicUrl: callbacksUrl,
    file: callbacksFile,
    ...(callbacksAllow === undefined ? {} : { allowedReceivers: callbacksAllow }),
    onEvent: (event) => tell(session, event),
  });
}

/** Says what somebody may have to do something about. */
function tell({ output }: Session, event: ShimEvent): void {
  switch (event.kind) {
    case 'refused':
      output.note(`A webhook was refused (${event.status}): ${event.reason}.`);
      break;
    case 'given up':
      output.note(
        `A callback to ${event.receiver} was given up after ${event.tries} tries: ${event.reason}.`,
      );
      break;
    case 'dropped':
      output.note(`${event.count} callbacks that were given up made room for later ones.`);
      break;
    case 'defect':
      output.note('The file of --callbacks-file cannot be read or written.');
      break;
    default:
  }
}
