import type { SandboxTransport } from '@egoi-client/sandbox';
import type { Hono } from 'hono';
import { accountParts } from '../views/account-parts.ts';
import {
  accountPartView,
  accountView,
  partNamed,
  rowsAtFirst,
  rowsPerPage,
} from '../views/account-view.ts';
import { campaignView } from '../views/campaign-view.ts';
import { contactView } from '../views/contact-view.ts';
import { deliveryView } from '../views/delivery-view.ts';
import { base, page, startIn } from '../views/layout.ts';
import { contactsPerPage, listView } from '../views/list-view.ts';
import { notThere } from '../not-there.ts';

/** Most tags that a list offers to choose by. */
const mostTags = 100;

/** The addresses of what the account holds. */
export function addAccountRoutes(app: Hono, account: SandboxTransport): void {
  const { view } = account;

  app.get('/account', async (context) => {
    const range = { start: 0, limit: rowsAtFirst + 1 };
    const shown = [];
    for (const part of accountParts) shown.push({ part, rows: await part.rows(view, range) });
    return context.html(page('account', 'Account', accountView(shown)));
  });

  app.get('/account/:part{[a-z]+}', async (context) => {
    const part = partNamed(context.req.param('part'));
    if (part === undefined) return notThere(context, 'account', 'The account has no such part');
    const start = startIn(context.req.query());
    const rows = await part.rows(view, { start, limit: rowsPerPage + 1 });
    return context.html(page('account', part.title, accountPartView({ part, rows }, start)));
  });

  app.get('/account/lists/:list{[0-9]+}', async (context) => {
    const query = context.req.query();
    const found = await view.list(Number(context.req.param('list')));
    if (found === undefined) return notThere(context, 'account', 'There is no such list');
    const search = (query['q'] ?? '').trim().slice(0, 200);
    const among = query['among'] ?? '';
    const range = { start: startIn(query), limit: contactsPerPage };
    const contacts = await view.contacts(found.list.id, choiceOf(search, among), range);
    const tags = await view.tagCounts({ start: 0, limit: mostTags });
    const content = listView({ ...found, contacts, range, search, among, tags });
    return context.html(page('account', found.list.name, content));
  });

  app.get('/account/lists/:list{[0-9]+}/contacts/:uid', async (context) => {
    const list = Number(context.req.param('list'));
    const found = await view.contact(list, context.req.param('uid'));
    const around = await view.list(list);
    if (found === undefined || around === undefined) {
      return notThere(context, 'account', 'There is no such contact');
    }
    const content = contactView({ ...found, around, allTags: await view.tags() });
    return context.html(page('account', 'Contact', content));
  });

  app.get('/account/campaigns/:hash{[0-9a-f]+}', async (context) => {
    const report = await view.report(context.req.param('hash'));
    if (report === undefined) return notThere(context, 'account', 'There is no such campaign');
    const content = campaignView(report);
    return context.html(page('account', report.campaign.subject, content));
  });

  app.get('/account/deliveries/:id{[0-9]+}', (context) => {
    const delivery = view.delivery(Number(context.req.param('id')));
    if (delivery === undefined) {
      return notThere(context, 'account', 'This delivery is not kept any longer');
    }
    const content = deliveryView(delivery, context.req.query('told') ?? '');
    return context.html(page('account', delivery.delivery.event, content));
  });

  app.post('/account/deliveries/:id{[0-9]+}/resend', (context) => {
    const id = Number(context.req.param('id'));
    if (!account.resend(id)) {
      return notThere(context, 'account', 'This delivery is not kept any longer');
    }
    const [newest] = view.deliveries({ start: 0, limit: 1 });
    const told = encodeURIComponent('Sent again: this is the new delivery.');
    return context.redirect(`${base}/account/deliveries/${newest?.id ?? id}?told=${told}`, 303);
  });
}

/** @param among `segment:` with its name, `tag:` with its number, or `''` */
function choiceOf(search: string, among: string) {
  if (search !== '') return { search };
  if (among.startsWith('segment:')) return { segment: among.slice('segment:'.length) };
  if (!among.startsWith('tag:')) return {};
  return { tag: Number(among.slice('tag:'.length)) || 0 };
}
