import { EgoiCallbackError } from './callback-error.ts';

/** Most fields of a form: a callback has one. */
const maxFields = 64;

type Field = readonly [name: string, value: string];

/**
 * The fields of a form, in their order.
 *
 * @param partsType the content type of a form of parts; `''` for the usual one
 * @throws EgoiCallbackError for a name twice, a file, too many fields, and what is not in UTF-8
 */
export async function readForm(text: string, partsType: string): Promise<readonly Field[]> {
  const fields = partsType === '' ? usualFields(text) : await partFields(text, partsType);
  if (fields.length > maxFields) throw tooMany();
  if (new Set(fields.map(([name]) => name)).size < fields.length) {
    throw new EgoiCallbackError('form', 'the form of the callback has the same field twice');
  }
  return fields;
}

function usualFields(text: string): readonly Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < text.length; ) {
    const end = indexOr(text, '&', at, text.length);
    if (fields.length > maxFields) throw tooMany();
    if (end > at) {
      const equals = Math.min(indexOr(text, '=', at, end), end);
      fields.push([decoded(text.slice(at, equals)), decoded(text.slice(equals + 1, end))]);
    }
    at = end + 1;
  }
  return fields;
}

function indexOr(text: string, sought: string, from: number, otherwise: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? otherwise : at;
}

/** A `%` that begins no code is text, as PHP takes it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ').replace(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    throw new EgoiCallbackError('form', 'the form of the callback is not in UTF-8');
  }
}

/** By the reader of Fetch, which Node.js has: PHP's curl sends an array as parts. */
async function partFields(text: string, type: string): Promise<readonly Field[]> {
  let parts: FormData;
  try {
    parts = await new Response(text, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new EgoiCallbackError('form', 'the parts of the form cannot be read');
  }
  return [...parts].map(([name, value]) => {
    if (typeof value === 'string') return [name, value];
    throw new EgoiCallbackError('form', 'the form of the callback has a file');
  });
}

function tooMany(): EgoiCallbackError {
  return new EgoiCallbackError(
    'form',
    `the form of the callback has more than ${maxFields} fields`,
  );
}
