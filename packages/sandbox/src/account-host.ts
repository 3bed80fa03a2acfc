import { BrokenRule } from './account/broken-rule.ts';
import { callbackDeliveries, type Deliveries } from './account/callbacks/deliveries.ts';
import type { Delivery } from './account/callbacks/post.ts';
import { momentOf } from './account/clock.ts';
import { addGeneratedContacts } from './account/contacts/generated-contacts.ts';
import { recordHappenings } from './account/contacts/happenings.ts';
import { addAutomations } from './account/lists/automations.ts';
import { addFormsTo } from './account/lists/lists.ts';
import { workOffNext } from './account/queue/queue.ts';
import { seededReferences } from './account/references.ts';
import { isBusy } from './account/store/connection.ts';
import { openDatabase } from './account/store/database.ts';
import { nextTurn } from './account/store/operations.ts';
import { accountSeed } from './account/store/schema.ts';
import type { Statements } from './account/store/statements.ts';
import type { AccountSettings } from './account/work/account-settings.ts';
import type { AccountWork } from './account/work/account-work.ts';
import { givenReferences } from './given-references.ts';
import type { ResolvedSandboxOptions } from './options.ts';
import { serialQueue } from './serial-queue.ts';
import { callbacksFor } from './v2/callbacks/callbacks-for.ts';
import { outcomeBody } from './v3/callbacks/outcome-body.ts';
import { campaignWebhooksFor, webhooksFor } from './v3/callbacks/webhooks-for.ts';
import { wakeUp } from './wake-up.ts';

/** An account that several faces stand before. */
export interface AccountHost {
  /** Runs a task once those before it are done: an account does one thing at a time. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** Works on the account, inside a turn. Queued work whose turn has come is done before. */
  readonly transact: <T>(
    mode: 'read' | 'write',
    time: Date,
    step: (work: AccountWork) => Promise<T>,
  ) => Promise<T>;
  /** Looks at the account, in a turn of its own. */
  look<T>(step: (sql: Statements) => Promise<T>): Promise<T>;
  /**
   * Works on the account step by step, in a turn of its own, and undoes all of it in the end: nobody is
   * told of it. It may run again where a file was busy.
   */
  rehearse<T>(time: Date, act: (take: TakeStep) => Promise<T>): Promise<T>;
  /**
   * Does all queued work, whatever the clock says, in a turn of its own. Rejects with what the store
   * failed in meanwhile or before; the work in question has ended without having done anything.
   */
  workOff(): Promise<void>;
  /** Throws away all that the account holds, and begins it anew, in a turn of its own. */
  reset(): Promise<void>;
  /** Posts to receivers, with what came of them. */
  readonly deliveries: Pick<Deliveries, 'log' | 'again'>;
  /** Waits until what was posted so far has arrived, or is given up. */
  readonly settled: () => Promise<void>;
  close(): Promise<void>;
}

/** Works on the account; what throws leaves nothing behind. */
export type TakeStep = <T>(step: (work: AccountWork) => Promise<T>) => Promise<T>;

/** What is to be told once work is committed. */
interface Told {
  readonly posts: Delivery[];
  /** When the next turn of queued work comes, in milliseconds since 1970. */
  dueMs: number | undefined;
}

/** Opens an account, with the first thing that is done to it. */
export function openAccountHost(options: ResolvedSandboxOptions): AccountHost {
  const { file, now, seed, ids, contacts } = options;
  const settings: AccountSettings = {
    maxLists: options.maxLists,
    maxContacts: options.maxSubscribers,
    maxSmsLength: options.maxSmsLength,
    maxFileBytes: options.maxFileBytes,
    contactRules: options.contactRules,
    forms: options.forms,
    queueDelayMs: options.queueDelayMs,
  };
  const inTurn = serialQueue();
  const given = ids === undefined ? undefined : givenReferences(ids);
  let lastTime: Date | undefined;
  const database = openDatabase(file, {
    seed,
    async fill(sql) {
      // That of the call that opens the account, for which the clock is asked once.
      const moment = momentOf(lastTime ?? now());
      await addAutomations(sql, options.autobots, moment);
      if (contacts === 0) return;
      const references = given ?? seededReferences(seed);
      const list = await addGeneratedContacts(sql, contacts, moment, references);
      await addFormsTo(sql, list, options.forms);
    },
  });
  const deliveries = callbackDeliveries({
    reach: options.callbacks,
    timeoutMs: options.callbackTimeoutMs,
    wait: options.wait,
  });
  let nextDueMs: number | undefined;
  // A file may hold work that was queued before.
  let isDueKnown = file === undefined;
  const alarm = wakeUp(() => inTurn(() => workOffDue(now())));

  const workOn = async (sql: Statements, time: Date, told: Told): Promise<AccountWork> => {
    const moment = momentOf(time);
    return {
      sql,
      moment,
      references: given ?? seededReferences(await accountSeed(sql)),
      settings,
      async announce(list, happenings) {
        await recordHappenings({ sql, moment }, happenings);
        told.posts.push(...(await callbacksFor(sql, list, happenings)));
        told.posts.push(...(await webhooksFor({ sql, moment }, list, happenings)));
      },
      async announceCampaign(list, happening) {
        told.posts.push(...(await campaignWebhooksFor({ sql, moment }, list, happening)));
      },
      tell(url, outcome) {
        const body = JSON.stringify(outcomeBody(outcome));
        told.posts.push({
          kind: 'outcome',
          event: 'counts' in outcome ? 'import' : 'file',
          list: 0,
          url,
          type: 'application/json',
          body,
        });
      },
      queued(due) {
        told.dueMs = Math.min(due, told.dueMs ?? due);
      },
    };
  };

  const work = async <T>(
    mode: 'read' | 'write',
    time: Date,
    step: (work: AccountWork) => Promise<T>,
  ): Promise<T> => {
    lastTime = time;
    let told: Told = { posts: [], dueMs: undefined };
    const value = await database[mode](async (sql) => {
      // Work that found the file busy runs again.
      told = { posts: [], dueMs: undefined };
      return step(await workOn(sql, time, told));
    });
    const { posts, dueMs } = told;
    for (const post of posts) deliveries.add(post);
    if (dueMs !== undefined) {
      nextDueMs = Math.min(dueMs, nextDueMs ?? dueMs);
      alarm.set(dueMs - time.getTime());
    }
    return value;
  };

  let storeFailure: { readonly error: unknown } | undefined;

  /** One that breaks a rule ends without having done anything, and so does one that the store fails. */
  const workOffOne = async (untilMs: number, time: Date): Promise<boolean> => {
    try {
      return await work('write', time, (step) => workOffNext(step, untilMs, false));
    } catch (error) {
      if (isBusy(error)) throw error;
      if (!(error instanceof BrokenRule)) storeFailure ??= { error };
      return work('write', time, (step) => workOffNext(step, untilMs, true));
    }
  };

  const workOffDue = async (time: Date, untilMs = time.getTime()): Promise<void> => {
    if (!isDueKnown) nextDueMs = await database.read(nextTurn);
    isDueKnown = true;
    if (nextDueMs === undefined || nextDueMs > untilMs) return;
    while (await workOffOne(untilMs, time));
    nextDueMs = await database.read(nextTurn);
    if (nextDueMs !== undefined) alarm.set(nextDueMs - time.getTime());
  };

  return {
    inTurn,
    async transact(mode, time, step) {
      await workOffDue(time);
      return work(mode, time, step);
    },
    look: (step) =>
      inTurn(async () => {
        if (!isDueKnown || nextDueMs !== undefined) await workOffDue(now());
        return database.read(step);
      }),
    rehearse: (time, act) =>
      inTurn(() =>
        database.rehearse(async (sql) => {
          const rehearsed = await workOn(sql, time, { posts: [], dueMs: undefined });
          return act((step) => wholeOrNot(sql, () => step(rehearsed)));
        }),
      ),
    workOff: () =>
      inTurn(async () => {
        await workOffDue(now(), Infinity);
        const failure = storeFailure;
        storeFailure = undefined;
        if (failure !== undefined) throw failure.error;
      }),
    reset: () =>
      inTurn(async () => {
        lastTime = now();
        nextDueMs = undefined;
        await database.renew();
        deliveries.log.clear();
      }),
    deliveries,
    async settled() {
      await inTurn(() => Promise.resolve());
      await deliveries.settled();
    },
    async close() {
      alarm.off();
      await inTurn(async () => database.close());
      await deliveries.close();
    },
  };
}

async function wholeOrNot<T>(sql: Statements, step: () => Promise<T>): Promise<T> {
  await sql.run('SAVEPOINT step');
  try {
    return await step();
  } catch (error) {
    await sql.run('ROLLBACK TO step');
    throw error;
  } finally {
    await sql.run('RELEASE step');
  }
}
