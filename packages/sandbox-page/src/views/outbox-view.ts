import type { MessageRecipient, SentMessage } from '@egoi-client/sandbox';
import { raw } from 'hono/html';
import { partsOfMessage } from '../outbox/message-html.ts';
import { html, type Html } from './html.ts';
import { base, emptyState, pageSteps, shownText } from './layout.ts';

export const sendsPerPage = 100;
export const recipientsPerPage = 25;

const mostSource = 128 * 1024;

/** What was sent, and of it what was chosen. */
export interface ShownOutbox {
  /** One more than a page where there are more. */
  readonly sends: readonly SentMessage[];
  readonly range: { readonly start: number; readonly limit: number };
  readonly chosen?: ShownMessage;
}

interface ShownMessage {
  readonly message: SentMessage;
  readonly recipients: readonly MessageRecipient[];
  /** The first recipient of those that are shown. */
  readonly start: number;
  /** What became of the last event. */
  readonly notice: string;
}

const channelLabels = { email: 'E-mail', sms: 'SMS', voice: 'Voice', fax: 'Fax' } as const;

export function outboxView({ sends, range, chosen }: ShownOutbox): Html {
  if (sends.length === 0) {
    return html`<h1 class="unseen">Outbox</h1><div class="card">${emptyState('Nothing was sent yet', 'What campaigns send shows here. Nothing of it leaves the sandbox.')}</div>`;
  }
  const shown = sends.slice(0, range.limit);
  return html`<h1 class="unseen">Outbox</h1>
<div class="split${chosen === undefined ? '' : ' chosen'}">
<div class="list"><table class="rows"><caption class="unseen">What was sent, the newest first</caption><thead><tr><th scope="col">Sent</th><th scope="col">What</th><th scope="col">Subject or text</th><th scope="col" class="number">To</th></tr></thead>
<tbody>${shown.map((send) => sendRow(send, send.sending === chosen?.message.sending))}</tbody></table>
<div class="foot">${pageSteps(range, { hasMore: sends.length > range.limit }, (start) => `${base}/outbox?start=${start}`)}</div></div>
<section id="detail" aria-label="The chosen message" tabindex="-1">${chosen === undefined ? html`<div class="empty wide"><p class="quiet">Choose what was sent to see it as its recipients do.</p></div>` : messageDetail(chosen)}</section>
</div>`;
}

function sendRow(send: SentMessage, isChosen: boolean): Html {
  const words = send.subject === '' ? partsOfMessage(send.body.slice(0, 2000)).text : send.subject;
  return html`<tr class="${isChosen ? 'chosen' : ''}"><td class="time">${send.moment.slice(0, 16)}</td><td><span class="wire">${channelLabels[send.channel]}</span></td><td class="name"><a href="${base}/outbox/${send.sending}">${shownText(words === '' ? '(without words)' : words, 90)}</a></td><td class="number">${send.recipients.toLocaleString('en')}</td></tr>`;
}

function messageDetail({ message, recipients, start, notice }: ShownMessage): Html {
  const { channel, sender, senderName, moment, list, campaign, subject } = message;
  const parts = partsOfMessage(message.body);
  const from = senderName === '' ? sender : `${senderName} <${sender}>`;
  return html`<article>
<div class="title"><a class="back" href="${base}/outbox" aria-label="Back to all that was sent">←</a><h2>${shownText(subject === '' ? channelLabels[channel] : subject, 200)}</h2><span class="wire">${channelLabels[channel]}</span></div>
<dl><div><dt>From</dt><dd>${from === '' ? html`<span class="quiet">nobody named</span>` : shownText(from, 200)}</dd></div>
<div><dt>Sent</dt><dd>${moment} UTC, to ${message.recipients.toLocaleString('en')} of list ${list}</dd></div>
<div><dt>Campaign</dt><dd><code>${campaign}</code></dd></div></dl>
${channel === 'email' ? emailContent(message, parts) : shortContent(message)}
${recipientList(
  { message, recipients, start, notice },
  parts.links.filter(({ kind }) => kind === 'link'),
)}
</article>`;
}

function emailContent(
  { sending, body, url }: SentMessage,
  { text, links }: ReturnType<typeof partsOfMessage>,
): Html {
  const frame = `${base}/outbox/${sending}/body`;
  if (body === '' && url !== '') {
    return html`<p>Its contents are those of a page, which is not fetched: ${shownText(url)}</p>`;
  }
  return html`<section><h3>As its recipients see it</h3><div class="frames">
<figure class="desktop"><iframe sandbox="" title="The e-mail on a desktop" src="${frame}" loading="lazy"></iframe><figcaption>Desktop. Pictures from elsewhere are not loaded.</figcaption></figure>
<figure class="phone"><iframe sandbox="" title="The e-mail on a phone" src="${frame}" loading="lazy"></iframe><figcaption>Phone</figcaption></figure></div></section>
<section><details><summary>Text</summary><pre class="wrap" tabindex="0">${text.slice(0, mostSource)}</pre></details>
<details><summary>Source</summary>${body.length > mostSource ? html`<p class="quiet">The first ${mostSource} of ${body.length} characters.</p>` : ''}<pre class="wrap" tabindex="0"><code>${body.slice(0, mostSource)}</code></pre></details>
<details><summary>${links.length} ${links.length === 1 ? 'link' : 'links'} and pictures</summary>${linkTable(links)}</details></section>`;
}

/** As text: nobody is to leave the page by mistake, to an address out of a message. */
function linkTable(links: readonly { readonly url: string; readonly kind: string }[]): Html {
  if (links.length === 0) return html`<p class="quiet">There are none.</p>`;
  return html`<table><caption class="unseen">Links and pictures</caption><thead><tr><th scope="col">What</th><th scope="col">Address</th><th scope="col">Looks</th></tr></thead><tbody>${links.map(
    ({ url, kind }) => {
      const wrong = problemOf(url);
      return html`<tr><td>${kind}</td><td>${shownText(url)}</td><td>${wrong === undefined ? html`<span class="outcome ok">good</span>` : html`<span class="outcome refused">${wrong}</span>`}</td></tr>`;
    },
  )}</tbody></table>`;
}

/** What is wrong with an address, as far as can be told without asking anybody. */
function problemOf(url: string): string | undefined {
  const address = url.trim();
  if (/^\[|^%|^#|^!/.test(address)) return undefined;
  if (/^(?:mailto|tel|sms):/i.test(address)) return undefined;
  if (/^(?:javascript|vbscript|data):/i.test(address)) return 'mail programs drop it';
  if (!URL.canParse(address)) return 'no whole address';
  const { protocol } = new URL(address);
  if (protocol === 'http:') return 'not encrypted';
  return protocol === 'https:' ? undefined : 'no web address';
}

function shortContent({ channel, body, subject }: SentMessage): Html {
  if (channel === 'sms') {
    return html`<section><h3>As its recipients see it</h3><div class="chat"><p class="bubble"><bdi>${body.slice(0, mostSource)}</bdi></p></div><p class="quiet">${body.length} characters</p></section>`;
  }
  const what = channel === 'voice' ? 'A recording is played to its recipients' : 'A fax is sent';
  return html`<section><h3>As its recipients get it</h3><div class="chat"><p class="bubble">${channel === 'voice' ? '▶ ' : ''}${what}${subject === '' ? '' : html`: ${shownText(subject)}`}</p></div></section>`;
}

const buttons = [
  ['view', 'Open'],
  ['click', 'Click'],
  ['remove', 'Unsubscribe'],
  ['bounce', 'Bounce'],
] as const;

const actionLabels: ReadonlyMap<string, string> = new Map([
  ['view', 'opened'],
  ['click', 'clicked'],
  ['removed', 'unsubscribed'],
  ['bounce', 'bounced'],
  ['complaint', 'complained'],
]);

function recipientList(
  { message, recipients, start, notice }: ShownMessage,
  links: readonly { readonly url: string }[],
): Html {
  const range = { start, limit: recipientsPerPage };
  const total = message.recipients;
  const offered =
    message.channel === 'email' ? buttons : buttons.filter(([name]) => name === 'bounce');
  return html`<section id="recipients"><h3>Recipients</h3>
${notice === '' ? '' : html`<p class="notice" role="status">${shownText(notice)}</p>`}
<div class="scroll"><table><caption class="unseen">Recipients, with what they did</caption><thead><tr><th scope="col">Address</th><th scope="col">Did</th><th scope="col">Let them</th></tr></thead><tbody>${recipients.map(
    ({ uid, address, actions }) =>
      html`<tr><td>${shownText(address, 80)}</td><td>${actions.map((action) => html`<span class="tag">${actionLabels.get(action) ?? action}</span> `)}</td><td>${
        uid === null
          ? html`<span class="quiet">no contact</span>`
          : html`<form method="post" action="${base}/outbox/${message.sending}/events" class="actions"><input type="hidden" name="campaign" value="${message.campaign}"><input type="hidden" name="subscriber" value="${uid}"><input type="hidden" name="start" value="${start}">${
              links.length > 1
                ? html`<select name="url" aria-label="Link that ${address.slice(0, 80)} clicks on">${links.slice(0, 20).map(({ url }) => html`<option value="${url}">${url.slice(0, 60)}</option>`)}</select>`
                : html`<input type="hidden" name="url" value="${links[0]?.url ?? ''}">`
            }${offered.map(([name, words]) => html`<button name="event" value="${name}" class="plain">${words}</button>`)}</form>`
      }</td></tr>`,
  )}</tbody></table></div>
${pageSteps(range, { total, hasMore: start + recipientsPerPage < total }, (from) => `${base}/outbox/${message.sending}?start=${from}#recipients`)}</section>`;
}

/**
 * The document in the frame: the message as it was given, as a page of its own. It is inert, since a
 * browser connects to where a link leads when somebody touches it, whatever policies say.
 */
export function emailFrame(framed: string): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>E-mail</title></head><body inert>${raw(framed)}</body></html>`;
}
