import type { Secret } from './secret.ts';

/** Who calls: the account's API key, or a user's login. */
export type Credentials =
  | { readonly apiKey: Secret }
  | { readonly username: string; readonly password: Secret }
  | NoCredentials;

/** A call that came without any: the account answers `NO_USERNAME_AND_PASSWORD_AND_APIKEY`. */
interface NoCredentials {
  readonly anonymous: true;
}
