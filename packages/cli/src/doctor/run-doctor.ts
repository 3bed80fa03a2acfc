import { isDeepStrictEqual } from 'node:util';
import { CommandError } from '../command-error.ts';
import { keptApiKey } from '../connection/api-key.ts';
import { findDestination, warnOfReaders } from '../connection/connect.ts';
import { shownCalls } from '../connection/shown-calls.ts';
import { reachOf } from '../connection/transport-for.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { type WireName, wireNames } from '@egoi-client/transports/wires';
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

/**
 * Looks at the wires of both APIs side by side, and says what to do about what is wrong. That one of the
 * APIs has ended, or is not served here, is nothing wrong as long as the other works.
 */
export async function runDoctor(session: Session, options: ConnectionOptions): Promise<void> {
  const { output, signal } = session;
  const { address, profile } = findDestination(session, options);
  const addresses = allWireAddresses(address);
  const apiKey = keptApiKey(session, profile);
  const { ca, proxy } = reachOf(options);
  const timeoutMs = options.timeout ?? defaultTimeoutMs;
  const interceptors = shownCalls(session);
  const reach: Reach = {
    apiKey: apiKey ?? keyOfNobody,
    ca,
    proxy,
    timeoutMs,
    signal,
    interceptors,
  };
  if (apiKey !== undefined) warnOfReaders(session, addresses.rest);
  const isSecure = addresses.rest.startsWith('https:') && proxy === undefined;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const [tls, ...found] = await Promise.all([
    isSecure ? lookAtTls(addresses.rest, { ca, signal: limit }) : undefined,
    ...wireNames.map((wire) => lookAtWire(wire, addresses[wire], reach)),
  ]);
  if (signal.aborted) throw new CommandError('the doctor was interrupted', [], 'interrupted');
  const findings = compared(found);
  const living = livingApis(findings);
  const absent = living.length === 1 ? absentApi(findings) : undefined;
  // Of an API that is not there at all its absence is said, once.
  const looked = findings.filter(({ wire }) => apiOf(wire) !== absent);
  const tlsProblems = absent === 'v2' ? [] : (tls?.problems ?? []);
  const problems = [...tlsProblems, ...problemsOf(looked)];
  if (apiKey !== undefined) problems.push(...refusals(looked));
  const host = new URL(addresses.rest).origin;
  output.result({ host, tls, living, wires: findings.map(withoutResult), problems }, () =>
    textOf(output, { findings, tls, absent, problems, apiKey }),
  );
  if (problems.length === 0) return;
  const isAnyAnswer = findings.some(({ answer }) => answer !== undefined);
  throw new CommandError(
    isAnyAnswer ? `${problems.length} findings` : 'no wire gave an answer of the API',
    [],
    isAnyAnswer ? 'incomplete' : 'unreachable',
  );
}

/** The APIs of which a wire gave an answer. */
type Api = 'v2' | 'v3';

function apiOf(wire: WireName): Api {
  return wire === 'v3' ? 'v3' : 'v2';
}

function livingApis(findings: readonly WireFinding[]): Api[] {
  return (['v2', 'v3'] as const).filter((api) =>
    findings.some(({ wire, answer }) => apiOf(wire) === api && answer !== undefined),
  );
}

/** The API of which no wire is there. */
function absentApi(findings: readonly WireFinding[]): Api | undefined {
  return (['v2', 'v3'] as const).find((api) =>
    findings.every(({ wire, isAbsent }) => apiOf(wire) !== api || isAbsent),
  );
}

function compared(findings: readonly WireFinding[]): ComparedFinding[] {
  const first = findings.find(({ answer }) => answer !== undefined)?.answer;
  return findings.map((finding) => {
    const { wire, answer } = finding;
    // Both APIs refuse a key, in words of their own.
    const isComparable = answer !== undefined && !(wire === 'v3' && 'code' in answer);
    return { ...finding, isSame: isComparable ? isDeepStrictEqual(answer, first) : undefined };
  });
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
    readonly absent: Api | undefined;
    readonly problems: readonly string[];
    readonly apiKey: string | undefined;
  },
): string {
  const { findings, tls, absent, problems, apiKey } = about;
  const rows = findings.map(({ wire, address, answer, durationMs, hasWsdl, isSame }) => [
    wire,
    answer === undefined ? 'no' : 'code' in answer ? answer.code : 'yes',
    hasWsdl === undefined ? '-' : yesNo(hasWsdl),
    isSame === undefined ? '-' : yesNo(isSame),
    `${durationMs} ms`,
    address,
  ]);
  const notes = [
    ...(absent === undefined ? [] : absenceOf(absent, findings)),
    ...(tls === undefined ? [] : [tls.text]),
    ...(apiKey === undefined
      ? ['No key was given: the refusal of a key that opens nothing shows that a wire works.']
      : []),
  ];
  const verdict =
    problems.length === 0
      ? output.good(allWork(absent))
      : [output.bad('What to look at:'), ...problems.map((problem) => `  ${problem}`)].join('\n');
  const all = table([['wire', 'answers', 'WSDL', 'same', 'time', 'address'], ...rows]);
  return [all, notes.join('\n'), verdict].filter((part) => part !== '').join('\n\n');
}

function allWork(absent: Api | undefined): string {
  if (absent === undefined) return 'All five wires work.';
  return absent === 'v2' ? 'API v3 works.' : 'All four wires of API v2 work.';
}

/** Which API is not there, how that shows, and what to do. */
function absenceOf(absent: Api, findings: readonly ComparedFinding[]): string[] {
  const why = problemsOf(findings.filter(({ wire }) => apiOf(wire) === absent)).map(
    (problem) => `  ${problem}`,
  );
  if (absent === 'v3') return ['API v3 is not served here:', ...why];
  return [
    'API v2 is not there. Make the same calls by API v3: --transport v3, or EGOI_TRANSPORT=v3 for all commands.',
    ...why,
  ];
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
