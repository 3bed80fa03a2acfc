import { type AdmissionOptions, listedAdmission, type ListedAdmission } from '@egoi-client/gateway';
import { isLoopbackAddress } from '@egoi-client/http/server';
import { CommandError } from '../command-error.ts';
import { checkKey } from '../connection/api-key.ts';
import type { Renewable } from '../serving/renewal.ts';
import type { Session } from '../session.ts';
import { readAllowedKeys } from './allowed-keys-file.ts';
import { readLogins } from './login-file.ts';

/** Who may call through `egoi gateway`, as the command line says it. */
export interface AdmissionCommandOptions {
  readonly logins?: string;
  readonly allow?: string;
  /** `true` where no variable was named. */
  readonly keyFromEnv?: string | true;
  readonly allowAnyone?: boolean;
}

/** What decides who may call, and how it is read anew. */
export interface CommandAdmission {
  readonly admission: ListedAdmission;
  readonly renewables: readonly Renewable[];
}

/** Where the gateway can be reached. */
interface Reach {
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustedProxies?: readonly string[];
}

/**
 * Makes what decides who may call; `undefined` where nothing was said of it, so that all keys pass.
 *
 * @throws CommandError for files and variables that cannot be used, and where anybody could call with
 *   the gateway's own key
 */
export function admissionOf(
  session: Session,
  options: AdmissionCommandOptions & Reach,
): CommandAdmission | undefined {
  const { logins, allow, keyFromEnv } = options;
  if (logins === undefined && allow === undefined && keyFromEnv === undefined) return undefined;
  const apiKey = keyFromEnv === undefined ? undefined : ownKey(session, keyFromEnv);
  const isOpen = apiKey !== undefined && logins === undefined && allow === undefined;
  if (isOpen) refuseAnyone(options);
  const read = () => listsOf(options, apiKey);
  const admission = listedAdmission(read());
  const renewables = isOpen
    ? []
    : [{ what: 'the list of callers', renew: () => admission.renew(read()) }];
  return { admission, renewables };
}

function listsOf(
  { logins, allow }: AdmissionCommandOptions,
  apiKey: string | undefined,
): AdmissionOptions {
  return {
    ...(logins === undefined ? {} : { logins: readLogins(logins, apiKey !== undefined) }),
    ...(allow === undefined ? {} : { allowedKeys: readAllowedKeys(allow) }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

/** The variable is not named in the errors: who mixes up name and value must not find the key there. */
function ownKey({ env }: Session, name: string | true): string {
  const key = env[name === true ? 'EGOI_API_KEY' : name]?.trim() ?? '';
  if (key === '') {
    throw new CommandError('the variable of --key-from-env is not set', [
      'It is EGOI_API_KEY, or the one whose name stands behind the option.',
    ]);
  }
  return checkKey(key, 'the variable of --key-from-env');
}

function refuseAnyone({
  host,
  publicUrl,
  trustedProxies,
  allowAnyone = false,
}: AdmissionCommandOptions & Reach) {
  const isForThisMachine =
    isLoopbackAddress(host) && publicUrl === undefined && trustedProxies === undefined;
  if (isForThisMachine || allowAnyone) return;
  throw new CommandError(
    'anybody who reaches the gateway could call with the key of --key-from-env',
    ['Say who may: --allow or --logins', 'Where everybody may who can reach it: --allow-anyone'],
  );
}
