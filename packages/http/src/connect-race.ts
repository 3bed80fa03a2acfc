import dns, { type LookupAddress } from 'node:dns';
import net from 'node:net';

/** How long an address is tried alone before the next one is tried beside it. Source: RFC 8305, 5. */
const headStartMs = 250;

/** Takes the connection, or why there is none. */
export type RaceEnd = (error: Error | undefined, socket?: net.Socket) => void;

/**
 * Connects to a name by whichever of its addresses answers first. Node itself gives up on each address
 * but the last after a quarter of a second, however much time there is. Nothing of a race keeps the
 * process alive: whoever waits for it has a time limit that does.
 *
 * @param options of `net.connect`, with the name as `host`
 * @param limitMs for all attempts together
 * @param end is told once, and not at all after a stop
 * @returns stops the race
 */
export function raceToConnect(
  options: net.TcpNetConnectOpts,
  limitMs: number,
  end: RaceEnd,
): () => void {
  const race = new Race(options, limitMs, end);
  return () => race.stop();
}

class Race {
  readonly #options: net.TcpNetConnectOpts;
  readonly #end: RaceEnd;
  readonly #attempts = new Set<net.Socket>();
  readonly #limit: NodeJS.Timeout;
  #headStart: NodeJS.Timeout | undefined;
  #waiting: LookupAddress[] = [];
  #failures: Error[] = [];
  #isOver = false;

  constructor(options: net.TcpNetConnectOpts, limitMs: number, end: RaceEnd) {
    this.#options = options;
    this.#end = end;
    this.#limit = setTimeout(() => this.#finish(timedOut()), limitMs).unref();
    dns.lookup(options.host ?? '', { all: true }, (error, addresses) => {
      if (this.#isOver) return;
      if (error !== null) {
        this.#finish(error);
        return;
      }
      this.#waiting = alternated(addresses);
      this.#tryNext();
    });
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#limit);
    clearTimeout(this.#headStart);
    for (const attempt of this.#attempts) attempt.destroy();
    this.#attempts.clear();
  }

  #finish(error: Error | undefined, socket?: net.Socket): void {
    this.stop();
    this.#end(error, socket);
  }

  #tryNext(): void {
    clearTimeout(this.#headStart);
    const next = this.#waiting.shift();
    if (next === undefined) {
      if (this.#attempts.size === 0) this.#finish(joined(this.#failures));
      return;
    }
    const { address: host, family } = next;
    const attempt = net.connect({ ...this.#options, host, family, autoSelectFamily: false });
    attempt.unref();
    this.#attempts.add(attempt);
    const fail = (error: Error) => {
      this.#attempts.delete(attempt);
      this.#failures.push(error);
      if (!this.#isOver) this.#tryNext();
    };
    attempt.once('error', fail);
    attempt.once('connect', () => {
      attempt.off('error', fail);
      this.#attempts.delete(attempt);
      this.#finish(undefined, attempt.ref());
    });
    this.#headStart = setTimeout(() => this.#tryNext(), headStartMs).unref();
  }
}

/** One family after the other, so that a network without one of them costs no more than a head start. */
function alternated(addresses: readonly LookupAddress[]): LookupAddress[] {
  const preferred = addresses.filter(({ family }) => family === addresses[0]?.family);
  const others = addresses.filter((address) => !preferred.includes(address));
  const pairs = Array.from(addresses, (_, at) => [preferred[at], others[at]]);
  return pairs.flat().filter((address) => address !== undefined);
}

/** The first address is the one that the system prefers, and its failure says most. */
function joined(failures: readonly Error[]): Error {
  const [first] = failures;
  if (first === undefined) return Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
  if (failures.length === 1) return first;
  const code: unknown = Reflect.get(first, 'code');
  return Object.assign(new AggregateError(failures, first.message), { code });
}

function timedOut(): Error {
  return Object.assign(new Error('no address answered'), { code: 'ETIMEDOUT' });
}
