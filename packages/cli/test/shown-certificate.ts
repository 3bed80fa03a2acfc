import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';

export function fingerprint(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}

/** The fingerprint of the certificate that a new connection is shown. */
export async function shownAt(address: string): Promise<string> {
  const { port } = new URL(address);
  const socket = connect({ port: Number(port), host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}
