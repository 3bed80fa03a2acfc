interface Reason {
  readonly words: string;
  /** Whether the same may work later without anybody's doing. */
  readonly passing: boolean;
}

const untrusted: Reason = {
  words:
    'its certificate is not from an authority that is trusted here; if it is your own, give it in the option ca',
  passing: false,
};
const wrongProtocol: Reason = {
  words: 'it does not speak TLS as expected; check http and https in the endpoint',
  passing: false,
};

/** Why there was no connection, by Node's and OpenSSL's codes. */
const reasons = new Map<string, Reason>([
  ['ECONNREFUSED', { words: 'nothing accepts connections there', passing: true }],
  ['ENOTFOUND', { words: 'the host name is not known', passing: true }],
  ['EAI_AGAIN', { words: 'the name server does not answer', passing: true }],
  ['ETIMEDOUT', { words: 'it does not answer', passing: true }],
  ['EHOSTUNREACH', { words: 'the network has no way to it', passing: true }],
  ['ENETUNREACH', { words: 'the network has no way to it', passing: true }],
  ['ECONNRESET', { words: 'it closed the connection at once', passing: true }],
  ['EPIPE', { words: 'it closed the connection at once', passing: true }],
  ['EMFILE', { words: 'this process has too many open files', passing: true }],
  ['CERT_HAS_EXPIRED', { words: 'its certificate has expired', passing: false }],
  ['CERT_NOT_YET_VALID', { words: 'its certificate is not valid yet', passing: false }],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    {
      words: 'its certificate is for another name; check the host in the endpoint',
      passing: false,
    },
  ],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
  ['EPROTO', wrongProtocol],
]);

/** Says in words why no connection was made, and whether that may pass. */
export function connectReason(code: string | undefined): Reason {
  if (code === undefined) return { words: 'the connection failed', passing: true };
  const known = reasons.get(code) ?? (code.startsWith('ERR_SSL_') ? wrongProtocol : undefined);
  return known === undefined
    ? { words: `the connection failed (${code})`, passing: true }
    : { words: `${known.words} (${code})`, passing: known.passing };
}

const certificateCodes: ReadonlySet<unknown> = new Set(
  [...reasons.keys()].filter((code) => /CERT/.test(code)),
);

/** Whether a code says that a certificate was refused, before anything was sent to whoever showed it. */
export function isDistrusted(code: unknown): boolean {
  return certificateCodes.has(code) || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
}
