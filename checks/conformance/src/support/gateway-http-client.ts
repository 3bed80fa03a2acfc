import type { Gateway, V3Server } from '@egoi-client/gateway';
import type { HttpClient } from '@egoi-client/http';

/** Sends requests straight into a gateway, or a server of API v3: transports without sockets. */
export function gatewayHttpClient(gateway: Pick<Gateway | V3Server, 'handle'>): HttpClient {
  return {
    async send({ url, method, headers, body, signal }) {
      const { pathname, search, host, origin } = new URL(url);
      const lowerCase = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const reply = await gateway.handle({
        method,
        url: pathname + search,
        headers: { host, ...lowerCase },
        body: new TextEncoder().encode(
          typeof body === 'string' ? body : [...(body ?? [])].join(''),
        ),
        signal,
        origin,
      });
      const [mediaType = ''] = (reply.headers['content-type'] ?? '').split(';');
      return {
        status: reply.status,
        mediaType: mediaType.trim().toLowerCase(),
        text: typeof reply.body === 'string' ? reply.body : new TextDecoder().decode(reply.body),
      };
    },
    async close() {},
  };
}
