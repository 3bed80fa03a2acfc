import { type Expression, type FunctionModel, self } from '../source/expression.ts';
import { type Evaluation, pathOf } from './evaluate.ts';
import { type Reason, reasonOf } from './evidence.ts';
import { meaningOfType, speaksOfEgoi, speaksOfV3, type Wire } from './knowledge.ts';
import type { ClientValue, Value } from './values.ts';

const clientNames =
  /(^|[^a-z])(client|soap|api|service|rpc|proxy|server|port|stub|ws|wrapper)\w*$/i;

/** Why a receiver may be a client; `undefined` where it is known to be something else. */
export function reasonsOfReceiver(
  object: Expression,
  values: readonly Value[],
  around: FunctionModel,
  evaluation: Evaluation,
): Reason[] | undefined {
  const client = bestClient(values);
  if (client !== undefined)
    return client.grounds === 'other service' ? undefined : [reasonOf(client.grounds)];
  if (object.kind === 'name' && object.name === self) {
    const magic = isOfEgoi(values, evaluation);
    return magic ? ['receiver named after E-goi'] : undefined;
  }
  const path = pathOf(object) ?? '';
  if (
    speaksOfV3(path) ||
    values.some((value) => isKnown(value, evaluation) && !isOfEgoi([value], evaluation))
  ) {
    return undefined;
  }
  const [first = ''] = path.split('.');
  const imported = around.source.imports.get(first);
  if (
    imported !== undefined &&
    (speaksOfV3(imported) ||
      !(speaksOfEgoi(imported) || speaksOfEgoi(path) || imported.startsWith('.')))
  ) {
    return undefined;
  }
  if (speaksOfEgoi(path)) return ['receiver named after E-goi'];
  return clientNames.test(path) ? ['receiver named like a client'] : [];
}

function isOfEgoi(values: readonly Value[], { program }: Evaluation): boolean {
  return values.some(
    (value) =>
      (value.type === 'object' || value.type === 'class') &&
      program
        .classesNamed(value.full)
        .some((declared) =>
          program.foreignBases(declared).some((base) => meaningOfType(base) !== undefined),
        ),
  );
}

/** Something that is known to be no client: an object of another class, a map, a text. */
function isKnown(value: Value, { program }: Evaluation): boolean {
  if (value.type === 'object') return true;
  if (value.type === 'class')
    return program.classesNamed(value.full).length > 0 || /^[A-Z]/.test(value.full);
  return false;
}

/** The client of the best grounds among values. */
export function bestClient(values: readonly Value[]): ClientValue | undefined {
  const order = ['address', 'wrapper', 'named', 'generic', 'other service'];
  const clients = values.filter((value): value is ClientValue => value.type === 'client');
  const [best] = clients.toSorted((a, b) => order.indexOf(a.grounds) - order.indexOf(b.grounds));
  if (best?.grounds === 'generic' && clients.some(({ grounds }) => grounds === 'other service')) {
    return clients.find(({ grounds }) => grounds === 'other service');
  }
  return best;
}

/** The wire of the best client among values. */
export function wireOf(values: readonly Value[]): Wire | undefined {
  return bestClient(values)?.wire;
}
