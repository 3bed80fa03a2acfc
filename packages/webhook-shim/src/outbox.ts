import type Libsql from 'libsql';

/** A callback that waits to be delivered. */
export interface PendingDelivery {
  readonly id: number;
  /** The same for a webhook that comes again. */
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly accepted_ms: number;
  /** Tries so far. */
  readonly tries: number;
  /** 1 where the receiver may have got it before. */
  readonly may_have_arrived: number;
}

/** A callback that was given up. */
export interface DeadLetter {
  readonly id: number;
  /** What the header `X-Egoi-Delivery` said. */
  readonly delivery: string;
  /** The receiver's address. */
  readonly url: string;
  /** The form that it was to get. */
  readonly body: string;
  readonly acceptedAt: Date;
  readonly givenUpAt: Date;
  readonly tries: number;
  readonly reason: string;
}

/** What became of a webhook that was to be kept. */
export type Acceptance = 'new' | 'repeated' | 'full';

/** How much an outbox keeps. */
export interface OutboxLimits {
  readonly maxPending: number;
  readonly maxPendingBytes: number;
  readonly maxDeadLetters: number;
}

/** How long a webhook is known, so that its repetition is marked, in milliseconds; and how many are. */
const seenMs = 48 * 3_600_000;
const maxSeen = 200_000;

/** How much an outbox has. */
export interface OutboxCounts {
  /** Callbacks that wait to be delivered. */
  readonly pending: number;
  /** Receivers that they are for. */
  readonly receivers: number;
  /** Callbacks that were given up. */
  readonly deadLetters: number;
}

/** How much waits; a body has as many bytes as characters. */
interface Waiting {
  readonly receivers: number;
  readonly pending: number;
  readonly bytes: number;
}

/** What is to be delivered, in the order in which it came, with what was given up. */
export class Outbox {
  readonly #database: Libsql.Database;
  readonly #limits: OutboxLimits;
  readonly #kept = new Map<string, Libsql.Statement>();

  constructor(database: Libsql.Database, limits: OutboxLimits) {
    this.#database = database;
    this.#limits = limits;
  }

  /** Takes a callback in. It is on the disk when this returns. */
  accept(name: string, url: string, body: string, nowMs: number): Acceptance {
    if (!this.#hasRoomFor(body)) return 'full';
    return this.#together(() => {
      const known = this.#one('SELECT name FROM seen WHERE name = ?', name) !== undefined;
      this.#run(
        'INSERT INTO seen (name, seen_ms) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seen_ms = excluded.seen_ms',
        name,
        nowMs,
      );
      this.#run('DELETE FROM seen WHERE seen_ms < ?', nowMs - seenMs);
      this.#run(`DELETE FROM seen WHERE rowid <= (SELECT max(rowid) FROM seen) - ${maxSeen}`);
      this.#add(name, url, body, nowMs, known);
      return known ? 'repeated' : 'new';
    });
  }

  #hasRoomFor(body: string): boolean {
    const { maxPending, maxPendingBytes } = this.#limits;
    const { pending, bytes } = this.#waiting();
    return pending < maxPending && bytes + body.length <= maxPendingBytes;
  }

  #waiting(): Waiting {
    return this.#one(
      `SELECT count(*) AS receivers, ifnull(sum(pending), 0) AS pending, ifnull(sum(bytes), 0) AS bytes
        FROM receiver`,
    ) as Waiting;
  }

  #add(name: string, url: string, body: string, acceptedMs: number, mayHaveArrived: boolean): void {
    this.#run(
      `INSERT INTO delivery (name, url, body, accepted_ms, tries, may_have_arrived)
        VALUES (?, ?, ?, ?, 0, ?)`,
      name,
      url,
      body,
      acceptedMs,
      mayHaveArrived ? 1 : 0,
    );
    this.#run(
      `INSERT INTO receiver (url, due_ms, pending, bytes) VALUES (?, 0, 1, ?)
        ON CONFLICT (url) DO UPDATE SET pending = pending + 1, bytes = bytes + excluded.bytes`,
      url,
      body.length,
    );
  }

  /** Receivers for whom something is due, those that have waited longest first. */
  due(nowMs: number, limit: number): string[] {
    const rows = this.#statement(
      'SELECT url FROM receiver WHERE due_ms <= ? ORDER BY due_ms LIMIT ?',
    );
    return (rows.all(nowMs, limit) as { readonly url: string }[]).map(({ url }) => url);
  }

  /** When the next is due that is not due yet; `undefined` where none waits. */
  nextDueMs(nowMs: number): number | undefined {
    const row = this.#one('SELECT min(due_ms) AS due FROM receiver WHERE due_ms > ?', nowMs);
    return (row as { readonly due: number | null } | undefined)?.due ?? undefined;
  }

  /** What a receiver gets next. It counts as tried from here on, and as arrived, unless the contrary is told. */
  begin(url: string): PendingDelivery | undefined {
    const next = this.#one('SELECT * FROM delivery WHERE url = ? ORDER BY id LIMIT 1', url) as
      | PendingDelivery
      | undefined;
    if (next === undefined) this.#run('DELETE FROM receiver WHERE url = ?', url);
    else
      this.#run(
        'UPDATE delivery SET tries = tries + 1, may_have_arrived = 1 WHERE id = ?',
        next.id,
      );
    return next;
  }

  delivered(delivery: PendingDelivery): void {
    this.#together(() => this.#remove(delivery));
  }

  /** @param dueMs when the receiver is tried again */
  failed(
    { id, url, may_have_arrived: before }: PendingDelivery,
    dueMs: number,
    mayHaveArrived: boolean,
  ): void {
    this.#together(() => {
      if (!mayHaveArrived) {
        this.#run('UPDATE delivery SET may_have_arrived = ? WHERE id = ?', before, id);
      }
      this.#run('UPDATE receiver SET due_ms = ? WHERE url = ?', dueMs, url);
    });
  }

  /** Keeps a callback that is given up; the oldest go where there are too many. @returns how many of those went */
  giveUp(delivery: PendingDelivery, reason: string, nowMs: number): number {
    return this.#together(() => {
      this.#run(
        `INSERT INTO dead_letter (id, name, url, body, accepted_ms, given_up_ms, tries, may_have_arrived, reason)
          SELECT id, name, url, body, accepted_ms, ?, tries, may_have_arrived, ? FROM delivery WHERE id = ?`,
        nowMs,
        reason,
        delivery.id,
      );
      this.#remove(delivery);
      const surplus =
        this.#count('SELECT count(*) AS count FROM dead_letter') - this.#limits.maxDeadLetters;
      if (surplus <= 0) return 0;
      this.#run(
        'DELETE FROM dead_letter WHERE id IN (SELECT id FROM dead_letter ORDER BY id LIMIT ?)',
        surplus,
      );
      return surplus;
    });
  }

  #remove({ id, url, body }: PendingDelivery): void {
    this.#run('DELETE FROM delivery WHERE id = ?', id);
    this.#run(
      'UPDATE receiver SET pending = pending - 1, bytes = bytes - ?, due_ms = 0 WHERE url = ?',
      body.length,
      url,
    );
    this.#run('DELETE FROM receiver WHERE url = ? AND pending <= 0', url);
  }

  /** The callbacks that were given up, the oldest first. */
  deadLetters(limit: number): DeadLetter[] {
    const rows = this.#statement('SELECT * FROM dead_letter ORDER BY id LIMIT ?').all(
      limit,
    ) as (Omit<PendingDelivery, 'may_have_arrived'> & {
      readonly given_up_ms: number;
      readonly reason: string;
    })[];
    return rows.map(({ id, name, url, body, accepted_ms, given_up_ms, tries, reason }) => ({
      id,
      delivery: name,
      url,
      body,
      acceptedAt: new Date(accepted_ms),
      givenUpAt: new Date(given_up_ms),
      tries,
      reason,
    }));
  }

  /** Puts callbacks that were given up behind what waits. @returns how many; fewer where the outbox is full */
  revive(ids: readonly number[], nowMs: number): number {
    return this.#together(() => {
      let revived = 0;
      for (const id of ids) {
        const letter = this.#one('SELECT * FROM dead_letter WHERE id = ?', id) as
          | PendingDelivery
          | undefined;
        if (letter === undefined) continue;
        if (!this.#hasRoomFor(letter.body)) break;
        const { name, url, body, may_have_arrived } = letter;
        this.#run('DELETE FROM dead_letter WHERE id = ?', id);
        this.#add(name, url, body, nowMs, may_have_arrived === 1);
        revived += 1;
      }
      return revived;
    });
  }

  /** How much there is. */
  counts(): OutboxCounts {
    const { pending, receivers } = this.#waiting();
    return {
      pending,
      receivers,
      deadLetters: this.#count('SELECT count(*) AS count FROM dead_letter'),
    };
  }

  #together<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #statement(sql: string): Libsql.Statement {
    const statement = this.#kept.get(sql) ?? this.#database.prepare(sql);
    this.#kept.set(sql, statement);
    return statement;
  }

  #run(sql: string, ...values: readonly (string | number)[]): void {
    this.#statement(sql).run(...values);
  }

  #one(sql: string, ...values: readonly (string | number)[]): unknown {
    return this.#statement(sql).get(...values);
  }

  #count(sql: string): number {
    return (this.#one(sql) as { readonly count: number }).count;
  }
}
