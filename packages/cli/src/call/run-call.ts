import { Option } from 'commander';
import {
  EgoiApiError,
  EgoiInputError,
  findMethod,
  type MethodSpec,
  type WireObject,
} from '@egoi-client/core';
import { nearest, setMember } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';
import {
  addConnectionOptions,
  addJsonOption,
  type ConnectionOptions,
} from '../connection/connection-options.ts';
import { connect } from '../connection/connect.ts';
import { readDashes } from '../files/dash.ts';
import type { EgoiCommand } from '../options/egoi-command.ts';
import { UsageError } from '../options/usage-error.ts';
import { adviseOn } from '../output/further-advice.ts';
import { addResultOptions, chooseResultForm, type ResultOptions } from '../output/result-form.ts';
import { wrap } from '../output/table.ts';
import { refuseKeyAmong } from '../refuse-secrets.ts';
import type { Session } from '../session.ts';
import { addVerboseOption } from '../verbose.ts';
import { findKnownMethod } from './find-known-method.ts';
import { isOpenMethod, methodHelp } from './method-help.ts';
import { meantValues } from './meant-values.ts';
import { parametersOf, textReaderFor } from './method-parameters.ts';
import { parameterFiles } from './parameter-files.ts';
import { readWords, type TextReader } from './read-words.ts';
import { withoutKey } from './without-key.ts';

/** What stands before the method's name. */
export interface OuterCallOptions extends ConnectionOptions, ResultOptions {
  readonly unlisted?: boolean;
}

/**
 * Calls one method and prints its result.
 *
 * @param parent the command `call`, whose ways the method's own command inherits
 * @param words what stands behind the method's name
 */
export async function runCall(
  session: Session,
  parent: EgoiCommand,
  outer: OuterCallOptions,
  name: string,
  words: readonly string[],
): Promise<void> {
  if (name.startsWith('-')) throw new UsageError(parent, { kind: 'unknown option', flag: name });
  const spec = outer.unlisted === true ? findMethod(name) : findKnownMethod(name);
  const command = methodCommand(session, parent, name, spec);
  command.parse(words, { from: 'user' });
  const { options, flags } = splitOptions(command.opts(), spec);
  await chooseResultForm(session, { ...outer, ...options });
  await readDashes(session, command);
  const readText = textReaderFor(spec);
  const files = await parameterFiles(session, command.args);
  const params = withFlags(readWords(command.args, readText, files), flags, readText);
  refuseKeyAmong(params);
  noteUnknownNames(session, spec, params);
  const { client, apiKey, close } = await connect(session, { ...outer, ...options });
  try {
    const answer = await client.call(spec?.name ?? name, params, { signal: session.signal });
    const result = withoutKey(answer, apiKey);
    session.output.value(result);
  } catch (error) {
    if (isNumberWithoutPrefix(error, params)) adviseOn(error, numberAdvice);
    if (error instanceof EgoiInputError && spec !== undefined) {
      adviseOn(error, meantValues(spec, params, error));
    }
    throw error;
  } finally {
    await close();
  }
}

const numberAdvice = [
  'A telephone number is written with the prefix of its country: 351-912345678. Over API v3, --phone-prefix 351 adds it.',
];

function isNumberWithoutPrefix(error: unknown, params: WireObject): boolean {
  if (!(error instanceof EgoiApiError) || error.code !== 'SUBSCRIBER_FORMAT_ERROR') return false;
  return ['cellphone', 'telephone'].some((name) => {
    const number = params[name];
    return typeof number === 'string' && /^[\d\s]+$/.test(number);
  });
}

/** A command for one method: its parameters are options too. */
function methodCommand(
  { output }: Session,
  parent: EgoiCommand,
  name: string,
  spec: MethodSpec | undefined,
): EgoiCommand {
  const command = parent.createCommand(name).copyInheritedSettings(parent);
  command
    .usage('[parameter=value…] [options]')
    .argument('[parameters...]')
    .enablePositionalOptions();
  if (spec !== undefined) {
    command.helpInformation = () =>
      [
        `Usage: egoi call ${name} [parameter=value…] [options]`,
        methodHelp(spec, output),
        wrap(
          'Each parameter is an option too: --listID 1. JSON values: name:=[1,2]. From a file: name=@file; all from one of JSON: @file; - is the standard input.',
          output.width,
        ),
        'How to reach the service: egoi call --help\n',
      ].join('\n\n');
  }
  addJsonOption(addConnectionOptions(command, { timeout: '60 a try, 120 in all', retry: 0 }));
  command.refuseEmptyValues();
  command.calledAs = `${parent.path()} ${name}`;
  addVerboseOption(command);
  addResultOptions(command);
  const taken = new Set(command.options.map(({ long }) => long));
  for (const { name: parameter } of spec === undefined ? [] : parametersOf(spec)) {
    const flag = `--${parameter}`;
    if (parameter === 'extra_N' || taken.has(flag)) continue;
    command.addOption(new ParameterOption(parameter));
  }
  return command;
}

/** An option named as its parameter is; given several times it is a list. */
class ParameterOption extends Option {
  constructor(name: string) {
    super(`--${name} <value>`);
    this.argParser((value: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      value,
    ]);
  }

  override attributeName(): string {
    return `${parameterPrefix}${this.name()}`;
  }
}

const parameterPrefix = 'parameter:';

function isParameter([key]: readonly [string, unknown]): boolean {
  return key.startsWith(parameterPrefix);
}

function splitOptions(
  all: Readonly<Record<string, unknown>>,
  spec: MethodSpec | undefined,
): {
  readonly options: ConnectionOptions & ResultOptions;
  readonly flags: readonly (readonly [string, readonly string[]])[];
} {
  const entries = Object.entries(all);
  const flags = entries
    .filter((entry) => spec !== undefined && isParameter(entry))
    .map(([key, value]) => [key.slice(parameterPrefix.length), value as string[]] as const);
  return { options: Object.fromEntries(entries.filter((entry) => !isParameter(entry))), flags };
}

function withFlags(
  params: WireObject,
  flags: readonly (readonly [string, readonly string[]])[],
  readText: TextReader,
): WireObject {
  for (const [name, texts] of flags) {
    if (Object.hasOwn(params, name)) throw new CommandError(`'${name}' is given twice`);
    const [text = ''] = texts;
    setMember(params, name, texts.length === 1 ? readText(name, text) : [...texts]);
  }
  return params;
}

/** The catalogue is not the last word on what the service takes, so an unknown name is sent all the same. */
function noteUnknownNames(
  { output }: Session,
  spec: MethodSpec | undefined,
  params: WireObject,
): void {
  if (spec === undefined) return;
  const names = parametersOf(spec).map(({ name }) => name);
  for (const name of Object.keys(params)) {
    if (names.includes(name) || (/^extra_\d+$/.test(name) && names.includes('extra_N'))) continue;
    const meant = nearest(name, names);
    if (meant.length === 0 && isOpenMethod(spec)) continue;
    const hint = meant.length === 0 ? '' : ` Did you mean ${meant.join(', ')}?`;
    output.note(
      `egoi: note: ${spec.name} has no parameter '${name}' that we know of; it is sent as it is.${hint}`,
    );
  }
}
