import type { GatewayServer, ListenOptions } from '@egoi-client/gateway';
import { isLoopbackAddress } from '@egoi-client/http/server';
import { CommandError } from '../command-error.ts';
import { type KeyPairOptions, readKeyPair } from '../serving/key-pair.ts';
import type { Renewable } from '../serving/renewal.ts';
import { inServingWords } from '../serving/serving-words.ts';

/** Where `egoi gateway` listens, and how. */
export interface ListeningOptions extends KeyPairOptions {
  readonly port: number;
  readonly host: string;
  readonly allowPlainHttp?: boolean;
}

/**
 * What the gateway listens with.
 *
 * @throws CommandError for a certificate that cannot be read, and where keys would travel open
 */
export function listenOptionsOf(options: ListeningOptions): ListenOptions {
  const { port, host, allowPlainHttp = false } = options;
  const tls = readKeyPair(options);
  if (tls === undefined && !allowPlainHttp && !isLoopbackAddress(host)) {
    throw new CommandError(
      `at ${host} others reach the gateway, and over http they read the keys`,
      [
        'Give a certificate: --cert and --private-key',
        'Where something in front of it speaks https: --allow-plain-http',
      ],
    );
  }
  return { port, host, ...(tls === undefined ? {} : { tls }) };
}

/** The certificate of a running gateway, to be read anew; none for plain http. */
export function renewableCertificate(
  server: GatewayServer,
  options: KeyPairOptions,
): readonly Renewable[] {
  if (options.cert === undefined) return [];
  const renew = () => {
    const pair = readKeyPair(options);
    try {
      if (pair !== undefined) server.renewTls(pair);
    } catch (error) {
      throw inServingWords(error);
    }
  };
  return [{ what: 'the certificate', renew }];
}
