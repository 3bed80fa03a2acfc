import { randomBytes } from 'node:crypto';
import { EgoiConfigError } from '@egoi-client/core';
import type Libsql from 'libsql';

/** Where the webhooks of an address go. */
export interface Route {
  readonly list: number;
  readonly url: string;
  /** Numbers of the events of editApiCallback that the receiver is told of. */
  readonly events: readonly number[];
}

/** Whose route it is. */
export interface RouteOwner {
  /** Tells accounts apart. */
  readonly account: string;
  readonly route: Route;
}

/** Routes that no list has any more are kept as long as webhooks that are on their way may come, in milliseconds. */
const keptMs = 30 * 86_400_000;

/** Most routes of a shim, for all lists of all accounts. */
const mostRoutes = 100_000;

/** The routes of a shim: each has an address that nobody can guess. */
export class Routes {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    this.#database = database;
  }

  /** The token of a route, the same each time; other routes of the list are no longer its current ones. */
  open({ account, route: { list, url, events } }: RouteOwner, nowMs: number): string {
    const database = this.#database;
    const switches = JSON.stringify(events);
    const keep = database.transaction(() => {
      database
        .prepare(
          'UPDATE route SET is_current = 0, used_ms = ? WHERE account = ? AND list = ? AND is_current = 1',
        )
        .run(nowMs, account, list);
      database
        .prepare('DELETE FROM route WHERE is_current = 0 AND used_ms < ?')
        .run(nowMs - keptMs);
      const { count } = database.prepare('SELECT count(*) AS count FROM route').get() as {
        readonly count: number;
      };
      if (count >= mostRoutes) {
        throw new EgoiConfigError(`webhookShim: has ${mostRoutes} callbacks, and takes no more`);
      }
      database
        .prepare(
          `INSERT INTO route (token, account, list, url, events, used_ms, is_current)
            VALUES (?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (account, list, url, events) DO UPDATE SET is_current = 1, used_ms = excluded.used_ms`,
        )
        .run(randomBytes(32).toString('base64url'), account, list, url, switches, nowMs);
    });
    keep();
    const { token } = database
      .prepare('SELECT token FROM route WHERE account = ? AND list = ? AND url = ? AND events = ?')
      .get(account, list, url, switches) as { readonly token: string };
    return token;
  }

  find(token: string): Route | undefined {
    const row = this.#database
      .prepare('SELECT list, url, events FROM route WHERE token = ?')
      .get(token) as
      | { readonly list: number; readonly url: string; readonly events: string }
      | undefined;
    if (row === undefined) return undefined;
    return { list: row.list, url: row.url, events: JSON.parse(row.events) as number[] };
  }
}
