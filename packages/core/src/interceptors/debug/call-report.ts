import type { ObserveExchange } from '../../contract/exchange-observer.ts';
import type { TransportReply, TransportRequest } from '../../contract/transport.ts';
import type { EgoiApiError } from '../../errors/api-error.ts';
import type { WireValue } from '../../values/wire-value.ts';
import { ExchangeReport } from './exchange-report.ts';
import { describeError, milliseconds, type ReportTo, tell } from './report-words.ts';
import { BodyStart, markedLines, written } from './shown-text.ts';

/** Tells of one call as `debug` sees it: its exchanges while they go on, and how it ended. */
export class CallReport {
  readonly #request: TransportRequest;
  readonly #to: ReportTo;
  readonly #startedMs = performance.now();
  #exchanges = 0;

  constructor(request: TransportRequest, to: ReportTo) {
    this.#request = request;
    this.#to = to;
  }

  readonly observe: ObserveExchange = (request) => {
    this.#exchanges += 1;
    const { method, callId } = this.#request;
    const about = `${aboutCall(method, callId)}, try ${request.attempt}`;
    return new ExchangeReport(request, about, this.#to);
  };

  answered(reply: TransportReply, refusal: EgoiApiError | undefined): void {
    const { transport, losses = [] } = reply;
    const outcome = refusal === undefined ? 'done' : `refused with ${refusal.code}`;
    const lost = losses.length === 0 ? '' : `, losing ${losses.map(({ name }) => name).join(', ')}`;
    this.#end(`${outcome} over ${transport}${lost}`, reply.value);
  }

  failed(error: unknown): void {
    this.#end(`failed: ${describeError(error)}`);
  }

  /** Who made no exchange, such as the sandbox in the same process, shows the values themselves. */
  #end(outcome: string, value?: WireValue): void {
    const { method, callId, attempt, params } = this.#request;
    const ms = milliseconds(performance.now() - this.#startedMs);
    const { hide } = this.#to.secrets;
    const count = this.#exchanges;
    const took = count === 0 ? '' : `, ${count} request${count === 1 ? '' : 's'}`;
    const line = `${aboutCall(method, callId)}, try ${attempt}: ${outcome}, ${ms}${took}`;
    const values =
      this.#exchanges > 0
        ? []
        : [
            ...this.#shownValue(params, '>'),
            ...(value === undefined ? [] : this.#shownValue(value, '<')),
          ];
    tell(this.#to, [written(hide(line)), ...values]);
  }

  #shownValue(value: unknown, mark: string): string[] {
    const start = new BodyStart(this.#to.maxBodyCharacters, this.#to.secrets);
    start.add(JSON.stringify(value) ?? '');
    return markedLines(start.shown(), mark);
  }
}

function aboutCall(method: string, callId: string): string {
  return `egoi ${method} ${callId.slice(0, 8)}`;
}
