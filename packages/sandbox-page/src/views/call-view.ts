import { formsOfCall, formsOfRequest, type CallForm } from '../calls/call-as-code.ts';
import { type DecodedCall, type Exchange, nameOf, outcomeOf, wireOf } from '../calls/exchange.ts';
import { type ReadableBody, readableBody } from '../calls/readable-body.ts';
import { redactorOf, shownHeaders } from '../calls/redaction.ts';
import { isWhole } from '../calls/watched.ts';
import { millis } from './call-rows.ts';
import { html, type Html } from './html.ts';
import { actionButton, base, shownText } from './layout.ts';

/** Calls of one request that are shown; a multicall may hold very many. */
const mostCalls = 20;
const mostValueCharacters = 64 * 1024;

/** All about one call. @param overV3 it by API v3, where it is one call of v2 */
export function callDetail(exchange: Exchange, origin: string, overV3: string): Html {
  const { id, head, request, answer, calls, durationMs, time } = exchange;
  const redact = redactorOf(exchange);
  const outcome = outcomeOf(exchange);
  const sent = readableBody(request, head.headers['content-type'] ?? '', redact);
  const forms =
    calls.length === 1 && calls[0] !== undefined
      ? formsOfCall(calls[0], origin, overV3)
      : formsOfRequest(exchange, origin, redact);
  return html`<article>
<div class="title"><a class="back" href="${base}/calls" aria-label="Back to all calls">←</a><h2>${shownText(redact(nameOf(exchange)), 120)}</h2><span class="outcome ${outcome.kind}">${shownText(redact(outcome.words), 60)}</span></div>
<p class="quiet facts">${wireOf(exchange)} · ${time.toISOString().replace('T', ' ').replace('Z', ' UTC')}${durationMs === undefined ? '' : ` · ${millis(durationMs)} ms`} · call ${id}</p>
<div class="actions">${
    isWhole(exchange)
      ? actionButton(`/calls/${id}/replay`, 'Replay')
      : html`<p class="quiet">Too large to be replayed: not all of its body is kept.</p>`
  }</div>
${calls.length === 0 ? '' : decodedCalls(calls, redact)}
${message('Request', `${head.method} ${redact(head.url)}`, shownHeaders(head.headers, redact), sent)}
${
  answer === undefined
    ? html`<p class="quiet">${exchange.isLost === true ? 'The connection was closed in place of an answer.' : 'No answer yet.'}</p>`
    : message(
        'Answer',
        String(answer.status),
        shownHeaders(answer.headers, redact),
        readableBody(answer.body, answer.headers['content-type'] ?? '', redact),
      )
}
<section><h3>The same call as</h3>${forms.map((form, index) => codeForm(form, index === 0, redact))}</section>
</article>`;
}

function decodedCalls(calls: readonly DecodedCall[], redact: (text: string) => string): Html {
  const shown = calls.slice(0, mostCalls);
  return html`<section><h3>Values</h3>${shown.map(
    ({ request, value, error }) =>
      html`<div class="values"><div><h4>${calls.length === 1 ? 'Parameters' : request.method}</h4>${block(json(request.params), redact)}</div><div><h4>${error === undefined ? 'Result' : 'Failure'}</h4>${block(error === undefined ? json(value) : failureText(error), redact)}</div></div>`,
  )}${calls.length > shown.length ? html`<p class="quiet">and ${calls.length - shown.length} calls more</p>` : ''}</section>`;
}

/** What was thrown, without its stack. */
function failureText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error';
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '—';
}

function block(text: string, redact: (text: string) => string): Html {
  const cut = text.length > mostValueCharacters ? `${text.slice(0, mostValueCharacters)}\n…` : text;
  return html`<pre tabindex="0"><code>${redact(cut)}</code></pre>`;
}

function message(
  title: string,
  line: string,
  headers: readonly (readonly [string, string])[],
  { pretty, raw, note }: ReadableBody,
): Html {
  return html`<section><h3>${title}</h3>
<p class="line"><code>${shownText(line, 500)}</code></p>
<details><summary>${headers.length} headers</summary><dl class="headers">${headers.map(([name, value]) => html`<div><dt>${shownText(name, 80)}</dt><dd>${shownText(value, 500)}</dd></div>`)}</dl></details>
${note === '' ? '' : html`<p class="quiet">${note}.</p>`}
${pretty === '' ? html`<p class="quiet">No body.</p>` : html`<pre tabindex="0"><code>${pretty}</code></pre>`}
${raw === '' || raw === pretty ? '' : html`<details><summary>Raw</summary><pre tabindex="0" class="raw"><code>${raw}</code></pre></details>`}
</section>`;
}

function codeForm({ title, text }: CallForm, isOpen: boolean, redact: (text: string) => string) {
  return html`<details name="form"${isOpen ? html` open` : ''}><summary>${title}</summary><div class="code"><button type="button" class="copy plain" hidden>Copy</button><pre tabindex="0"><code>${redact(text)}</code></pre></div></details>`;
}
