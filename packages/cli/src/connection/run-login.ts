import type { WireName } from '@egoi-client/transports/wires';
import type { Session } from '../session.ts';
import { askForApiKey, checkKey } from './api-key.ts';
import { warnOfReaders } from './connect.ts';
import { nameProfile } from './find-profile.ts';
import { readConfig } from './config-file.ts';
import { checkProfileName, firstProfile, profilePath, writeProfile } from './profiles.ts';
import { serviceAddress, wireAddress } from './wires.ts';
import { defaultWire } from '@egoi-client/transports/wires';

/** What `egoi login` was given. */
export interface LoginOptions {
  readonly profile?: string;
  readonly endpoint?: string;
  readonly transport?: WireName;
  readonly phonePrefix?: string;
}

/** Keeps the key for all commands: typed at the terminal, or from a pipe; and where its calls go. */
export async function runLogin(session: Session, options: LoginOptions): Promise<void> {
  const { env, output } = session;
  const { profile: given, ...kept } = options;
  const named = nameProfile(session, given);
  const name = checkProfileName(named.name, named.source);
  const path = profilePath(env, name);
  const before = readConfig(path) ?? {};
  const { endpoint = serviceAddress, transport = defaultWire } = { ...before, ...kept };
  const address = wireAddress(transport, { text: endpoint, source: '--endpoint' });
  const typed = session.isInteractive
    ? await askForApiKey(session)
    : await session.input.readText('the key');
  const apiKey = checkKey(typed.trim(), 'the input');
  // Read anew: another login may have changed it while the key was typed.
  writeProfile(env, name, { ...readConfig(path), ...kept, apiKey });
  warnOfReaders(session, address);
  const isFirst = name === firstProfile;
  output.result({ path, profile: name, endpoint, transport }, () =>
    [
      isFirst
        ? `The key is in ${path}, for you alone.`
        : `The key of the profile ${name} is in ${path}, for you alone.`,
      `Calls go to ${endpoint} by ${transport}. To forget it: egoi profiles remove ${name}`,
      `Next: egoi doctor${isFirst ? '' : ` --profile ${name}`}`,
    ].join('\n'),
  );
}
