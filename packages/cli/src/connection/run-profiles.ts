import { CommandError } from '../command-error.ts';
import { table } from '../output/table.ts';
import type { Session } from '../session.ts';
import { nameProfile } from './find-profile.ts';
import {
  chooseProfile,
  chosenProfile,
  firstProfile,
  type Profile,
  profileNames,
  readProfile,
  removeProfile,
} from './profiles.ts';
import { serviceAddress } from './wires.ts';
import { defaultWire } from '@egoi-client/transports/wires';

/** What is told of a profile: never its key. */
interface ShownProfile {
  readonly name: string;
  /** Whether commands use it that name none. */
  readonly current: boolean;
  readonly endpoint: string;
  readonly transport: string;
  readonly phonePrefix?: string;
  /** Its last four signs, or whether there is one. */
  readonly key: string;
  readonly path: string;
}

/** Lists the profiles. @param namesOnly a name a line, for programs */
export function listProfiles(session: Session, namesOnly: boolean): void {
  const { env, output } = session;
  const names = profileNames(env);
  if (namesOnly) {
    output.result(names, () => names.join('\n'));
    return;
  }
  const broken: string[] = [];
  const profiles = names.flatMap((name) => {
    try {
      return [asShown(session, readProfile(env, name, ''))];
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      broken.push(error.message);
      return [];
    }
  });
  output.result(profiles, () => {
    const rows = profiles.map(({ name, current, endpoint, transport, key }) => [
      current ? '*' : ' ',
      name,
      endpoint,
      transport,
      key,
    ]);
    return [
      table([['', 'profile', 'endpoint', 'transport', 'key'], ...rows]),
      '',
      '* is used where neither --profile nor EGOI_PROFILE names another.',
    ].join('\n');
  });
  if (broken.length > 0) throw new CommandError(broken.join('; '));
}

/** Shows one profile, the one in use unless another is named. */
export function showProfile(session: Session, given: string | undefined): void {
  const { name, source } =
    given === undefined ? nameProfile(session, undefined) : { name: given, source: '<profile>' };
  const profile = asShown(session, readProfile(session.env, name, source));
  session.output.result(profile, () =>
    table([
      ['Profile', profile.current ? `${profile.name} (in use)` : profile.name],
      ['Key', profile.key],
      ['Endpoint', profile.endpoint],
      ['Transport', profile.transport],
      ['Prefix', profile.phonePrefix ?? 'none'],
      ['File', profile.path],
    ]),
  );
}

/** Makes a profile that of all commands that name none. */
export function useProfile({ env, output }: Session, name: string): void {
  chooseProfile(env, name, '<profile>');
  const { EGOI_PROFILE: fromEnv = '' } = env;
  output.result({ profile: name }, () => `Commands that name no profile use ${name} now.`);
  if (fromEnv !== '' && fromEnv !== name) {
    output.warn(
      `egoi: warning: EGOI_PROFILE names another and goes before it. To use ${name} here: unset EGOI_PROFILE`,
    );
  }
}

/** Forgets a profile; where it was in use, the first one is from then on. */
export function forgetProfile({ env, output }: Session, name: string): void {
  removeProfile(env, name, '<profile>');
  const wasInUse = name !== firstProfile && chosenProfile(env).name === name;
  if (wasInUse) chooseProfile(env, firstProfile, '');
  output.result({ removed: name }, () =>
    [
      `The profile ${name} is forgotten. Its key is still good: to end it, change it at the service.`,
      ...(wasInUse ? [`Commands that name no profile use ${firstProfile} again.`] : []),
    ].join('\n'),
  );
}

function asShown(session: Session, profile: Profile): ShownProfile {
  const { name, path, apiKey, endpoint = serviceAddress, transport = defaultWire } = profile;
  const { phonePrefix } = profile;
  return {
    name,
    current: nameProfile(session, undefined).name === name,
    endpoint,
    transport,
    ...(phonePrefix === undefined ? {} : { phonePrefix }),
    key: shownKey(apiKey),
    path,
  };
}

/** Four signs of forty tell an owner which key it is, and nobody else anything. */
function shownKey(apiKey: string | undefined): string {
  if (apiKey === undefined) return 'none';
  return apiKey.length < 20 ? 'kept' : `…${apiKey.slice(-4)}`;
}
