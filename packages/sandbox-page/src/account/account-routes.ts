import type { SandboxTransport } from '@egoi-client/sandbox';
import type { Hono } from 'hono';
import { accountView } from '../views/account-view.ts';
import { campaignView } from '../views/campaign-view.ts';
import { contactView } from '../views/contact-view.ts';
import { page, startIn } from '../views/layout.ts';
import { contactsPerPage, listView } from '../views/list-view.ts';

/** Most lists, campaigns and operations on the first page. */
const mostOfEach = 50;

/** The addresses of what the account holds. */
export function addAccountRoutes(app: Hono, { view }: SandboxTransport): void {
  app.get('/account', async (context) => {
    const start = startIn(context.req.query());
    const range = { start, limit: mostOfEach };
    const more = { start, limit: mostOfEach + 1 };
    const first = { start: 0, limit: mostOfEach };
    const content = accountView({
      range,
      lists: await view.lists(more),
      campaigns: await view.campaigns(more),
      operations: await view.operations(first),
      tags: await view.tags(),
      automations: await view.automations(),
    });
    return context.html(page('account', 'Account', content));
  });

  app.get('/account/lists/:list{[0-9]+}', async (context) => {
    const query = context.req.query();
    const found = await view.list(Number(context.req.param('list')));
    if (found === undefined) return context.text('there is no such list', 404);
    const search = (query['q'] ?? '').trim().slice(0, 200);
    const segment = query['segment'] ?? '';
    const range = { start: startIn(query), limit: contactsPerPage };
    const choice = {
      ...(segment === '' ? {} : { segment }),
      ...(search === '' || segment !== '' ? {} : { search }),
    };
    const contacts = await view.contacts(found.list.id, choice, range);
    const content = listView({ ...found, contacts, range, search, segment });
    return context.html(page('account', found.list.name, content));
  });

  app.get('/account/lists/:list{[0-9]+}/contacts/:uid', async (context) => {
    const list = Number(context.req.param('list'));
    const found = await view.contact(list, context.req.param('uid'));
    const around = await view.list(list);
    if (found === undefined || around === undefined) {
      return context.text('there is no such contact', 404);
    }
    const content = contactView({ ...found, around, allTags: await view.tags() });
    return context.html(page('account', 'Contact', content));
  });

  app.get('/account/campaigns/:hash{[0-9a-f]+}', async (context) => {
    const report = await view.report(context.req.param('hash'));
    if (report === undefined) return context.text('there is no such campaign', 404);
    const content = campaignView(report);
    return context.html(page('account', report.campaign.subject, content));
  });
}
