import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/php';
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

/** Reads a PHP source. */
export function readPhp(path: string, source: string): SourceModel {
  return readTree(path, source, parser.parse(source), readers);
}

const typeNodes = ['NamedType', 'OptionalType', 'UnionType'];
const nameNodes = ['Name', 'QualifiedName'];

const dotted = (words: string): string => words.replace(/^\?|^\\/, '').replaceAll('\\', '.');

function typeOf(node: SyntaxNode, reader: TreeReader): string | undefined {
  const type = childOf(node, ...typeNodes);
  return type === undefined ? undefined : dotted(reader.textOf(type).replace(/^\?/, ''));
}

function parametersOf(node: SyntaxNode, reader: TreeReader): ParameterModel[] {
  const list = childOf(node, 'ParamList');
  if (list === undefined) return [];
  return childrenOf(list)
    .filter((child) => child.name.endsWith('Parameter'))
    .map((parameter) => {
      const named = reader.textOf(childOf(parameter, 'VariableName'));
      const type = typeOf(parameter, reader);
      const value = valueAfterSign(parameter, reader);
      if (parameter.name === 'PropertyParameter') {
        reader.builder.addField(named.slice(1), type, undefined);
      }
      return {
        name: named,
        ...(type === undefined ? {} : { type }),
        ...(value === undefined ? {} : { value }),
      };
    });
}

function valueAfterSign(node: SyntaxNode, reader: TreeReader): Expression | undefined {
  const sign = childOf(node, 'AssignOp');
  const value = sign?.nextSibling;
  return value === undefined || value === null ? undefined : reader.read(value);
}

function argumentsOf(node: SyntaxNode | undefined, reader: TreeReader): Argument[] {
  if (node === undefined) return [];
  return childrenOf(node)
    .filter((child) => !isSign(child))
    .map((child) => {
      if (child.name !== 'NamedArgument') return { value: reader.read(child) };
      const value = child.lastChild;
      return {
        name: reader.textOf(childOf(child, 'Name')),
        value: value === null ? anyOf([], child.from) : reader.read(value),
      };
    });
}

function memberName(node: SyntaxNode | null, reader: TreeReader): Expression {
  if (node === null) return anyOf([], 0);
  if (node.name === 'ClassMemberName') {
    const inner = node.firstChild;
    if (inner?.name === 'VariableName') return text(reader.textOf(inner).slice(1), inner.from);
    return inner === null ? text(reader.textOf(node), node.from) : memberName(inner, reader);
  }
  return node.name === 'Name' ? text(reader.textOf(node), node.from) : reader.read(node);
}

function lastValue(node: SyntaxNode): SyntaxNode | null {
  let last = node.lastChild;
  while (last !== null && isSign(last)) last = last.prevSibling;
  return last;
}

function readMethod(node: SyntaxNode, reader: TreeReader): Expression {
  const parameters = parametersOf(node, reader);
  const named = reader.textOf(childOf(node, 'Name'));
  return reader.readFunction(named, parameters, childOf(node, 'Block'), {
    isMethod: node.name === 'MethodDeclaration',
  });
}

const nothing = (node: SyntaxNode): Expression => anyOf([], node.from);

const readers: NodeReaders = {
  String: (node, reader) => {
    const isDouble = reader.textOf(node).endsWith('"');
    const plain = isDouble ? unescaped : (piece: string) => piece.replace(/\\(['\\])/g, '$1');
    return reader.readPieces(node, 1, 1, plain);
  },
  HeredocString: (node, reader) => reader.readPieces(node, 3, 0, (piece) => piece),
  Interpolation: (node, reader) => reader.readParts(node),
  VariableName: (node, reader) => {
    const named = reader.textOf(node);
    return name(named === '$this' ? self : named, node.from);
  },
  Name: (node, reader) => {
    const named = reader.textOf(node);
    if (named === '__FUNCTION__' || named === '__METHOD__') {
      return text(reader.builder.function.name, node.from);
    }
    return name(/^(self|static|parent)$/.test(named) ? self : named, node.from);
  },
  QualifiedName: (node, reader) => name(dotted(reader.textOf(node)), node.from),
  MemberExpression: (node, reader) => {
    const object = node.firstChild;
    if (object === null) return undefined;
    return member(reader.read(object), memberName(lastValue(node), reader));
  },
  ScopedExpression: (node, reader) => {
    const object = node.firstChild;
    if (object === null) return undefined;
    return member(reader.read(object), memberName(node.lastChild, reader));
  },
  SubscriptExpression: (node, reader) => {
    const object = node.firstChild;
    const key = lastValue(node);
    if (object === null) return undefined;
    if (key === null || key.from === object.from) return reader.read(object);
    return member(reader.read(object), reader.read(key));
  },
  CallExpression: (node, reader) => {
    const callee = node.firstChild;
    if (callee === null) return undefined;
    const args = argumentsOf(childOf(node, 'ArgList'), reader);
    const [target, ...passed] = args;
    const called = reader.textOf(callee).replace(/^\\/, '');
    if (/^call_user_func(_array)?$/.test(called) && target !== undefined) {
      return callOfCallable(target.value, passed);
    }
    return call(reader.read(callee), args);
  },
  NewExpression: (node, reader) => {
    const type = childOf(node, ...nameNodes, 'VariableName');
    const args = argumentsOf(childOf(node, 'ArgList'), reader);
    return { kind: 'creation', type: dotted(reader.textOf(type)), args, at: node.from };
  },
  ArrayExpression: (node, reader) => {
    const list = childOf(node, 'ValueList') ?? node;
    const entries: Entry[] = childrenOf(list)
      .filter((child) => !isSign(child))
      .map((child) => {
        const [key, value] = [child.firstChild, child.lastChild];
        return child.name === 'Pair' && key !== null && value !== null
          ? { key: reader.read(key), value: reader.read(value) }
          : { value: reader.read(child) };
      });
    return { kind: 'entries', entries, at: node.from };
  },
  BinaryExpression: (node, reader) =>
    childOf(node, 'ConcatOp') === undefined
      ? undefined
      : {
          kind: 'joined',
          parts: childrenOf(node)
            .filter((child) => child.name !== 'ConcatOp')
            .map((child) => reader.read(child)),
          at: node.from,
        },
  AssignmentExpression: (node, reader) => {
    const target = node.firstChild;
    const value = node.lastChild;
    if (target === null || value === null) return undefined;
    const read = { target: reader.read(target), value: reader.read(value) };
    return { kind: 'assignment', ...read, at: node.from };
  },
  FunctionDefinition: readMethod,
  MethodDeclaration: readMethod,
  FunctionExpression: readMethod,
  ArrowFunction: (node, reader) =>
    reader.readFunction('', parametersOf(node, reader), node.lastChild ?? undefined, {
      isValue: true,
    }),
  ReturnStatement: (node, reader) => {
    reader.builder.addReturned(reader.readParts(node));
    return nothing(node);
  },
  ClassDeclaration: (node, reader) => {
    const base = childOf(node, 'BaseClause');
    const bases = base === undefined ? [] : [dotted(reader.textOf(childOf(base, ...nameNodes)))];
    reader.builder.inClass(reader.textOf(childOf(node, 'Name')), bases, () => {
      const body = childOf(node, 'DeclarationList');
      if (body !== undefined) for (const part of childrenOf(body)) reader.read(part);
    });
    return nothing(node);
  },
  PropertyDeclaration: (node, reader) => {
    const type = typeOf(node, reader);
    for (const child of childrenOf(node)) {
      if (child.name !== 'VariableDeclarator') continue;
      const named = reader.textOf(childOf(child, 'VariableName')).slice(1);
      reader.builder.addField(named, type, valueAfterSign(child, reader));
    }
    return nothing(node);
  },
  ConstDeclaration: (node, reader) => {
    for (const child of childrenOf(node)) {
      if (child.name !== 'VariableDeclarator') continue;
      const named = childOf(child, 'Name');
      const value = valueAfterSign(child, reader);
      if (named === undefined || value === undefined) continue;
      if (reader.builder.class !== undefined) {
        reader.builder.addField(reader.textOf(named), undefined, value);
        continue;
      }
      const target = name(reader.textOf(named), named.from);
      reader.builder.add({ kind: 'assignment', target, value, at: named.from });
    }
    return nothing(node);
  },
  NamespaceUseDeclaration: (node, reader) => {
    const words = reader.textOf(node).replace(/^use\s+|;$/g, '');
    for (const clause of words.split(',')) {
      const [full = '', alias] = clause.trim().split(/\s+as\s+/i);
      const path = dotted(full);
      reader.builder.source.imports.set(alias ?? path.slice(path.lastIndexOf('.') + 1), path);
    }
    return nothing(node);
  },
  RequireExpression: includeFile,
  IncludeExpression: includeFile,
};

function includeFile(node: SyntaxNode, reader: TreeReader): undefined {
  reader.builder.source.modules.push(reader.textOf(node));
}

/** `call_user_func([$client, 'method'], …)`. */
function callOfCallable(target: Expression, passed: readonly Argument[]): Expression {
  if (target.kind !== 'entries') {
    const callee = target.kind === 'text' ? name(target.text, target.at) : target;
    return call(callee, passed);
  }
  const [object, method] = target.entries;
  if (object === undefined || method === undefined) return target;
  return call(member(object.value, method.value), passed);
}
