import type { Command } from 'commander';
import { optionGroups } from './options/help-layout.ts';
import type { Session } from './session.ts';

const flag = '--verbose';

/** Adds `--verbose` to a command and to all below it. */
export function addVerboseOption(command: Command): void {
  command
    .optionsGroup(optionGroups.general)
    .option(flag, 'show requests and answers, without the key, on the error output')
    .optionsGroup(optionGroups.own);
  for (const below of command.commands) addVerboseOption(below);
}

/** Whether the command line or EGOI_DEBUG asks to be told what is sent and what comes back. */
export function isVerbose(words: readonly string[], { EGOI_DEBUG }: Session['env']): boolean {
  if (words.includes(flag)) return true;
  return EGOI_DEBUG !== undefined && !['', '0', 'false'].includes(EGOI_DEBUG);
}

/** Tells with `--verbose` what a command goes by, and where it has that from. */
export function tellSetting({ verbose, output }: Session, text: string): void {
  if (verbose) output.detail(`* ${text}`);
}
