import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/java';
import {
  type Argument,
  type Expression,
  type ParameterModel,
  self,
  type SourceModel,
} from './expression.ts';
import { anyOf, call, member, name, text, unescaped } from './source-builder.ts';
import { childOf, childrenOf, isSign } from './tree.ts';
import { type NodeReaders, readTree, type TreeReader } from './tree-reader.ts';

/** Reads a Java source. */
export function readJava(path: string, source: string): SourceModel {
  return readTree(path, source, parser.parse(source), readers);
}

const typeNodes = ['TypeName', 'ScopedTypeName', 'GenericType', 'ArrayType', 'PrimitiveType'];
const nothing = (node: SyntaxNode): Expression => anyOf([], node.from);

function typeOf(node: SyntaxNode, reader: TreeReader): string | undefined {
  const type = childOf(node, ...typeNodes);
  return type === undefined ? undefined : reader.textOf(type).replace(/<.*$|\[.*$/s, '');
}

function parametersOf(node: SyntaxNode, reader: TreeReader): ParameterModel[] {
  const list = childOf(node, 'FormalParameters', 'InferredParameters');
  if (list === undefined) {
    const only = childOf(node, 'Definition');
    return node.name === 'LambdaExpression' && only !== undefined
      ? [{ name: reader.textOf(only) }]
      : [];
  }
  return childrenOf(list)
    .filter((child) => !isSign(child))
    .map((parameter) => {
      const defined =
        parameter.name === 'Definition'
          ? parameter
          : childOf(childOf(parameter, 'VariableDeclarator') ?? parameter, 'Definition');
      const type = typeOf(parameter, reader);
      return { name: reader.textOf(defined), ...(type === undefined ? {} : { type }) };
    });
}

function argumentsOf(node: SyntaxNode | undefined, reader: TreeReader): Argument[] {
  if (node === undefined) return [];
  return childrenOf(node)
    .filter((child) => !isSign(child))
    .map((child) => ({ value: reader.read(child) }));
}

function readMethod(node: SyntaxNode, reader: TreeReader): Expression {
  const body = childOf(node, 'Block', 'ConstructorBody');
  const named = reader.textOf(childOf(node, 'Definition'));
  return reader.readFunction(named, parametersOf(node, reader), body, { isMethod: true });
}

function readVariables(node: SyntaxNode, reader: TreeReader): Expression {
  const type = typeOf(node, reader);
  const parts = childrenOf(node)
    .filter((child) => child.name === 'VariableDeclarator')
    .map((declarator): Expression => {
      const defined = childOf(declarator, 'Definition');
      const value = childOf(declarator, 'AssignOp')?.nextSibling;
      const read = value === undefined || value === null ? undefined : reader.read(value);
      if (node.name === 'FieldDeclaration') {
        reader.builder.addField(reader.textOf(defined), type, read);
        return nothing(declarator);
      }
      return ofType(name(reader.textOf(defined), declarator.from), type, read);
    });
  return anyOf(parts, node.from);
}

/** A local variable has the values given to it, and those of its type. */
function ofType(
  target: Expression,
  type: string | undefined,
  value: Expression | undefined,
): Expression {
  const values: Expression[] = value === undefined ? [] : [value];
  if (type !== undefined && type !== 'var') {
    values.push({ kind: 'name', name: `(type) ${type}`, at: target.at });
  }
  return { kind: 'assignment', target, value: anyOf(values, target.at), at: target.at };
}

function readClass(node: SyntaxNode, reader: TreeReader): Expression {
  const above = childrenOf(node)
    .filter((child) => ['Superclass', 'SuperInterfaces', 'ExtendsInterfaces'].includes(child.name))
    .flatMap((child) =>
      reader
        .textOf(child)
        .replace(/^(extends|implements)\s+/, '')
        .split(','),
    )
    .map((base) => base.trim().replace(/<.*$/s, ''));
  reader.builder.inClass(reader.textOf(childOf(node, 'Definition')), above, () => {
    const body = childOf(node, 'ClassBody', 'InterfaceBody', 'EnumBody');
    if (body !== undefined) for (const part of childrenOf(body)) reader.read(part);
  });
  return nothing(node);
}

const readers: NodeReaders = {
  StringLiteral: (node, reader) => text(unescaped(reader.textOf(node).slice(1, -1)), node.from),
  TextBlock: (node, reader) => text(reader.textOf(node).slice(3, -3), node.from),
  Identifier: (node, reader) => name(reader.textOf(node), node.from),
  TypeName: (node, reader) => name(reader.textOf(node), node.from),
  this: (node) => name(self, node.from),
  FieldAccess: (node, reader) => {
    const [object, last] = [node.firstChild, node.lastChild];
    if (object === null || last === null) return undefined;
    const read = object.name === 'super' ? name(self, object.from) : reader.read(object);
    return member(read, text(reader.textOf(last), last.from));
  },
  ArrayAccess: (node, reader) => {
    const [object, key] = childrenOf(node).filter((child) => !isSign(child));
    if (object === undefined || key === undefined) return undefined;
    return member(reader.read(object), reader.read(key));
  },
  MethodInvocation: (node, reader) => {
    const named = childOf(node, 'MethodName');
    const object = node.firstChild;
    if (named === undefined || object === null) return undefined;
    const args = argumentsOf(childOf(node, 'ArgumentList'), reader);
    const words = reader.textOf(named);
    if (object.name === 'MethodName') return call(name(words, named.from), args);
    const read = object.name === 'super' ? name(self, object.from) : reader.read(object);
    return call(member(read, text(words, named.from)), args);
  },
  ObjectCreationExpression: (node, reader) => {
    const args = argumentsOf(childOf(node, 'ArgumentList'), reader);
    const body = childOf(node, 'ClassBody');
    const filled = body === undefined ? [] : [{ value: reader.readParts(body) }];
    const type = typeOf(node, reader) ?? '';
    return { kind: 'creation', type, args: [...args, ...filled], at: node.from };
  },
  ArrayInitializer: (node, reader) => ({
    kind: 'entries',
    entries: argumentsOf(node, reader).map(({ value }) => ({ value })),
    at: node.from,
  }),
  CastExpression: (node, reader) => {
    const type = typeOf(node, reader);
    const value = node.lastChild;
    const parts = value === null ? [] : [reader.read(value)];
    if (type !== undefined) parts.push(name(`(type) ${type}`, node.from));
    return anyOf(parts, node.from);
  },
  BinaryExpression: (node, reader) => {
    const sign = childOf(node, 'ArithOp');
    if (sign === undefined || reader.textOf(sign) !== '+') return undefined;
    const parts = childrenOf(node)
      .filter((child) => child.name !== 'ArithOp')
      .map((child) => reader.read(child));
    return { kind: 'joined', parts, at: node.from };
  },
  AssignmentExpression: (node, reader) => {
    const [target, value] = [node.firstChild, node.lastChild];
    if (target === null || value === null) return undefined;
    const read = { target: reader.read(target), value: reader.read(value) };
    return { kind: 'assignment', ...read, at: node.from };
  },
  LocalVariableDeclaration: readVariables,
  FieldDeclaration: readVariables,
  Resource: (node, reader) => {
    const value = childOf(node, 'AssignOp')?.nextSibling;
    return ofType(
      name(reader.textOf(childOf(node, 'Definition')), node.from),
      typeOf(node, reader),
      value === undefined || value === null ? undefined : reader.read(value),
    );
  },
  MethodDeclaration: readMethod,
  ConstructorDeclaration: readMethod,
  LambdaExpression: (node, reader) => {
    const body = node.lastChild ?? undefined;
    return reader.readFunction('', parametersOf(node, reader), body, {
      isValue: body?.name !== 'Block',
    });
  },
  ReturnStatement: (node, reader) => {
    reader.builder.addReturned(reader.readParts(node));
    return nothing(node);
  },
  ClassDeclaration: readClass,
  InterfaceDeclaration: readClass,
  EnumDeclaration: readClass,
  Annotation: nothing,
  ImportDeclaration: (node, reader) => {
    const path = reader.textOf(node).replace(/^import\s+(static\s+)?|[;\s]/g, '');
    const { imports, modules } = reader.builder.source;
    modules.push(path);
    if (!path.endsWith('*')) imports.set(path.slice(path.lastIndexOf('.') + 1), path);
    return nothing(node);
  },
  PackageDeclaration: nothing,
};
