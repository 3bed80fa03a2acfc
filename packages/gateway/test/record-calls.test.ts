import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { EgoiConfigError } from '@egoi-client/core';
import {
  type CallRecorder,
  createGateway,
  readRecordLine,
  recordCalls,
  type RecordLine,
  type RecordOptions,
} from '@egoi-client/gateway';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerTo, endpoints, key, post, restCall } from './support/requests.ts';
import { answering } from './support/serving.ts';

let folder: string;
let path: string;
const recorders: CallRecorder[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egoi-record-'));
  path = join(folder, 'calls.jsonl');
});

afterEach(async () => {
  await Promise.all(recorders.splice(0).map((recorder) => recorder.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** Time passes by a millisecond with each look at the clock. */
function clock(): () => number {
  let nowMs = Date.UTC(2026, 10, 26, 10);
  return () => nowMs++;
}

async function record(options: RecordOptions = {}, at = path) {
  const recorder = await recordCalls(at, { now: clock(), flushMs: 3_600_000, ...options });
  recorders.push(recorder);
  const gateway = createGateway(answering('OK'), { onCall: recorder.onCall });
  const call = (method: string, members: Record<string, string> = {}) =>
    answerTo(gateway, post('/v2/rest.php', restCall(method, { apikey: key, ...members })));
  return { recorder, gateway, call };
}

function linesOf(file = path): (RecordLine | 'head' | undefined)[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n').map(readRecordLine);
}

describe('a record', () => {
  test('has a line for each shape, whose sums are those of the calls', async () => {
    const { recorder, gateway, call } = await record();
    await call('addSubscriber', { email: 'a@example.com', extra_1: 'private' });
    await call('addSubscriber', { email: 'b@example.com', extra_2: 'private' });
    await call('nope');
    for (const { path: target, write } of endpoints) {
      await answerTo(gateway, post(target, write('getLists')));
    }
    await answerTo(gateway, post('/v2/soap.php', '<'));
    await recorder.flush();
    const [head, ...lines] = linesOf();
    expect(head).toBe('head');
    const times = { first: expect.any(String), last: expect.any(String) };
    const sums = { count: 1, requests: 1, durationMs: expect.any(Number), losses: [], ...times };
    const answered = { outcome: 'answered', parameters: {}, ...sums };
    expect(lines).toEqual([
      {
        ...answered,
        method: 'addSubscriber',
        wire: 'rest',
        parameters: { email: 'string', 'extra_*': 'string' },
        count: 2,
        requests: 2,
        first: '2026-11-26T10:00:00.000Z',
        last: '2026-11-26T10:00:00.001Z',
      },
      { ...answered, method: 'nope', wire: 'rest' },
      ...endpoints.map(({ id }) => ({ ...answered, method: 'getLists', wire: id })),
      {
        ...answered,
        method: '(unread)',
        wire: 'soap',
        outcome: 'refused',
        refused: 'bad-request',
        requests: 0,
      },
    ]);
    expect(readFileSync(path, 'utf8')).not.toMatch(/k3y|private|example/);
  });

  test('is its owner’s alone, also one that was not', async () => {
    writeFileSync(path, '', { mode: 0o644 });
    await record();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await record({}, join(folder, 'new.jsonl'));
    expect(statSync(join(folder, 'new.jsonl')).mode & 0o777).toBe(0o600);
  });

  test('is gone on with behind the torn line of a process that was killed', async () => {
    writeFileSync(path, '{"egoiRecord":1}\n{"method":"getLi');
    const { recorder, call } = await record();
    await call('getLists');
    await recorder.flush();
    expect(linesOf()).toMatchObject(['head', undefined, { method: 'getLists' }]);
  });

  test('is written by itself, and to its end when it is closed', async () => {
    const { recorder, call } = await record({ flushMs: 10 });
    await call('getLists');
    while (linesOf().length < 2) await new Promise(setImmediate);
    await call('getSegments');
    await recorder.close();
    expect(linesOf()).toMatchObject(['head', { method: 'getLists' }, { method: 'getSegments' }]);
    recorders.splice(0);
  });

  test('goes on in a new file when the one before was moved away', async () => {
    const { recorder, call } = await record();
    await call('getLists');
    renameSync(path, `${path}.1`);
    await recorder.reopen();
    await call('getSegments');
    await recorder.flush();
    expect(linesOf(`${path}.1`)).toMatchObject(['head', { method: 'getLists' }]);
    expect(linesOf()).toMatchObject(['head', { method: 'getSegments' }]);
  });

  test('stays where it is when the new file cannot be had', async () => {
    const { recorder, call } = await record();
    renameSync(path, `${path}.1`);
    mkdirSync(path);
    await expect(recorder.reopen()).rejects.toThrow(EgoiConfigError);
    await call('getLists');
    await recorder.flush();
    expect(linesOf(`${path}.1`)).toMatchObject(['head', { method: 'getLists' }]);
  });

  test('may be written by several at once', async () => {
    const { recorder: one, call: callOne } = await record();
    const { recorder: two, call: callTwo } = await record();
    for (let times = 0; times < 20; times += 1) {
      await Promise.all([callOne('getLists'), callTwo('getSegments')]);
      await Promise.all([one.flush(), two.flush()]);
    }
    const [head, ...lines] = linesOf();
    expect(head).toBe('head');
    expect(lines).toHaveLength(40);
    expect(lines).not.toContain(undefined);
  });
});

describe('what callers send', () => {
  test('has its bounds: shapes beyond them count for their method', async () => {
    const { recorder, call } = await record({ maxShapes: 3 });
    for (let at = 0; at < 20; at += 1) await call('getLists', { [`name_${at}`]: 'a' });
    for (let at = 0; at < 20; at += 1) await call(`method_${at}`);
    await recorder.flush();
    const lines = linesOf().slice(1) as RecordLine[];
    expect(lines.map(({ method, parameters, count }) => [method, parameters, count])).toEqual([
      ['getLists', { name_0: 'string' }, 1],
      ['getLists', { name_1: 'string' }, 1],
      ['getLists', { name_2: 'string' }, 1],
      ['getLists', { '(other)': 'mixed' }, 17],
      ['(other)', { '(other)': 'mixed' }, 20],
    ]);
  });

  test('breaks no line', async () => {
    const { recorder, call } = await record();
    const odd = ['a\n{"egoiRecord":2}', '"},{"', '<script>', '\u2028', '__proto__', '\u001b[2J'];
    for (const name of odd) await call(name, { [name]: name });
    await recorder.flush();
    const lines = linesOf().slice(1);
    expect(lines).not.toContain(undefined);
    const counts = (lines as RecordLine[]).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(odd.length);
    const text = readFileSync(path, 'utf8');
    for (const sign of ['script', '\u2028', '\u001b']) expect(text).not.toContain(sign);
  });

  test('fills no disk at their pace: what is beyond a piece waits for the next turn', async () => {
    const { recorder, call } = await record({ flushMs: 500 });
    const long = (at: number) => `name_${String(at).padStart(50, 'x')}`;
    for (let at = 0; at < 900; at += 1) {
      const names = Array.from({ length: 3 }, (_, of) => [`${long(at)}_${of}`, 'a']);
      await call('getLists', Object.fromEntries(names));
    }
    while (statSync(path).size < 100) await new Promise(setImmediate);
    expect(statSync(path).size).toBeLessThan(70_000);
    await recorder.close();
    recorders.splice(0);
    const lines = linesOf().slice(1) as RecordLine[];
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(900);
  });
});

describe('a file that is none of one’s own is refused:', () => {
  test.each<[string, () => void]>([
    ['a link', () => symlinkSync(join(folder, 'other'), path)],
    [
      'a second name of another file',
      () => {
        writeFileSync(join(folder, 'other'), 'text');
        linkSync(join(folder, 'other'), path);
      },
    ],
    ['a folder', () => mkdirSync(path)],
    ['a pipe', () => void execFileSync('mkfifo', [path])],
    ['one in a folder that is not there', () => rmSync(folder, { recursive: true })],
  ])('%s', async (_what, prepare) => {
    writeFileSync(join(folder, 'other'), 'text');
    prepare();
    await expect(recordCalls(path)).rejects.toThrow(EgoiConfigError);
    await expect(recordCalls(path)).rejects.toThrow('give a file of your own, not a link');
  });
});

test('on a full disk what was gathered is kept, told once, and written when there is room', () => {
  const program = compiledProgram('packages/gateway/test/support/full-disk.ts');
  // The process may write 2 KiB to a file, and gets an error for more.
  const command = 'trap "" XFSZ; ulimit -f 2; exec "$@"';
  const out = execFileSync('/bin/bash', ['-c', command, 'bash', process.execPath, program, path], {
    encoding: 'utf8',
  });
  expect(JSON.parse(out)).toEqual({ told: 1 });
  const first = linesOf(`${path}.1`);
  const all = [...first, ...linesOf(`${path}.2`)].filter(
    (line): line is RecordLine => typeof line === 'object',
  );
  expect(first.length).toBeGreaterThan(2);
  const counts = new Map<string, number>();
  for (const { method, count } of all) counts.set(method, (counts.get(method) ?? 0) + count);
  expect([...counts.values()]).toEqual(Array.from({ length: 12 }, () => 1));
});

test.each([{ flushMs: 1 }, { maxShapes: 0 }, { onError: 'log' }, { other: 1 }])(
  '%j are wrong options',
  async (options) => {
    await expect(recordCalls(path, options as never)).rejects.toThrow(EgoiConfigError);
  },
);
