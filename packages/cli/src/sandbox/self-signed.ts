import type { KeyPair } from '../serving/key-pair.ts';

const dayMs = 86_400_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * Makes a certificate for this machine's own names (localhost, 127.0.0.1, ::1), signed by its own new
 * key and good for 30 days. Whoever shall trust it must be given it.
 *
 * @param now the clock
 */
export async function selfSigned(now: () => Date = () => new Date()): Promise<KeyPair> {
  // Its packages take a third of a second to load, and change the global `Reflect`: no other command needs them.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=egoi sandbox',
    notBefore: new Date(now().getTime() - dayMs),
    notAfter: new Date(now().getTime() + 30 * dayMs),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      // Clients take a certificate for its own issuer only where it may issue some.
      new x509.BasicConstraintsExtension(true, undefined, true),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
    cert: certificate.toString('pem'),
  };
}
