import type { EventStream, HttpService } from '@egoi-client/http/server';
import type { AccountView } from '@egoi-client/sandbox';
import type { Context, Hono } from 'hono';
import { notThere } from '../not-there.ts';
import { callsView, readFilter } from '../views/calls-view.ts';
import { callDetail } from '../views/call-view.ts';
import { base, page } from '../views/layout.ts';
import type { CallLog } from './call-log.ts';
import { callOverV3 } from './call-over-v3.ts';
import type { CallSummary } from './call-summary.ts';
import type { Exchange } from './exchange.ts';
import { isWhole, replay } from './watched.ts';

/** The addresses of the calls. @param service gives what calls are sent to again */
export function addCallRoutes(
  app: Hono,
  { log, live }: { readonly log: CallLog; readonly live: EventStream<CallSummary> },
  view: AccountView,
  service: () => HttpService | undefined,
): void {
  const chosen = (context: Context) => log.find(Number(context.req.param('id')));

  const detailOf = async (exchange: Exchange, origin: string) => {
    const [call, ...others] = exchange.calls;
    const isOne = call !== undefined && others.length === 0;
    const overV3 = isOne ? await callOverV3(view, call, origin).catch(unknownOverV3) : '';
    return callDetail(exchange, origin, overV3);
  };

  app.get('/calls', (context) => {
    const filter = readFilter(context.req.query());
    return context.html(
      page('calls', 'Calls', callsView(log, live.place, filter, undefined, originOf(context))),
    );
  });
  app.get('/calls/:id', async (context) => {
    const exchange = chosen(context);
    const origin = originOf(context);
    if (exchange === undefined) {
      return notThere(context, 'calls', 'This call is not kept any longer');
    }
    const detail = await detailOf(exchange, origin);
    if (context.req.header('x-part') === 'detail') return context.html(detail);
    const filter = readFilter(context.req.query());
    return context.html(
      page('calls', `Call ${exchange.id}`, callsView(log, live.place, filter, detail, origin)),
    );
  });
  app.post('/calls/clear', (context) => {
    log.clear();
    return context.redirect(`${base}/calls`, 303);
  });
  app.post('/calls/:id/replay', async (context) => {
    const exchange = chosen(context);
    const target = service();
    if (exchange === undefined || target === undefined || !isWhole(exchange)) {
      return notThere(context, 'calls', 'This call is not kept, or not all of it');
    }
    const { id } = await replay(target, log, exchange);
    return context.redirect(`${base}/calls/${id}`, 303);
  });
}

/** Under which address the browser sees the server. */
function originOf(context: Context): string {
  return new URL(context.req.url).origin;
}

/** The call itself is to be seen whatever becomes of its counterpart. */
function unknownOverV3(error: unknown): string {
  return `It cannot be tried now: ${error instanceof Error ? error.message : 'the account failed'}`;
}
