import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { icon } from './assets/icon.ts';
import { script } from './assets/script.ts';
import { styles } from './assets/styles.ts';
import { base } from './views/layout.ts';

/** What the page itself may do: scripts, styles, pictures and frames of its own, and nothing from elsewhere. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Their addresses change with what they hold. */
const kept = { 'cache-control': 'max-age=31536000, immutable' };

/** The page without its views: what holds for all of them, and their files. */
export function pageApp(): Hono {
  const app = new Hono().basePath(base);
  app.use(
    secureHeaders({
      contentSecurityPolicy: policy,
      xFrameOptions: 'DENY',
      // Without any, browsers hide the origin of forms, and the server refuses those who hide it.
      referrerPolicy: 'same-origin',
      // The page may be reached by plain http, and must not change what holds for its host.
      strictTransportSecurity: false,
      // Of a view, a frame of another origin: an e-mail.
      overwrite: false,
    }),
  );
  app.use(csrf());
  app.use(async (context, next) => {
    const type = context.req.header('content-type') ?? '';
    // Other types would pass by the check of the origin.
    if (context.req.method === 'POST' && !type.startsWith('application/x-www-form-urlencoded')) {
      return context.text('a form is wanted', 415);
    }
    return next();
  });
  app.get('/', (context) => context.redirect(`${base}/calls`));
  app.get('/page.css', (context) =>
    context.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', ...kept }),
  );
  app.get('/page.js', (context) =>
    context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', ...kept }),
  );
  app.get('/icon.svg', (context) =>
    context.body(icon, 200, { 'content-type': 'image/svg+xml', ...kept }),
  );
  return app;
}
