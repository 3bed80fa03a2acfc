import { EgoiConfigError } from '@egoi-client/core';
import type { CampaignEvent, SandboxTransport } from '@egoi-client/sandbox';
import type { Hono } from 'hono';
import { formFields } from '../form-fields.ts';
import { notThere } from '../not-there.ts';
import { base, page, startIn } from '../views/layout.ts';
import { emailFrame, outboxView, recipientsPerPage, sendsPerPage } from '../views/outbox-view.ts';
import { partsOfMessage } from './message-html.ts';

/**
 * What the frame of an e-mail may do: show itself, its own styles and the pictures in it. Nothing is
 * loaded, nothing runs, and it has no origin.
 */
const framePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

const events: ReadonlySet<string> = new Set(['view', 'click', 'bounce', 'complaint', 'remove']);

/** The addresses of what was sent. */
export function addOutboxRoutes(app: Hono, account: SandboxTransport): void {
  const { view } = account;

  app.get('/outbox', async (context) => {
    const range = { start: startIn(context.req.query()), limit: sendsPerPage };
    const sends = await view.messages({ ...range, limit: range.limit + 1 });
    return context.html(page('outbox', 'Outbox', outboxView({ sends, range })));
  });

  app.get('/outbox/:sending{[0-9]+}', async (context) => {
    const query = context.req.query();
    const message = await view.message(Number(context.req.param('sending')));
    if (message === undefined) {
      return notThere(context, 'outbox', 'Nothing of this number was sent');
    }
    const start = startIn(query);
    const range = { start: 0, limit: sendsPerPage };
    const sends = await view.messages({ ...range, limit: range.limit + 1 });
    const recipients = await view.recipients(message.sending, { start, limit: recipientsPerPage });
    const chosen = { message, recipients, start, notice: query['told'] ?? '' };
    return context.html(page('outbox', message.subject, outboxView({ sends, range, chosen })));
  });

  app.get('/outbox/:sending{[0-9]+}/body', async (context) => {
    const message = await view.message(Number(context.req.param('sending')));
    if (message === undefined) return context.text('nothing of this number was sent', 404);
    return context.html(emailFrame(partsOfMessage(message.body).framed), 200, {
      'content-security-policy': framePolicy,
      'x-frame-options': 'SAMEORIGIN',
    });
  });

  app.post('/outbox/:sending{[0-9]+}/events', async (context) => {
    const sending = context.req.param('sending');
    const form = await formFields(context);
    const { campaign = '', subscriber = '', event = '', url = '', start = '0' } = form;
    const told = await recordEvent(account, { campaign, subscriber, event, url });
    const query = new URLSearchParams({ start, told });
    return context.redirect(`${base}/outbox/${sending}?${query.toString()}#recipients`, 303);
  });
}

/** @returns what to tell whoever asked for it */
async function recordEvent(
  account: SandboxTransport,
  asked: Readonly<Record<'campaign' | 'subscriber' | 'event' | 'url', string>>,
): Promise<string> {
  const { campaign, subscriber, url } = asked;
  if (!events.has(asked.event)) return 'There is no such event.';
  const event = asked.event as CampaignEvent['event'];
  try {
    const clicked = event === 'click' && url !== '' ? { url } : {};
    await account.recordEvent({ campaign, subscriber, event, ...clicked });
    return `Recorded: ${event} by ${subscriber}.`;
  } catch (error) {
    if (error instanceof EgoiConfigError) return `Not recorded: ${error.message}`;
    throw error;
  }
}
