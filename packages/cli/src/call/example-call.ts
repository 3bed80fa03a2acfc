import type { MethodSpec } from '@egoi-client/core';
import type { Schema } from '@egoi-client/core/wire';

/** Good values by the names of parameters; JSON ones begin with `:=`. */
const values: Readonly<Record<string, string>> = {
  autobot: '=1',
  callback_url: '=https://example.com/egoi',
  campaign: '=6512bd43d9caa6e02c990b0a82652dca',
  cellphone: '=351-912345678',
  channel: '=email',
  cname: '=mail.example.com',
  color: '=#ff8800',
  compareField: '=email',
  email: '=ana@example.com',
  first_name: '=Ana',
  formID: '=1',
  from: '=1',
  fromID: '=1',
  group: '=1',
  id: '=1',
  idioma_lista: '=pt',
  language: '=pt',
  limit: '=20',
  listID: '=1',
  message: '=Hello',
  name: '=News',
  nome: '=Newsletter',
  report: '=1',
  sender: '=news@example.com',
  start: '=0',
  subject: '=News',
  subscriber: '=ana@example.com',
  subscribers: ':=[{"email":"ana@example.com"},{"email":"rui@example.com"}]',
  tag: '=1',
  target: ':={"subscriber":"ana@example.com"}',
  template: '=1',
  type: '=subscriber',
};

/** Worth showing although a call does without. */
const telling: ReadonlySet<string> = new Set(['email', 'first_name', 'limit', 'start']);

/** A command line that calls a method with what it needs, and a little more. */
export function exampleCall({ name, forms }: MethodSpec): string {
  const general = forms.at(-1);
  const words = general === undefined ? [] : exampleWords(general.params);
  return ['egoi call', name, ...words.map(quoted)].join(' ');
}

/** The parameters of the example: `listID=1`. */
export function exampleWords({ shape = {} }: Schema): string[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const isShown = !schema.isOptional || telling.has(name);
    return isShown && value !== undefined ? [name + value] : [];
  });
}

function quoted(word: string): string {
  return /^[\w@:/.,=-]+$/.test(word) ? word : `'${word}'`;
}
