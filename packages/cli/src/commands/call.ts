import { addConnectionOptions, addJsonOption } from '../connection/connection-options.ts';
import type { EgoiCommand } from '../options/egoi-command.ts';
import type { Session } from '../session.ts';

/** `egoi call`: one call of any method. */
export function addCallCommand(program: EgoiCommand, session: Session): void {
  const command = program
    .command('call')
    .summary('call a method of the API')
    .description(
      'Calls one method of the API and prints its result: on a terminal as a table, in a pipe as JSON.',
    )
    .usage('<method> [parameter=value…] [options]')
    .argument('<method>', 'its name, as egoi methods lists it')
    .argument(
      '[parameters...]',
      'name=value, name:=json, name=@file, name[member]=value, --name value, @file',
    )
    .option('--unlisted', 'call a method that the catalogue does not have')
    .passThroughOptions()
    .allowUnknownOption()
    .action(async (method: string, words: readonly string[]) => {
      const { runCall } = await import('../call/run-call.ts');
      await runCall(session, command, command.opts(), method, words);
    });
  addJsonOption(addConnectionOptions(command, { timeout: '60 a try, 120 in all', retry: 0 }));
  command.addHelpText(
    'after',
    `
Examples:
  egoi call getLists
  egoi call addSubscriber listID=1 email=ana@example.com first_name=Ana
  egoi call addSubscriber --listID 1 --email ana@example.com
  egoi call attachTag tag=1 listID=1 type=subscriber target[subscriber]=a@b.pt
  egoi call addSubscriberBulk @contacts.json
  pandoc news.md | egoi call editCampaignEmail campaign=… message=@-
  egoi call getLists --select '.[].title'
  egoi call sendEmail --help      what a method takes, answers and refuses

The key comes from EGOI_API_KEY, from egoi login, or is asked for.
Next: egoi methods`,
  );
}
