import { EgoiError, type MethodName } from '@egoi-client/core';
import type { SandboxTransport } from '@egoi-client/sandbox';
import type { OperationName } from '@egoi-client/v3-api';
import type { Context, Hono } from 'hono';
import { formFields } from '../form-fields.ts';
import type { SandboxClock } from '../sandbox-clock.ts';
import { base, page } from '../views/layout.ts';
import { troubleView } from '../views/trouble-view.ts';
import { addSampleData } from './sample-data.ts';
import { ScriptedTrouble } from './scripted-trouble.ts';

/** What the page is told of the account that it troubles. */
interface TroubledAccount {
  readonly account: SandboxTransport;
  readonly apiKey: string;
  /** `undefined` where the account has a clock that the page does not know. */
  readonly clock: SandboxClock | undefined;
}

type Fields = Readonly<Record<string, string>>;

/** What the service is taken to answer above its limit of calls. */
const callLimit = { code: 'CALL_LIMIT_EXCEEDED', as: 'word' } as const;

/** The addresses of what goes wrong on purpose. */
export function addTroubleRoutes(app: Hono, { account, apiKey, clock }: TroubledAccount): void {
  const trouble = new ScriptedTrouble(account);

  app.get('/trouble', (context) => {
    const notice = context.req.query('told') ?? '';
    const content = troubleView({ troubles: trouble.all, clock, notice });
    return context.html(page('trouble', 'Make trouble', content));
  });

  /** Does something and tells what came of it. */
  const action = (name: string, act: (fields: Fields) => string | Promise<string>) => {
    app.post(`/trouble/${name}`, async (context) => told(context, act));
  };

  action('fail', (fields) => {
    const { method = '*', code = '', when = 'before' } = fields;
    const times = timesIn(fields);
    const how = { times, when: when === 'after' ? 'after' : 'before' } as const;
    const words = `v2: ${nameOf(method)} answers ${code}${how.when === 'after' ? ' after its work was done' : ''}`;
    trouble.add(words, times, ({ fail }) => ({ v2: fail(methodOf(method), code, how) }));
    return fromNowOn(words, times);
  });
  action('fail-v3', (fields) => {
    const { operation = '*', status = '' } = fields;
    const times = timesIn(fields);
    const words = `v3: ${nameOf(operation)} is answered ${status}`;
    const name = (operation.trim() || '*') as OperationName | '*';
    trouble.add(words, times, ({ failV3 }) => ({ v3: failV3(name, Number(status), { times }) }));
    return fromNowOn(words, times);
  });
  action('delay', (fields) => {
    const delayMs = Number(fields['delayMs']);
    const times = timesIn(fields);
    const words = `every call waits ${delayMs} ms`;
    trouble.add(words, times, ({ fail, failV3 }) => ({
      v2: fail('*', { delayMs }, { times }),
      v3: failV3('*', { delayMs }, { times }),
    }));
    return fromNowOn(words, times);
  });
  action('spend', () => {
    const words = 'the hour of calls is spent, on both APIs';
    trouble.add(words, Infinity, ({ fail, failV3 }) => ({
      v2: fail('*', callLimit, { times: Infinity }),
      v3: failV3('*', 429, { times: Infinity }),
    }));
    return fromNowOn(words, Infinity);
  });
  action('take-back', ({ id = '' }) => {
    trouble.takeBack(Number(id));
    return 'Taken back.';
  });
  action('forward', async ({ ms = '' }) => {
    if (clock === undefined) return 'The account has a clock of its own.';
    clock.forward(Number(ms));
    // Work whose turn has come meanwhile is done by whoever looks first.
    await account.view.tags();
    return `The account's clock shows ${clock.now().toISOString().slice(0, 19).replace('T', ' ')} UTC.`;
  });
  action('sample', async () => {
    const { campaign, addresses } = await addSampleData(account, apiKey);
    for (const [index, subscriber] of addresses.slice(0, 20).entries()) {
      await account.recordEvent({ campaign, subscriber, event: 'view' });
      if (index % 3 === 0) await account.recordEvent({ campaign, subscriber, event: 'click' });
    }
    return 'There is a list of 50 contacts, a newsletter that 20 have opened, and an SMS.';
  });
  action('reset', async () => {
    trouble.takeAllBack();
    await account.reset();
    return 'The account is as it was made. Nothing waits to go wrong.';
  });
}

async function told(context: Context, act: (fields: Fields) => string | Promise<string>) {
  const answer = await Promise.resolve(formFields(context))
    .then(act)
    .catch((error: unknown) => {
      if (error instanceof EgoiError) return `That was refused: ${error.message}`;
      throw error;
    });
  return context.redirect(`${base}/trouble?told=${encodeURIComponent(answer)}`, 303);
}

/** @returns `Infinity` for a field that says `all` */
function timesIn({ times = '1' }: Fields): number {
  return times === 'all' ? Infinity : Number(times);
}

function fromNowOn(words: string, times: number): string {
  return `From now on: ${words}, ${timesInWords(times)}.`;
}

function timesInWords(times: number): string {
  if (times === Infinity) return 'until it is taken back';
  return times === 1 ? 'the next time' : `the next ${times} times`;
}

function methodOf(method: string): MethodName | '*' {
  return (method.trim() || '*') as MethodName | '*';
}

function nameOf(name: string): string {
  return name.trim() === '' || name.trim() === '*' ? 'every call' : name.trim();
}
