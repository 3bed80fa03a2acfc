// Keeps programs that speak SOAP or XML-RPC working: serves all four wires, and carries their calls on
// over XML-RPC, or over universal SOAP when that is out of reach. Ends when its standard input does.
import { fallback } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';

const base = process.env['EGOI_BASE'] ?? 'https://api.e-goi.com';
const transport = fallback([
  xmlrpcTransport({ endpoint: `${base}/v2/xmlrpc.php` }),
  soapUniversalTransport({ endpoint: `${base}/v2/soap_any.php` }),
]);
const server = await createGateway(transport).listen({ port: Number(process.env['PORT'] ?? '0') });
console.log(JSON.stringify(server.urls));

process.stdin.resume();
process.stdin.on('end', () => {
  void server.close().then(() => transport.close?.());
});
