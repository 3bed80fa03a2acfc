import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';
import { tellSetting } from '../verbose.ts';
import { type ChosenProfile, variableBefore } from './find-profile.ts';
import { firstProfile } from './profiles.ts';

/**
 * The account's key: of the profile that --profile names, of EGOI_API_KEY, of another profile, or typed by
 * whoever sits at the terminal.
 *
 * @throws CommandError where there is none
 */
export async function findApiKey(session: Session, profile: ChosenProfile): Promise<string> {
  const kept = keptApiKey(session, profile);
  if (kept !== undefined) return kept;
  if (session.isInteractive && !session.input.isTaken && !session.output.json) {
    const typed = await askForApiKey(session);
    session.output.note('egoi login keeps it for the next time.');
    return typed;
  }
  const isFirst = profile.name === firstProfile;
  throw new CommandError(`there is no API key${isFirst ? '' : ` in the profile ${profile.name}`}`, [
    `${profile.isNamed ? 'Keep' : 'Set EGOI_API_KEY, or keep'} the key with: egoi login${isFirst ? '' : ` --profile ${profile.name}`}`,
    'To try things out without an account: egoi sandbox',
  ]);
}

/** The key of EGOI_API_KEY or of the profile, where there is one. */
export function keptApiKey(session: Session, profile: ChosenProfile): string | undefined {
  const fromEnv = variableBefore(profile, session, 'EGOI_API_KEY');
  const key = fromEnv ?? profile.apiKey;
  const source = fromEnv === undefined ? profile.path : 'EGOI_API_KEY';
  tellSetting(session, `API key: ${key === undefined ? 'none is kept' : `of ${source}`}`);
  return key === undefined ? undefined : checkKey(key, source);
}

/** Asks for a key without showing what is typed. */
export async function askForApiKey({ signal }: Session): Promise<string> {
  const { default: password } = await import('@inquirer/password');
  try {
    const typed = await password(
      { message: 'API key:', mask: false, validate: (text) => problemOf(text.trim()) ?? true },
      { output: process.stderr, signal },
    );
    return typed.trim();
  } catch (error) {
    const isGone = error instanceof Error && /^(ExitPrompt|AbortPrompt)Error$/.test(error.name);
    if (isGone) throw new CommandError('nothing was done', [], 'interrupted');
    throw error;
  }
}

/** @throws CommandError for what cannot be a key; the error does not hold it */
export function checkKey(key: string, source: string): string {
  const problem = problemOf(key);
  if (problem === undefined) return key;
  throw new CommandError(`the key of ${source} cannot be one: ${problem}`);
}

function problemOf(key: string): string | undefined {
  if (key === '') return 'it is empty';
  return /^[\x21-\x7e]+$/.test(key) ? undefined : 'it holds blanks or other signs';
}
