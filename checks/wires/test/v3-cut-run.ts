import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { EgoiClient, type EgoiError, EgoiPartialError, type Loss, retry } from '@egoi-client/core';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';
import type { Scenario, Scene } from './v3-cut-scenarios.ts';
import {
  type AskedRequest,
  type Cut,
  type CutService,
  cutService,
  isWrite,
} from './v3-cut-service.ts';

/** How a call is made, and where it is cut. */
export interface CutPlan {
  /** The request that is cut, 0 for the first. */
  readonly index: number;
  readonly cut: Cut;
  /** Requests that are cut from there on. */
  readonly times: number;
  readonly isRetried?: boolean;
  readonly whenPartly?: 'fail' | 'report';
  /** Makes the call in a process of its own before, which is killed in place of the cut. */
  readonly isKilledBefore?: boolean;
}

/** What became of a call, and of the account. */
export interface CutOutcome {
  readonly value?: unknown;
  readonly error?: EgoiError;
  readonly losses: readonly Loss[];
  readonly asked: readonly AskedRequest[];
  /** What the account held before and holds now, as text, with `#1`, `#2`, … for UIDs and hashes. */
  readonly before: string;
  readonly after: string;
}

const program = 'checks/wires/src/killed-call/main.ts';
const files = { mp3: Buffer.from('ID3 recording').toString('base64') };

/** Makes the call of a scenario in an account of its own. @param plan `undefined` to let it be */
export async function runScenario(
  method: string,
  scenario: Scenario,
  plan?: CutPlan,
): Promise<CutOutcome> {
  const made = { subscriber: 0, campaign: 0 };
  const digits = { subscriber: 10, campaign: 32 };
  const account = sandboxTransport({
    now: () => new Date(Date.UTC(2026, 0, 31, 10, 20, 30)),
    queueDelayMs: 3_600_000,
    callsPerHour: 100_000,
    callbacks: 'off',
    autobots: [{ name: 'Welcome' }, { name: 'Back' }],
    forms: [{ title: 'Newsletter' }],
    ids: (kind) => (made[kind] += 1).toString(16).padStart(digits[kind], 'f'),
  });
  const service = await cutService(account, async (operation) => {
    if (operation === scenario.worksOffAfter) await account.workOff();
  });
  const losses: Loss[] = [];
  const options: V3TransportOptions = {
    stepDelayMs: 1,
    ...scenario.options,
    endpoint: service.url,
    onLoss: (loss) => void losses.push(loss),
    ...(plan?.whenPartly === undefined ? {} : { whenPartly: plan.whenPartly }),
  };
  const client = new EgoiClient({
    apiKey: sandboxApiKey,
    transport: v3Transport(options),
    interceptors: plan?.isRetried === true ? [retry({ wait: () => Promise.resolve() })] : [],
  });
  try {
    const scene = await prepare(account, service, scenario);
    const before = await stateOf(account);
    service.asked.length = 0;
    const abort = new AbortController();
    const params = scenario.params(scene);
    if (plan?.isKilledBefore === true) {
      await killedCall(service, plan, { method, params, options: scenario.options ?? {} });
    } else if (plan !== undefined) {
      service.cutAt(plan.index, plan.cut, plan.times, () => abort.abort());
    }
    const ended = await client.call(method, params, { signal: abort.signal }).then(
      (value: unknown) => ({ value }),
      (error: EgoiError) => ({ error }),
    );
    const asked = [...service.asked];
    // What waits may change nothing while only reads were made.
    if (asked.some(isWrite)) await account.workOff();
    return { ...ended, losses, asked, before, after: await stateOf(account) };
  } finally {
    await client.close();
    await service.close();
    await account.close();
  }
}

interface PlainCall {
  readonly method: string;
  readonly params: object;
  readonly options: V3TransportOptions;
}

/** Makes a call in a process that is killed at one of its requests. */
async function killedCall(service: CutService, plan: CutPlan, call: PlainCall): Promise<void> {
  const options = { ...call.options, endpoint: service.url };
  const argument = JSON.stringify({ ...call, options, apiKey: sandboxApiKey });
  const child = spawn(process.execPath, [compiledProgram(program), argument], { stdio: 'inherit' });
  service.cutAt(plan.index, plan.cut, 1, () => void child.kill('SIGKILL'));
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error('the process came to its end');
}

async function prepare(
  account: SandboxTransport,
  service: CutService,
  scenario: Scenario,
): Promise<Scene> {
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  await client.createList({ nome: 'News' });
  await client.addExtraField({ listID: 1, name: 'City' });
  await client.addExtraField({ listID: 1, name: 'Shirt', type: 'lista', opcoes: 'S, M, L' });
  await client.addTag({ name: 'vip' });
  await client.addTag({ name: 'new' });
  const contact = async (name: string, cellphone: string): Promise<string> => {
    const about = { email: `${name}@example.com`, first_name: name, cellphone };
    return (await client.addSubscriber({ listID: 1, ...about })).UID;
  };
  const ana = await contact('ana', '351-912345678');
  const rui = await contact('rui', '351-962345678');
  await client.createSegment({ listID: 1, name: 'Anas', fields: { first_name: 'ana' } });
  await client.addSender({ channel: 'telefone', sender: '351-213333333' });
  const about = { listID: 1, subject: 'Hello', internal_name: 'Hello' };
  const email = await client.createCampaignEmail({ ...about, from: '1', message: '<p>x</p>' });
  const sms = await client.createCampaignSMS({ ...about, from: '2', message: 'Hello' });
  const voice = await client.createCampaignVoice({ ...about, file: files.mp3 });
  const scene = { ana, rui, email: email.ID, sms: sms.ID, voice: voice.ID ?? '' };
  await scenario.prepare?.(client, scene);
  await account.workOff();
  if (scenario.prepareOverV3 !== undefined) {
    const allowLosses = ['generateAdvancedReport.lists', 'editApiCallback.callback_url'];
    const transport = v3Transport({ endpoint: service.url, allowLosses });
    const overV3 = new EgoiClient({ apiKey: sandboxApiKey, transport });
    await scenario.prepareOverV3(overV3);
    await overV3.close();
    if (scenario.isWorkedOff === true) await account.workOff();
  }
  return scene;
}

/** What the account holds. */
async function stateOf(account: SandboxTransport): Promise<string> {
  const [snapshot, outbox] = [await account.snapshot(), await account.outbox()];
  const text = JSON.stringify({ snapshot, outbox });
  const known: string[] = [];
  return text.replaceAll(/\bf{2,}[\da-f]+\b/g, (id) => {
    if (!known.includes(id)) known.push(id);
    return `#${known.indexOf(id) + 1}`;
  });
}

/** The parts of a call as its error tells them. */
export function partsIn(
  error: EgoiError,
): Readonly<Record<'done' | 'unknown' | 'missing', string[]>> {
  const told = error instanceof EgoiPartialError ? error : { done: [], unknown: [], missing: [] };
  return {
    done: told.done.map(plainWords),
    unknown: told.unknown.map(plainWords),
    missing: told.missing.map(plainWords),
  };
}

function plainWords(words: string): string {
  return words.replace(/^report '.*'$/, 'report #').replaceAll(/\bf{2,}[\da-f]+\b/g, '#');
}

/** The part of a call that each of its requests does. */
export function partsOf(
  { parts = {} }: Scenario,
  asked: readonly AskedRequest[],
): (string | undefined)[] {
  return asked.map((request, index) => {
    const part = parts[request.operation];
    return typeof part === 'function' ? part(request, asked.slice(0, index)) : part;
  });
}
