import { EgoiError, type Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import type { Corpus } from './corpus.ts';
import type { Decoder } from './decoder.ts';
import { mutate, randomBytes, randomText } from './mutate.ts';
import type { Random } from '@egoi-client/conformance/support/random';
import { randomValue } from './random-value.ts';

/** The gateway with whole requests, in front of a transport that answers any value. */
export function gatewayDecoder(corpus: Corpus): Decoder {
  let current: Random | undefined;
  const answering: Transport = {
    id: 'any-value',
    call: async () => ({
      value: current === undefined ? null : randomValue(current, ['title', 'a b', 'é', '9']),
      transport: 'any-value',
      durationMs: 0,
    }),
  };
  let defect: string | undefined;
  const gateway = createGateway(answering, {
    onError: (error) => {
      if (!(error instanceof EgoiError) && !isUncarried(error)) defect = describe(error);
    },
  });
  const { soapCalls, xmlrpcCalls, multicalls, forms, partForms } = corpus;
  const routes = [
    { path: '/v2/soap.php', type: 'text/xml', documents: soapCalls },
    { path: '/v2/soap_any.php', type: 'text/xml', documents: soapCalls },
    { path: '/v2/xmlrpc.php', type: 'text/xml', documents: xmlrpcCalls },
    { path: '/v2/xmlrpc.php', type: 'text/plain', documents: multicalls },
    { path: '/v2/rest.php', type: 'application/x-www-form-urlencoded', documents: forms },
    { path: '/v2/rest.php', type: 'multipart/form-data; boundary=b', documents: partForms },
  ];
  return {
    name: 'gateway',
    share: 2,
    async run(random) {
      current = random;
      defect = undefined;
      const { path, type, documents } = random.pick(routes);
      const text = random.oneIn(8)
        ? random.pick(documents)
        : mutate(random.pick(documents), random, documents);
      const query = random.oneIn(4) ? `?${mutate(random.pick(forms), random, forms)}` : '';
      const reply = await gateway.handle({
        method: random.oneIn(10)
          ? random.pick(['GET', 'HEAD', 'PUT', '', randomText(random)])
          : 'POST',
        url: random.oneIn(20) ? mutate(path + query, random, [path]) : path + query,
        headers: {
          host: random.oneIn(10) ? randomText(random) : 'gateway.test',
          'content-type': random.oneIn(6) ? mutate(`${type}; charset=utf-8`, random, [type]) : type,
          ...(random.oneIn(20) ? { 'content-encoding': randomText(random) } : {}),
          ...(random.oneIn(20) ? { 'content-length': randomText(random) } : {}),
        },
        body: random.oneIn(10) ? randomBytes(random) : Buffer.from(text),
      });
      if (defect !== undefined) return defect;
      if (reply.status < 200 || reply.status > 599) return `the status ${reply.status}`;
      const length = Buffer.byteLength(reply.body);
      return reply.headers['content-length'] === String(length)
        ? undefined
        : 'a length that is not that of the body';
    },
  };
}

/** A value that the protocol of the call has no form for is the transport's doing. */
function isUncarried(error: unknown): boolean {
  return error instanceof Error && error.name === 'WireFormatError';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
