import type { Session } from '../session.ts';
import { tellSetting } from '../verbose.ts';
import { chosenProfile, type Profile, readProfile } from './profiles.ts';

/** Which profile a command uses, and what named it. */
interface NamedProfile {
  readonly name: string;
  /** As an error says it; empty where nothing did. */
  readonly source: string;
}

/** The name of the profile: of --profile, of EGOI_PROFILE, of `egoi profiles use`, or the first one. */
export function nameProfile({ env }: Session, given: string | undefined): NamedProfile {
  if (given !== undefined) return { name: given, source: '--profile' };
  const { EGOI_PROFILE: fromEnv } = env;
  if (fromEnv !== undefined && fromEnv !== '') return { name: fromEnv, source: 'EGOI_PROFILE' };
  return chosenProfile(env);
}

/** A profile, and who chose it. */
export interface ChosenProfile extends Profile {
  /** Whether --profile names it: it is the account then, whatever the environment says of another. */
  readonly isNamed: boolean;
}

/** Variables that say what a member of a profile says. */
const variables = {
  EGOI_API_KEY: 'apiKey',
  EGOI_ENDPOINT: 'endpoint',
  EGOI_TRANSPORT: 'transport',
} as const;

type ProfileVariable = keyof typeof variables;

/**
 * The profile of a command. Variables that its name on the command line sets aside are told.
 *
 * @throws CommandError where there is none of its name, or its file is not what it should be
 */
export function findProfile(session: Session, given: string | undefined): ChosenProfile {
  const { name, source } = nameProfile(session, given);
  const profile = readProfile(session.env, name, source);
  tellSetting(
    session,
    `profile: ${name}${source === '' ? '' : ` (${source})`}, ${wordsOf(profile)}`,
  );
  const isNamed = given !== undefined;
  const setAside = Object.entries(variables).flatMap(([variable, member]) => {
    const text = session.env[variable]?.trim() ?? '';
    return isNamed && text !== '' && text !== profile[member] ? [variable] : [];
  });
  if (setAside.length > 0) {
    session.output.note(
      `egoi: note: ${setAside.join(', ')} ${setAside.length === 1 ? 'is' : 'are'} passed over: --profile names the account`,
    );
  }
  return { ...profile, isNamed };
}

/** What the environment says in place of a profile; nothing where there is nothing, or --profile was given. */
export function variableBefore(
  { isNamed }: ChosenProfile,
  { env }: Session,
  variable: ProfileVariable,
): string | undefined {
  const text = isNamed ? '' : (env[variable]?.trim() ?? '');
  return text === '' ? undefined : text;
}

/** Where a profile is kept, and what it holds, without a value. */
function wordsOf({ path, ...profile }: Profile): string {
  const members = Object.keys(profile).filter((member) => member !== 'name');
  return `of ${path}, ${members.length === 0 ? 'which says nothing' : `with ${members.join(', ')}`}`;
}
