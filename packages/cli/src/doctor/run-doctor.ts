import { isDeepStrictEqual } from 'node:util';
import { CommandError } from '../command-error.ts';
import { keptApiKey } from '../connection/api-key.ts';
import { findDestination, reachOf, warnOfReaders } from '../connection/connect.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { v2WireNames } from '@egoi-client/transports/wires';
import { allWireAddresses } from '../connection/wires.ts';
import { table } from '../output/table.ts';
import type { Output } from '../output/output.ts';
import type { Session } from '../session.ts';
import type { TlsFinding, WireFinding } from './finding.ts';
import { lookAtTls } from './look-at-tls.ts';
import { lookAtWire, type Reach } from './look-at-wire.ts';

/** Opens nothing: it makes the service answer with its refusal, which shows that a wire works. */
const keyOfNobody = 'no-key';

const defaultTimeoutMs = 15_000;

/** One wire's finding, held against the others'. */
interface ComparedFinding extends WireFinding {
  /** Whether the answer is that of the first wire that answered; `undefined` without an answer. */
  readonly isSame: boolean | undefined;
}

/** Looks at all four wires of a host side by side, and says what to do about what is wrong. */
export async function runDoctor(session: Session, options: ConnectionOptions): Promise<void> {
  const { output, signal } = session;
  const addresses = allWireAddresses(findDestination(session, options).address);
  const apiKey = keptApiKey(session);
  const { ca, proxy } = reachOf(options);
  const timeoutMs = options.timeout ?? defaultTimeoutMs;
  const reach: Reach = { apiKey: apiKey ?? keyOfNobody, ca, proxy, timeoutMs, signal };
  if (apiKey !== undefined) warnOfReaders(session, addresses.rest);
  const isSecure = addresses.rest.startsWith('https:') && proxy === undefined;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const [tls, ...found] = await Promise.all([
    isSecure ? lookAtTls(addresses.rest, { ca, signal: limit }) : undefined,
    ...v2WireNames.map((wire) => lookAtWire(wire, addresses[wire], reach)),
  ]);
  if (signal.aborted) throw new CommandError('the doctor was interrupted', [], 'interrupted');
  const findings = compared(found);
  const problems = [...(tls?.problems ?? []), ...problemsOf(findings)];
  if (apiKey !== undefined) problems.push(...refusals(findings));
  output.result(
    { host: new URL(addresses.rest).origin, tls, wires: findings.map(withoutResult), problems },
    () => textOf(output, { findings, tls, problems, apiKey }),
  );
  if (problems.length === 0) return;
  const isAnyAnswer = findings.some(({ answer }) => answer !== undefined);
  throw new CommandError(
    isAnyAnswer ? `${problems.length} findings` : 'no wire gave an answer of the API',
    [],
    isAnyAnswer ? 'incomplete' : 'unreachable',
  );
}

function compared(findings: readonly WireFinding[]): ComparedFinding[] {
  const first = findings.find(({ answer }) => answer !== undefined)?.answer;
  return findings.map((finding) => ({
    ...finding,
    isSame: finding.answer === undefined ? undefined : isDeepStrictEqual(finding.answer, first),
  }));
}

/** What is wrong, each once, with the wires that it is said of. */
function problemsOf(findings: readonly ComparedFinding[]): string[] {
  const wiresOf = new Map<string, string[]>();
  for (const { wire, problems, isSame } of findings) {
    const all = isSame === false ? [...problems, differs] : problems;
    for (const problem of all) wiresOf.set(problem, [...(wiresOf.get(problem) ?? []), wire]);
  }
  return [...wiresOf].map(([problem, wires]) => `${wires.join(', ')}: ${problem}`);
}

const differs = 'the answer differs from that of the first wire: compare them with egoi call';

function refusals(findings: readonly ComparedFinding[]): string[] {
  const codes = findings.flatMap(({ answer }) =>
    answer !== undefined && 'code' in answer ? [answer.code] : [],
  );
  return [...new Set(codes)].map(
    (code) => `the service refuses the key with ${code}: egoi errors ${code}`,
  );
}

/** The result itself is the account's own business. */
function withoutResult({ answer, ...rest }: ComparedFinding) {
  if (answer === undefined) return { ...rest, answers: false };
  return { ...rest, answers: true, ...('code' in answer ? answer : {}) };
}

function textOf(
  output: Output,
  about: {
    readonly findings: readonly ComparedFinding[];
    readonly tls: TlsFinding | undefined;
    readonly problems: readonly string[];
    readonly apiKey: string | undefined;
  },
): string {
  const { findings, tls, problems, apiKey } = about;
  const rows = findings.map(({ wire, address, answer, durationMs, hasWsdl, isSame }) => [
    wire,
    answer === undefined ? 'no' : 'code' in answer ? answer.code : 'yes',
    hasWsdl === undefined ? '-' : yesNo(hasWsdl),
    isSame === undefined ? '-' : yesNo(isSame),
    `${durationMs} ms`,
    address,
  ]);
  const notes = [
    ...(tls === undefined ? [] : [tls.text]),
    ...(apiKey === undefined
      ? ['No key was given: the refusal of a key that opens nothing shows that a wire works.']
      : []),
  ];
  const verdict =
    problems.length === 0
      ? output.good('All four wires work.')
      : [output.bad('What to look at:'), ...problems.map((problem) => `  ${problem}`)].join('\n');
  const all = table([['wire', 'answers', 'WSDL', 'same', 'time', 'address'], ...rows]);
  return [all, notes.join('\n'), verdict].filter((part) => part !== '').join('\n\n');
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
