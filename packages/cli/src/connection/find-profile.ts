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

/** Variables that go before a member of a profile. */
const variables = {
  EGOI_API_KEY: 'apiKey',
  EGOI_ENDPOINT: 'endpoint',
  EGOI_TRANSPORT: 'transport',
} as const;

/** One of those. */
export type ProfileVariable = keyof typeof variables;

/**
 * The profile of a command. Where it is named by --profile and a variable goes before what it holds, that
 * is told: who names an account wants to know that another is called.
 *
 * @param heeded the variables that this command heeds
 * @throws CommandError where there is none of its name, or its file is not what it should be
 */
export function findProfile(
  session: Session,
  given: string | undefined,
  heeded: readonly ProfileVariable[],
): Profile {
  const { name, source } = nameProfile(session, given);
  const profile = readProfile(session.env, name, source);
  tellSetting(
    session,
    `profile: ${name}${source === '' ? '' : ` (${source})`}, ${wordsOf(profile)}`,
  );
  if (given === undefined) return profile;
  const before = heeded.filter((variable) => {
    const text = session.env[variable]?.trim() ?? '';
    const kept = profile[variables[variable]];
    return text !== '' && kept !== undefined && text !== kept;
  });
  if (before.length > 0) {
    const go = before.length === 1 ? 'goes' : 'go';
    session.output.warn(
      `egoi: warning: ${before.join(', ')} ${go} before the profile ${profile.name}. To call by the profile: unset ${before.join(' ')}`,
    );
  }
  return profile;
}

/** Where a profile is kept, and what it holds, without a value. */
function wordsOf({ path, ...profile }: Profile): string {
  const members = Object.keys(profile).filter((member) => member !== 'name');
  return `of ${path}, ${members.length === 0 ? 'which says nothing' : `with ${members.join(', ')}`}`;
}
