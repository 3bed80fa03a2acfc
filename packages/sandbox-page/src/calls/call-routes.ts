import type { HttpService } from '@egoi-client/http/server';
import type { Context, Hono } from 'hono';
import { callsView, readFilter } from '../views/calls-view.ts';
import { callDetail } from '../views/call-view.ts';
import { base, page } from '../views/layout.ts';
import type { CallLog } from './call-log.ts';
import { isWhole, replay } from './watched.ts';

/** The addresses of the calls. @param service gives what calls are sent to again */
export function addCallRoutes(
  app: Hono,
  log: CallLog,
  service: () => HttpService | undefined,
): void {
  const chosen = (context: Context) => log.find(Number(context.req.param('id')));

  app.get('/calls', (context) => {
    const filter = readFilter(context.req.query());
    return context.html(
      page('calls', 'Calls', callsView(log, filter, undefined, originOf(context))),
    );
  });
  app.get('/calls/:id', (context) => {
    const exchange = chosen(context);
    const origin = originOf(context);
    if (exchange === undefined) return context.text('this call is not kept any longer', 404);
    if (context.req.header('x-part') === 'detail')
      return context.html(callDetail(exchange, origin));
    const filter = readFilter(context.req.query());
    return context.html(
      page('calls', `Call ${exchange.id}`, callsView(log, filter, exchange, origin)),
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
      return context.text('this call is not kept, or not all of it', 404);
    }
    const { id } = await replay(target, log, exchange);
    return context.redirect(`${base}/calls/${id}`, 303);
  });
}

/** Under which address the browser sees the server. */
function originOf(context: Context): string {
  return new URL(context.req.url).origin;
}
