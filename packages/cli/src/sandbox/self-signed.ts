import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** PEM texts of a certificate and its private key. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

const dayMs = 86_400_000;

/**
 * Makes a certificate for this machine's own names (localhost, 127.0.0.1, ::1), signed by its own new
 * key and good for 30 days. Whoever shall trust it must be given it. Source of the form: RFC 5280, 4.1.
 *
 * @param now the clock
 */
export function selfSigned(now: () => Date = () => new Date()): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const from = new Date(now().getTime() - dayMs);
  const until = new Date(now().getTime() + 30 * dayMs);
  const name = sequence(set(sequence(oid('550403'), der(0x0c, Buffer.from('egoi sandbox')))));
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    // The first bit must be 0 for a positive number, and something must be set for a short form of 16 bytes.
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(time(from), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternativeNames, isAuthority)),
  );
  const signature = sign('sha256', body, privateKey);
  const cert = sequence(body, ecdsaWithSha256, bits(signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${linesOf(cert)}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const short = Buffer.from([tag, length]);
  const long = Buffer.from([tag, 0x82, length >> 8, length & 0xff]);
  return Buffer.concat([length < 0x80 ? short : long, content]);
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return der(0x30, ...contents);
}

function set(...contents: readonly Buffer[]): Buffer {
  return der(0x31, ...contents);
}

function integer(bytes: Buffer): Buffer {
  return der(0x02, bytes);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function bits(bytes: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), bytes);
}

function octets(bytes: Buffer): Buffer {
  return der(0x04, bytes);
}

/** UTCTime holds two digits of the year, which is enough until 2049. */
function time(moment: Date): Buffer {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2)));
}

function linesOf(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
}

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));

const alternativeNames = sequence(
  oid('551d11'),
  octets(
    sequence(
      der(0x82, Buffer.from('localhost')),
      der(0x87, Buffer.from([127, 0, 0, 1])),
      der(0x87, Buffer.from([...Array.from({ length: 15 }, () => 0), 1])),
    ),
  ),
);

/** Clients take a certificate for its own issuer only where it may issue some. */
const isAuthority = sequence(
  oid('551d13'),
  der(0x01, Buffer.from([0xff])),
  octets(sequence(der(0x01, Buffer.from([0xff])))),
);
