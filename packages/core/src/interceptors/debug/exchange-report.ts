import type { ExchangeObserver, ObservedRequest } from '../../contract/exchange-observer.ts';
import { isSecretHeader, isSecretName } from '../../identity/named-secrets.ts';
import { redactedMark } from '../../identity/secret.ts';
import { describeError, milliseconds, type ReportTo, tell } from './report-words.ts';
import { BodyStart, markedLines, written } from './shown-text.ts';

/** Characters of a WSDL that are shown: it is long, and the same each time. */
const mostOfWsdl = 1024;

/** Tells of one HTTP exchange: of the request once it goes out, of the answer once it has come. */
export class ExchangeReport implements ExchangeObserver {
  readonly #request: ObservedRequest;
  readonly #about: string;
  readonly #to: ReportTo;
  readonly #startedMs = performance.now();
  readonly #answer: BodyStart;
  #isRequestTold = false;
  #head: { readonly status: number; readonly headers: readonly string[] } | undefined;

  /** @param about names the call and the try */
  constructor(request: ObservedRequest, about: string, to: ReportTo) {
    this.#request = request;
    this.#about = `${about}, ${request.transport ?? 'http'}`;
    this.#to = to;
    const most = /\?wsdl\b/i.test(request.url) ? mostOfWsdl : to.maxBodyCharacters;
    this.#answer = new BodyStart(Math.min(most, to.maxBodyCharacters), to.secrets);
  }

  sending(headers: readonly string[]): void {
    if (this.#isRequestTold) return;
    this.#isRequestTold = true;
    const { method, url } = this.#request;
    const { hide } = this.#to.secrets;
    tell(this.#to, [
      written(hide(this.#about)),
      written(`> ${method} ${hide(shownAddress(url))}`),
      ...this.#headerLines(headers, '>'),
      ...this.#bodyLines(headers),
    ]);
  }

  answering(status: number, headers: readonly string[]): void {
    this.#tellOfRequest();
    this.#head = { status, headers };
  }

  text(piece: string): void {
    this.#answer.add(piece);
  }

  ended(error?: unknown): void {
    this.#tellOfRequest();
    const ms = milliseconds(performance.now() - this.#startedMs);
    const status = this.#head === undefined ? 'no answer' : `HTTP ${this.#head.status}`;
    const failure = error === undefined ? '' : `, ${describeError(error)}`;
    const { hide } = this.#to.secrets;
    const lines = [written(hide(`${this.#about}: ${status}, ${ms}${failure}`))];
    if (this.#head !== undefined) {
      lines.push(...this.#headerLines(this.#head.headers, '<'));
      lines.push(...shownBody(this.#answer.shown(), '<'));
    }
    tell(this.#to, lines);
  }

  #tellOfRequest(): void {
    this.sending(Object.entries(this.#request.headers).flat());
  }

  #headerLines(headers: readonly string[], mark: string): string[] {
    const lines: string[] = [];
    for (let at = 0; at + 1 < headers.length; at += 2) {
      const name = headers[at] ?? '';
      const value = headers[at + 1] ?? '';
      const shown = isSecretHeader(name) ? redactedMark : this.#to.secrets.hide(value);
      lines.push(written(`${mark} ${name}: ${shown}`));
    }
    return lines;
  }

  #bodyLines(headers: readonly string[]): string[] {
    const { body } = this.#request;
    if (body === undefined) return [];
    const start = new BodyStart(this.#to.maxBodyCharacters, this.#to.secrets);
    try {
      for (const piece of typeof body === 'string' ? [body] : body) {
        if (start.isFull) return shownBody(start.shown(sizeIn(headers)), '>');
        start.add(piece);
      }
    } catch {
      // It tells so itself, once the exchange fails with it.
      return shownBody('(the body cannot be written)', '>');
    }
    return shownBody(start.shown(), '>');
  }
}

function shownBody(text: string, mark: string): string[] {
  const lines = markedLines(text.replace(/\r?\n$/, ''), mark);
  return text === '' ? [] : [mark, ...lines];
}

function sizeIn(headers: readonly string[]): string {
  const at = headers.findIndex((name) => name.toLowerCase() === 'content-length');
  return at < 0 ? 'more' : `${headers[at + 1]} bytes`;
}

/** What an address may hold in its query without being a secret: numbers, plain words, times, e-mail addresses. */
const harmless = /^(?:-?\d{1,15}|[a-z_]{0,24}|\d{4}-\d\d-\d\d[\dT:.Z+ -]{0,20}|[^\s@]+@[^\s@]+)$/;

/** An address without what may be a secret in its query. */
function shownAddress(url: string): string {
  if (!URL.canParse(url)) return url.split('?', 1)[0] ?? '';
  const { origin, pathname, searchParams } = new URL(url);
  const query = Array.from(searchParams, ([name, value]) => {
    const isShown = harmless.test(value) && !isSecretName(name);
    return `${encodeURIComponent(name)}=${isShown ? value : redactedMark}`;
  });
  return `${origin}${pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
