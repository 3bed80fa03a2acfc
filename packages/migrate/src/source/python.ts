import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import {
  type Argument,
  type Entry,
  type Expression,
  type ParameterModel,
  self,
  type SourceModel,
} from './expression.ts';
import { anyOf, call, member, name, text, unescaped } from './source-builder.ts';
import { childOf, childrenOf, isSign } from './tree.ts';
import { type NodeReaders, readTree, type TreeReader } from './tree-reader.ts';

/** Reads a Python source. */
export function readPython(path: string, source: string): SourceModel {
  return readTree(path, source, parser.parse(source), readers);
}

const nothing = (node: SyntaxNode): Expression => anyOf([], node.from);

function parametersOf(node: SyntaxNode, reader: TreeReader): ParameterModel[] {
  const list = childOf(node, 'ParamList');
  if (list === undefined) return [];
  const parameters: ParameterModel[] = [];
  for (const child of childrenOf(list)) {
    if (child.name !== 'VariableName' || child.prevSibling?.name === 'AssignOp') continue;
    const named = reader.textOf(child);
    const type = child.nextSibling?.name === 'TypeDef' ? child.nextSibling.lastChild : undefined;
    const sign = type === undefined ? child.nextSibling : child.nextSibling?.nextSibling;
    const value = sign?.name === 'AssignOp' ? sign.nextSibling : null;
    parameters.push({
      name: named === 'self' || named === 'cls' ? self : named,
      ...(type === undefined || type === null ? {} : { type: reader.textOf(type) }),
      ...(value === null ? {} : { value: reader.read(value) }),
    });
  }
  return parameters;
}

function argumentsOf(node: SyntaxNode | undefined, reader: TreeReader): Argument[] {
  if (node === undefined) return [];
  const args: Argument[] = [];
  const children = childrenOf(node);
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    const value = children[index + 2];
    if (child === undefined || isSign(child)) continue;
    if (children[index + 1]?.name === 'AssignOp' && value !== undefined) {
      args.push({ name: reader.textOf(child), value: reader.read(value) });
      index += 2;
    } else {
      args.push({ value: reader.read(child) });
    }
  }
  return args;
}

function stringText(node: SyntaxNode, reader: TreeReader): Expression {
  const words = reader.textOf(node);
  const [, prefix = '', quote = '"'] = /^([a-zA-Z]*)("""|'''|"|')/.exec(words) ?? [];
  const inside = words.slice(prefix.length + quote.length, -quote.length);
  return text(/r/i.test(prefix) ? inside : unescaped(inside), node.from);
}

function readAssignment(node: SyntaxNode, reader: TreeReader): Expression {
  const children = childrenOf(node);
  const sign = children.findLastIndex((child) => child.name === 'AssignOp');
  if (sign === -1) return reader.readParts(node);
  const value = anyOf(
    children
      .slice(sign + 1)
      .filter((child) => !isSign(child))
      .map((child) => reader.read(child)),
    node.from,
  );
  const targets = children
    .slice(0, sign)
    .filter((child) => !isSign(child) && child.name !== 'AssignOp' && child.name !== 'TypeDef');
  const { builder } = reader;
  const isField = builder.class !== undefined && builder.function.owner !== builder.class.name;
  return anyOf(
    targets.map((target): Expression => {
      if (isField) builder.addField(reader.textOf(target), undefined, value);
      return { kind: 'assignment', target: reader.read(target), value, at: node.from };
    }),
    node.from,
  );
}

function readImport(node: SyntaxNode, reader: TreeReader): Expression {
  const { imports, modules } = reader.builder.source;
  const words = reader.textOf(node).replace(/[()\\\n]/g, ' ');
  const [, from, names = ''] = /^(?:from\s+([\w.]+)\s+)?import\s+(.*)$/s.exec(words) ?? [];
  for (const clause of names.split(',')) {
    const [full = '', local] = clause.trim().split(/\s+as\s+/);
    if (full === '') continue;
    const path = from === undefined ? full : `${from.replace(/^\.+/, '')}.${full}`;
    modules.push(path);
    if (local !== undefined || from !== undefined)
      imports.set(local ?? full, path.replace(/^\./, ''));
  }
  return nothing(node);
}

const readers: NodeReaders = {
  String: stringText,
  ContinuedString: (node, reader) => ({
    kind: 'joined',
    parts: childrenOf(node).map((child) => reader.read(child)),
    at: node.from,
  }),
  FormatString: (node, reader) => {
    const [start = '"'] = /^[a-zA-Z]*("""|'''|"|')/.exec(reader.textOf(node)) ?? [];
    const quotes = /["']+$/.exec(start)?.[0].length ?? 1;
    return reader.readPieces(node, start.length, quotes, unescaped);
  },
  FormatReplacement: (node, reader) => {
    const inner = childrenOf(node).find((child) => !isSign(child));
    return inner === undefined ? undefined : reader.read(inner);
  },
  VariableName: (node, reader) => {
    const named = reader.textOf(node);
    return name(named === 'self' || named === 'cls' ? self : named, node.from);
  },
  MemberExpression: (node, reader) => {
    const [object, last] = [node.firstChild, node.lastChild];
    if (object === null || last === null) return undefined;
    if (last.name !== ']') return member(reader.read(object), text(reader.textOf(last), last.from));
    const key = last.prevSibling;
    return key === null ? undefined : member(reader.read(object), reader.read(key));
  },
  CallExpression: (node, reader) => {
    const callee = node.firstChild;
    if (callee === null) return undefined;
    const args = argumentsOf(childOf(node, 'ArgList'), reader);
    const [object, attribute] = args;
    if (reader.textOf(callee) === 'getattr' && object !== undefined && attribute !== undefined) {
      return member(object.value, attribute.value);
    }
    return call(reader.read(callee), args);
  },
  DictionaryExpression: (node, reader) => {
    const entries: Entry[] = [];
    const children = childrenOf(node).filter(({ name: sign }) => !['{', '}', ','].includes(sign));
    for (let index = 0; index < children.length; index += 1) {
      const [key, sign, value] = children.slice(index, index + 3);
      if (key === undefined) break;
      if (sign?.name === ':' && value !== undefined) {
        entries.push({ key: reader.read(key), value: reader.read(value) });
        index += 2;
      } else if (!isSign(key)) {
        entries.push({ value: reader.read(key) });
      }
    }
    return { kind: 'entries', entries, at: node.from };
  },
  ArrayExpression: readList,
  TupleExpression: readList,
  BinaryExpression: (node, reader) => {
    const sign = childOf(node, 'ArithOp');
    if (sign === undefined || !['+', '%'].includes(reader.textOf(sign))) return undefined;
    const parts = childrenOf(node)
      .filter((child) => child.name !== 'ArithOp')
      .map((child) => reader.read(child));
    return { kind: 'joined', parts, at: node.from };
  },
  AssignStatement: readAssignment,
  UpdateStatement: readAssignment,
  WithStatement: (node, reader) => {
    const children = childrenOf(node);
    const parts = children.map((child, index): Expression => {
      const value = children[index - 2];
      if (children[index - 1]?.name !== 'as' || value === undefined) {
        return isSign(child) ? nothing(child) : reader.read(child);
      }
      return {
        kind: 'assignment',
        target: reader.read(child),
        value: reader.read(value),
        at: child.from,
      };
    });
    return anyOf(parts, node.from);
  },
  FunctionDefinition: (node, reader) => {
    const { builder } = reader;
    const isMethod = builder.class !== undefined && builder.function.owner !== builder.class.name;
    const named = reader.textOf(childOf(node, 'VariableName'));
    return reader.readFunction(named, parametersOf(node, reader), childOf(node, 'Body'), {
      isMethod,
    });
  },
  LambdaExpression: (node, reader) =>
    reader.readFunction('', parametersOf(node, reader), node.lastChild ?? undefined, {
      isValue: true,
    }),
  ReturnStatement: (node, reader) => {
    reader.builder.addReturned(reader.readParts(node));
    return nothing(node);
  },
  ClassDefinition: (node, reader) => {
    const bases = childOf(node, 'ArgList');
    const names = bases === undefined ? '' : reader.textOf(bases).slice(1, -1);
    const listed = names
      .split(',')
      .map((base) => base.trim())
      .filter((base) => base !== '');
    reader.builder.inClass(reader.textOf(childOf(node, 'VariableName')), listed, () => {
      const body = childOf(node, 'Body');
      if (body !== undefined) reader.builder.add(reader.readParts(body));
    });
    return nothing(node);
  },
  ImportStatement: readImport,
  TypeDef: nothing,
};

function readList(node: SyntaxNode, reader: TreeReader): Expression {
  const entries = childrenOf(node)
    .filter((child) => !isSign(child))
    .map((child) => ({ value: reader.read(child) }));
  return { kind: 'entries', entries, at: node.from };
}
