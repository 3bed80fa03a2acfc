import type { Context } from 'hono';

/** The fields of a form that the page sent; of several of a name, the last one. */
export async function formFields(context: Context): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}
