import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpOptions } from '@egoi-client/http';
import type { Place } from './fault.ts';
import { fillBacklog } from './full-backlog.ts';
import { type MisbehavingServer, startServer } from './misbehaving-server.ts';
import type { Visit } from './visit.ts';

/** A place that was made ready for one call. */
export interface OpenPlace {
  /** The address without a path. */
  readonly base: string;
  /** What the client has to be told to get there. */
  readonly options: HttpOptions;
  /** Missing where there is none to be reached. */
  readonly server: MisbehavingServer | undefined;
  close(): Promise<void>;
}

/** Makes a place ready. */
export async function openPlace(
  place: Place,
  onVisit: (visit: Visit) => void | Promise<void>,
): Promise<OpenPlace> {
  switch (place.at) {
    case 'server':
      return servedBy(await startServer(onVisit), 'http://127.0.0.1', {});
    case 'tls': {
      const secure = { cert: fixture(place.certificate), key: fixture('server-key.pem') };
      const options = place.trusted ? { ca: fixture('authority.pem') } : {};
      return servedBy(await startServer(onVisit, secure), 'https://localhost', options);
    }
    case 'closed port': {
      const server = await startServer(onVisit);
      await server.stop();
      return unserved(`http://127.0.0.1:${server.port}`);
    }
    case 'unknown host':
      return unserved('http://egoi-client.invalid');
    default: {
      const { port, stop } = await fillBacklog();
      return { ...unserved(`http://127.0.0.1:${port}`), close: stop };
    }
  }
}

function servedBy(server: MisbehavingServer, origin: string, options: HttpOptions): OpenPlace {
  return { base: `${origin}:${server.port}`, options, server, close: () => server.stop() };
}

function unserved(base: string): OpenPlace {
  return { base, options: {}, server: undefined, close: async () => undefined };
}

/** The certificates that the tests of the HTTP client use. */
function fixture(name: string): string {
  return readFileSync(
    join(import.meta.dirname, '../../../../packages/http/test/fixtures', name),
    'utf8',
  );
}
