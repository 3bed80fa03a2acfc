import type { MethodSpec } from '@egoi-client/core';
import type { Output } from '../output/output.ts';
import { wrap } from '../output/table.ts';
import { exampleCall } from './example-call.ts';
import { parametersOf } from './method-parameters.ts';
import { v3AsJson, v3Text } from './v3-words.ts';

const effects = {
  read: 'reads; it changes nothing and may be repeated',
  idempotent: 'writes; doing it twice leaves what doing it once leaves',
  write: 'writes; doing it twice may do it twice',
} as const;

/** A method as `egoi methods` and `egoi call <method> --help` show it. */
export function methodHelp(spec: MethodSpec, output: Output): string {
  const { name, summary, details = '', effect, aliases = [], notes = [], errors, paging } = spec;
  const facts = [
    `Effect    ${effects[effect]}`,
    ...(paging === undefined ? [] : ['Pages     start and limit choose one']),
    ...(aliases.length === 0 ? [] : [`Also      ${aliases.join(', ')}`]),
    `Known     parameters ${spec.evidence.params}, result ${spec.evidence.result}`,
  ];
  return [
    `${output.bold(name)}: ${summary}`,
    details === '' ? '' : wrap(details.replaceAll('`', ''), output.width, 0),
    facts.map((fact) => `  ${fact}`).join('\n'),
    parametersText(spec, output),
    v3Text(name, output),
    notes.length === 0
      ? ''
      : `${output.bold('Notes')}\n${notes.map((note) => wrap(note.replaceAll('`', ''), output.width, 2)).join('\n')}`,
    errors.length === 0
      ? ''
      : `${output.bold('Errors')}\n${wrap([...new Set(errors)].join(', '), output.width, 2)}\n  What to do: egoi errors <code>`,
    `${output.bold('Example')}\n  ${exampleCall(spec)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A method as JSON. */
export function methodAsJson(spec: MethodSpec): Record<string, unknown> {
  const {
    name,
    aliases = [],
    group,
    summary,
    details = '',
    effect,
    evidence,
    errors,
    notes = [],
  } = spec;
  return {
    name,
    aliases,
    group,
    summary,
    details,
    effect,
    evidence,
    parameters: parametersOf(spec),
    open: isOpenMethod(spec),
    paged: spec.paging !== undefined,
    errors: [...new Set(errors)],
    notes,
    v3: v3AsJson(name),
    example: exampleCall(spec),
  };
}

/** Tells whether no source knows all parameters of a method. */
export function isOpenMethod({ forms }: MethodSpec): boolean {
  return forms.some(({ params }) => params.isOpen === true);
}

function parametersText(spec: MethodSpec, output: Output): string {
  const rows = parametersOf(spec);
  const title = output.bold('Parameters');
  const open = isOpenMethod(spec)
    ? '\n  No source knows all of them: others are sent as they are.'
    : '';
  if (rows.length === 0) return `${title}\n  none${open}`;
  const lines = rows.map(({ name, type, isRequired, description }) => {
    const words = [type.replaceAll('`', ''), ...(isRequired ? ['required'] : [])].join('; ');
    return `  ${name}${isRequired ? '*' : ''}  ${output.faint(`(${words})`)}\n${wrap(description.replaceAll('`', ''), output.width, 6)}`;
  });
  return `${title}  (* required)\n${lines.join('\n')}${open}`;
}
