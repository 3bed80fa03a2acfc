import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import {
  type Argument,
  type Entry,
  type Expression,
  self,
  type SourceModel,
} from './expression.ts';
import { readClass, readDeclaration, readField, readFunction } from './javascript-declarations.ts';
import { moduleOf, readExport, readImport } from './javascript-modules.ts';
import { anyOf, call, member, name, text, unescaped } from './source-builder.ts';
import { childOf, childrenOf, isSign } from './tree.ts';
import { type NodeReaders, readTree, type TreeReader } from './tree-reader.ts';

/** Reads a JavaScript or TypeScript source. */
export function readJavascript(path: string, source: string): SourceModel {
  // What looks like an element is a cast in a file of TypeScript.
  const dialect = /\.[cm]?ts$/.test(path) ? 'ts' : 'ts jsx';
  return readTree(path, source, parser.configure({ dialect }).parse(source), readers);
}

const nothing = (node: SyntaxNode): Expression => anyOf([], node.from);

function argumentsOf(node: SyntaxNode | undefined, reader: TreeReader): Argument[] {
  if (node === undefined) return [];
  return childrenOf(node)
    .filter((child) => !isSign(child) && child.name !== 'Spread')
    .map((child) => ({ value: reader.read(child) }));
}

function readEntries(node: SyntaxNode, reader: TreeReader): Expression {
  const entries: Entry[] = [];
  for (const child of childrenOf(node)) {
    if (isSign(child) || child.name === 'Spread') continue;
    if (child.name !== 'Property') {
      entries.push({ value: reader.read(child) });
      continue;
    }
    const [first] = childrenOf(child);
    if (first === undefined) continue;
    const block = childOf(child, 'ParamList');
    if (first.name === 'Spread') {
      const value = child.lastChild;
      if (value !== null) entries.push({ value: reader.read(value) });
    } else if (block !== undefined) {
      entries.push({ key: keyOf(child, reader), value: readFunction(child, reader) });
    } else {
      const hasValue = childOf(child, ':') !== undefined && child.lastChild !== null;
      const value =
        hasValue && child.lastChild !== null
          ? reader.read(child.lastChild)
          : name(reader.textOf(first), first.from);
      entries.push({ key: keyOf(child, reader), value });
    }
  }
  return { kind: 'entries', entries, at: node.from };
}

function keyOf(property: SyntaxNode, reader: TreeReader): Expression {
  const key = childrenOf(property).find((child) => !isSign(child));
  if (key === undefined) return nothing(property);
  return key.name === 'PropertyDefinition' ? text(reader.textOf(key), key.from) : reader.read(key);
}

const readers: NodeReaders = {
  String: (node, reader) => text(unescaped(reader.textOf(node).slice(1, -1)), node.from),
  TemplateString: (node, reader) => reader.readPieces(node, 1, 1, unescaped),
  Interpolation: (node, reader) => {
    const inner = childrenOf(node).find((child) => !child.name.startsWith('Interpolation'));
    return inner === undefined ? undefined : reader.read(inner);
  },
  VariableName: (node, reader) => name(reader.textOf(node), node.from),
  VariableDefinition: (node, reader) => name(reader.textOf(node), node.from),
  this: (node) => name(self, node.from),
  super: (node) => name(self, node.from),
  MemberExpression: (node, reader) => {
    const [object, last] = [node.firstChild, node.lastChild];
    if (object === null || last === null) return undefined;
    if (last.name !== ']') {
      return member(reader.read(object), text(reader.textOf(last).replace(/^#/, ''), last.from));
    }
    const key = last.prevSibling;
    return key === null ? undefined : member(reader.read(object), reader.read(key));
  },
  CallExpression: (node, reader) => {
    const callee = node.firstChild;
    if (callee === null) return undefined;
    return call(reader.read(callee), argumentsOf(childOf(node, 'ArgList'), reader));
  },
  NewExpression: (node, reader) => {
    const type = childrenOf(node).find((child) => !isSign(child));
    const args = argumentsOf(childOf(node, 'ArgList'), reader);
    return { kind: 'creation', type: reader.textOf(type), args, at: node.from };
  },
  ObjectExpression: readEntries,
  ArrayExpression: readEntries,
  BinaryExpression: (node, reader) => {
    const sign = childOf(node, 'ArithOp');
    if (sign === undefined || reader.textOf(sign) !== '+') return undefined;
    const parts = childrenOf(node)
      .filter((child) => child !== sign && child.name !== 'ArithOp')
      .map((child) => reader.read(child));
    return { kind: 'joined', parts, at: node.from };
  },
  AssignmentExpression: (node, reader) => {
    const [target, value] = [node.firstChild, node.lastChild];
    if (target === null || value === null) return undefined;
    const module = moduleOf(value, reader);
    const read = module === undefined ? reader.read(value) : name(`(module) ${module}`, value.from);
    return { kind: 'assignment', target: reader.read(target), value: read, at: node.from };
  },
  VariableDeclaration: readDeclaration,
  FunctionDeclaration: readFunction,
  FunctionExpression: readFunction,
  ArrowFunction: readFunction,
  MethodDeclaration: readFunction,
  ReturnStatement: (node, reader) => {
    reader.builder.addReturned(reader.readParts(node));
    return nothing(node);
  },
  ClassDeclaration: readClass,
  ClassExpression: readClass,
  PropertyDeclaration: readField,
  ImportDeclaration: readImport,
  ExportDeclaration: readExport,
  InterfaceDeclaration: nothing,
  TypeAliasDeclaration: nothing,
  TypeAnnotation: nothing,
};
