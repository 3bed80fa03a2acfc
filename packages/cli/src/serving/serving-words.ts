import { EgoiConfigError } from '@egoi-client/core';
import { CommandError } from '../command-error.ts';

const flags: Readonly<Record<string, string>> = {
  allowedHosts: '--allow-host',
  allowedOrigins: '--allow-origin',
  publicUrl: '--public-url',
  trustedProxies: '--trusted-proxies',
};

/** What a server refuses of its options, in the words of the command line; anything else as it is. */
export function inServingWords(error: unknown): unknown {
  if (!(error instanceof EgoiConfigError)) return error;
  const words = error.message.replace(/^\w+: /, '');
  if (/^(tls\.key|key) and (tls\.)?cert /.test(words)) {
    return new CommandError('--cert and --private-key are not a usable pair of PEM files', [
      'The certificate comes first in its file, then those of its issuers; the key has no passphrase.',
    ]);
  }
  if (/^port \d+ of /.test(words)) {
    return new CommandError(words, ['Another program may have it: --port takes another, 0 any.']);
  }
  const [name = ''] = /^\w+/.exec(words) ?? [];
  const flag = flags[name];
  return flag === undefined ? error : new CommandError(`${flag}${words.slice(name.length)}`);
}
