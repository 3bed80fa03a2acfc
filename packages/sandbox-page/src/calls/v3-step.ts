import { findRoute, operations } from '@egoi-client/v3-api';

/** A request of API v3 among those that stand for one call. */
export interface V3Step {
  /** Its name; the path where it is none of the API's. */
  readonly operation: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** `''` where there is none. */
  readonly body: string;
  readonly status: number;
  /** What it takes from answers before it. */
  readonly needs: readonly Need[];
  /** What later ones may take from its answer. */
  readonly told: readonly Named[];
}

/** A value of a request that an earlier answer told. */
interface Need {
  readonly name: string;
  /** The number of that request, 1 for the first. */
  readonly step: number;
  /** Where in its answer. */
  readonly member: string;
}

interface Named {
  readonly name: string;
  readonly value: string;
  /** Where it stands. */
  readonly at: string;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** @param given the call's own parameters as JSON: what stands in them was not learnt */
export function v3StepOf(
  asked: Asked,
  answer: { readonly status: number; readonly body: string },
  before: readonly V3Step[],
  given: string,
): V3Step {
  const { method, path, body } = asked;
  const route = routeOf(asked);
  const wanted = [
    ...(route.kind === 'operation' ? namedInPath(operations[route.name].path, path) : []),
    ...namedIn(body),
  ];
  const needs = wanted.flatMap((one) => needOf(one, before, given) ?? []);
  const byName = new Map(needs.map((need) => [need.name, need]));
  const told = answer.status < 300 ? namedIn(answer.body) : [];
  return {
    operation: operationOf(asked),
    method,
    path,
    body,
    status: answer.status,
    needs: [...byName.values()],
    told,
  };
}

/** The name of what a request asks for; its path where it is none of the API's. */
export function operationOf(asked: Omit<Asked, 'body'>): string {
  const route = routeOf(asked);
  return route.kind === 'operation' ? route.name : asked.path;
}

function routeOf({ method, path }: Omit<Asked, 'body'>) {
  return findRoute(method, path.replace(/\?.*$/s, ''));
}

/** Texts as long as this are references, which nothing else equals by chance. */
const lengthOfReference = 8;

function needOf(
  { name, value }: Named,
  before: readonly V3Step[],
  given: string,
): Need | undefined {
  if (value === '' || given.includes(`"${value}"`) || given.includes(`:${value}`)) return undefined;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const found = before[at]?.told.find(
      (told) => told.value === value && (told.name === name || isReference(told)),
    );
    if (found !== undefined) return { name, step: at + 1, member: found.at };
  }
  return undefined;
}

function isReference({ name, value }: Named): boolean {
  return value.length >= lengthOfReference && /(?:_id|hash|^id)$/.test(name);
}

/** The parameters of a path. @param template with their names in braces */
function namedInPath(template: string, path: string): Named[] {
  const values = path.replace(/\?.*$/s, '').split('/');
  return template.split('/').flatMap((part, index) => {
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, value: values[index] ?? '', at: name }];
  });
}

/** Most values of a document that are looked at: a page of contacts has very many. */
const mostValues = 2000;

/** The values of a JSON document. */
function namedIn(text: string): Named[] {
  if (text === '') return [];
  const found: Named[] = [];
  const walk = (value: unknown, name: string, at: string) => {
    if (found.length >= mostValues) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => walk(item, name, `${at}[${index}]`));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        walk(member, key, at === '' ? key : `${at}.${key}`);
      }
    } else if (typeof value === 'string' || typeof value === 'number') {
      found.push({ name, value: String(value), at });
    }
  };
  walk(JSON.parse(text), '', '');
  return found;
}
