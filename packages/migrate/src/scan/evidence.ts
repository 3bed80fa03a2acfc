import type { FunctionModel, SourceModel } from '../source/expression.ts';
import { isAddress, speaksOfEgoi, speaksOfV3 } from './knowledge.ts';
import type { Grounds } from './values.ts';
import { visit } from './visit.ts';

/** Why something is taken for a call of API v2. */
export type Reason =
  | 'address of the receiver'
  | 'wrapper class'
  | 'receiver named after E-goi'
  | 'client of the protocol'
  | 'class that passes calls on'
  | 'address in the call'
  | 'address in the function'
  | 'address in the file'
  | 'functionOptions'
  | 'API key among the parameters'
  | 'parameter listID'
  | 'parameters of the method'
  | 'a parameter of the method'
  | 'name that only E-goi has'
  | 'file that imports an E-goi client'
  | 'class or function named after E-goi'
  | 'receiver named like a client'
  | 'call in XML';

const weights: Readonly<Record<Reason, number>> = {
  'address of the receiver': 0.96,
  'wrapper class': 0.96,
  'receiver named after E-goi': 0.65,
  'client of the protocol': 0.3,
  'class that passes calls on': 0.9,
  'address in the call': 0.95,
  'address in the function': 0.8,
  'address in the file': 0.35,
  functionOptions: 0.75,
  'API key among the parameters': 0.5,
  'parameter listID': 0.45,
  'parameters of the method': 0.35,
  'a parameter of the method': 0.15,
  'name that only E-goi has': 0.2,
  'file that imports an E-goi client': 0.3,
  'class or function named after E-goi': 0.25,
  'receiver named like a client': 0.05,
  'call in XML': 0.4,
};

/** Reasons that a call itself gives, and not what is around it. */
const ofTheCall: ReadonlySet<Reason> = new Set<Reason>([
  'address of the receiver',
  'wrapper class',
  'receiver named after E-goi',
  'client of the protocol',
  'class that passes calls on',
  'address in the call',
  'functionOptions',
  'API key among the parameters',
  'parameter listID',
  'parameters of the method',
  'receiver named like a client',
  'call in XML',
]);

/** How sure it is, between 0 and 1: each reason leaves as much doubt as it is not sure itself. */
export function confidenceOf(reasons: Iterable<Reason>): number {
  let doubt = 1;
  let isOfTheCall = false;
  for (const reason of new Set(reasons)) {
    doubt *= 1 - weights[reason];
    isOfTheCall ||= ofTheCall.has(reason);
  }
  const sure = Math.round((1 - doubt) * 100) / 100;
  return isOfTheCall ? sure : Math.min(sure, 0.4);
}

/** From here on a finding is reported unless the caller wishes otherwise. */
export const leastConfidence = 0.5;

export function reasonOf(grounds: Exclude<Grounds, 'other service'>): Reason {
  switch (grounds) {
    case 'address':
      return 'address of the receiver';
    case 'wrapper':
      return 'wrapper class';
    case 'named':
      return 'receiver named after E-goi';
    default:
      return 'client of the protocol';
  }
}

/** Methods whose names other services hardly have. */
const onlyOurs =
  /^(addSubscriberBulk|subscriberData|getClientData|getUserData|checklogin|editApiCallback|getExtraFields|addExtraField|editExtraField|deleteExtraField|createCampaign(Email|SMS|FAX|Voice|Group)|editCampaign(Email|SMS|Group)|getFormsSubmissions|getSubscriberActivity|getHeaderFooterTemplates|generateAdvancedReport|getAdvancedReport|getOperationsQueue|getAutobots|startAutobot|createSegmentAdvanced|testEmailAddress|addCname|afiliado)$/;

/** What a source and a function say beside a call. */
export class Surroundings {
  readonly #ofFiles = new Map<SourceModel, Reason[]>();
  readonly #ofFunctions = new Map<FunctionModel, Reason[]>();

  /** Reasons of what is around a call of a method. */
  reasons(around: FunctionModel, method: string): Reason[] {
    const named = [around.name, around.owner ?? '', around.around?.name ?? ''];
    return [
      ...this.#fileReasons(around.source),
      ...(named.some((word) => speaksOfEgoi(word) && !speaksOfV3(word))
        ? (['class or function named after E-goi'] as const)
        : []),
      ...(onlyOurs.test(method) ? (['name that only E-goi has'] as const) : []),
    ];
  }

  /** Reasons of a call that is put together as a text or a form. */
  ofForm(around: FunctionModel): Reason[] {
    const known = this.#ofFunctions.get(around);
    if (known !== undefined) return known;
    const reasons = new Set<Reason>();
    for (const statement of around.body) {
      visit(statement, (part) => {
        if (part.kind !== 'text') return;
        if (isAddress(part.text)) reasons.add('address in the function');
        if (/functionOptions/.test(part.text)) reasons.add('functionOptions');
      });
    }
    const found = [...reasons];
    this.#ofFunctions.set(around, found);
    return found;
  }

  #fileReasons(source: SourceModel): Reason[] {
    const known = this.#ofFiles.get(source);
    if (known !== undefined) return known;
    const reasons: Reason[] = [];
    const hasAddress =
      source.functions.some(({ body }) => body.some(holdsAddress)) ||
      source.classes.some(({ fields }) =>
        fields.some(({ value }) => value !== undefined && holdsAddress(value)),
      );
    if (hasAddress) reasons.push('address in the file');
    const imported = [...source.imports.values(), ...source.modules];
    if (imported.some((path) => speaksOfEgoi(path) && !speaksOfV3(path))) {
      reasons.push('file that imports an E-goi client');
    }
    this.#ofFiles.set(source, reasons);
    return reasons;
  }
}

function holdsAddress(expression: Parameters<typeof visit>[0]): boolean {
  let holds = false;
  visit(expression, (part) => {
    if (part.kind !== 'text') return;
    holds ||= isAddress(part.text);
  });
  return holds;
}

/** Reasons that the keys of what is passed give. */
export function reasonsOfKeys(keys: ReadonlySet<string>, parameters: readonly string[]): Reason[] {
  const reasons: Reason[] = [];
  if (keys.has('functionOptions')) reasons.push('functionOptions');
  if (keys.has('apikey')) reasons.push('API key among the parameters');
  if (keys.has('listID')) reasons.push('parameter listID');
  const others = parameters.filter((named) => named !== 'listID' && !named.includes('['));
  if (others.length > 1) reasons.push('parameters of the method');
  else if (others.length === 1) reasons.push('a parameter of the method');
  return reasons;
}
