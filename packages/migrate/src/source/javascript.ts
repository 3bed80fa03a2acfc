import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import {
  type Argument,
  type Entry,
  type Expression,
  type ParameterModel,
  self,
  type SourceModel,
} from './expression.ts';
import { anyOf, call, member, name, SourceBuilder, text, unescaped } from './source-builder.ts';
import { childOf, childrenOf, isSign } from './tree.ts';
import { type NodeReader, TreeReader } from './tree-reader.ts';

/** Reads a JavaScript or TypeScript source. */
export function readJavascript(path: string, source: string): SourceModel {
  const builder = new SourceBuilder(path, source);
  const reader = new TreeReader(builder, readers);
  // What looks like an element is a cast in a file of TypeScript.
  const dialect = /\.[cm]?ts$/.test(path) ? 'ts' : 'ts jsx';
  const tree = parser.configure({ dialect }).parse(source);
  for (const node of childrenOf(tree.topNode)) reader.readInto(node);
  return builder.source;
}

const nothing = (node: SyntaxNode): Expression => anyOf([], node.from);

function typeAfter(node: SyntaxNode | null, reader: TreeReader): string | undefined {
  if (node?.name !== 'TypeAnnotation') return undefined;
  return /[\w.]+/.exec(reader.textOf(node).slice(1))?.[0];
}

function parametersOf(node: SyntaxNode, reader: TreeReader): ParameterModel[] {
  const list = childOf(node, 'ParamList');
  if (list === undefined) return [];
  const parameters: ParameterModel[] = [];
  let isField = false;
  for (const child of childrenOf(list)) {
    if (child.name === 'Privacy' || child.name === 'readonly') isField = true;
    if (child.name === ',') isField = false;
    if (child.name === 'ObjectPattern' || child.name === 'ArrayPattern') {
      parameters.push({ name: '' });
    }
    if (child.name !== 'VariableDefinition') continue;
    const named = reader.textOf(child);
    const type = typeAfter(child.nextSibling, reader);
    let sign: SyntaxNode | null = child.nextSibling;
    if (sign?.name === 'TypeAnnotation') sign = sign.nextSibling;
    const value = sign?.name === 'Equals' ? sign.nextSibling : null;
    if (isField) reader.builder.addField(named, type, undefined);
    parameters.push({
      name: named,
      ...(type === undefined ? {} : { type }),
      ...(value === null ? {} : { value: reader.read(value) }),
    });
  }
  return parameters;
}

function argumentsOf(node: SyntaxNode | undefined, reader: TreeReader): Argument[] {
  if (node === undefined) return [];
  return childrenOf(node)
    .filter((child) => !isSign(child) && child.name !== 'Spread')
    .map((child) => ({ value: reader.read(child) }));
}

function readFunction(node: SyntaxNode, reader: TreeReader): Expression {
  const named = childOf(
    node,
    'VariableDefinition',
    'PropertyDefinition',
    'PrivatePropertyDefinition',
  );
  const parameters = parametersOf(node, reader);
  const body = childOf(node, 'Block') ?? (node.name === 'ArrowFunction' ? node.lastChild : null);
  return reader.readFunction(reader.textOf(named), parameters, body ?? undefined, {
    isMethod: node.name === 'MethodDeclaration',
    isValue: node.name === 'ArrowFunction' && body?.name !== 'Block',
  });
}

/** `const { a, b: c } = value`: each name is a member of the value. */
function takeApart(pattern: SyntaxNode, value: Expression, reader: TreeReader): void {
  for (const child of childrenOf(pattern)) {
    if (pattern.name === 'ArrayPattern') {
      if (child.name === 'VariableDefinition') assign(reader, child, value);
      continue;
    }
    if (child.name !== 'PatternProperty') continue;
    const local = childOf(child, 'VariableDefinition');
    const named = childOf(child, 'PropertyName') ?? local;
    if (local === undefined || named === undefined) continue;
    assign(reader, local, member(value, text(reader.textOf(named), named.from)));
  }
}

function assign(reader: TreeReader, target: SyntaxNode, value: Expression): void {
  const local = reader.textOf(target);
  reader.builder.add({
    kind: 'assignment',
    target: name(local, target.from),
    value,
    at: target.from,
  });
}

/** The module that a `require` or an `import()` takes, whatever the function is called. */
function moduleOf(node: SyntaxNode, reader: TreeReader): string | undefined {
  const words = reader.textOf(node);
  return /^(?:await\s+)?(?:[\w.]*[rR]equire\w*(?:\(.*\))?|import)\(\s*['"`]([^'"`]+)['"`]\s*\)(?:\.default)?$/s.exec(
    words,
  )?.[1];
}

function readDeclaration(node: SyntaxNode, reader: TreeReader): Expression {
  let target: SyntaxNode | undefined;
  let type: string | undefined;
  for (const child of childrenOf(node)) {
    if (['VariableDefinition', 'ObjectPattern', 'ArrayPattern'].includes(child.name)) {
      target = child;
      type = undefined;
      continue;
    }
    type ??= typeAfter(child, reader);
    if (isSign(child) || child.name === 'Equals' || child.name === 'TypeAnnotation') continue;
    if (target === undefined) continue;
    const module = moduleOf(child, reader);
    if (module !== undefined) importAs(target, module, reader);
    const value =
      module === undefined ? reader.read(child) : name(`(module) ${module}`, child.from);
    if (target.name === 'VariableDefinition') assign(reader, target, value);
    else takeApart(target, value, reader);
  }
  return nothing(node);
}

function importAs(target: SyntaxNode, module: string, { builder }: TreeReader): void {
  builder.source.modules.push(module);
  if (target.name === 'VariableDefinition') {
    builder.source.imports.set(builder.source.text.slice(target.from, target.to), module);
    return;
  }
  for (const child of childrenOf(target)) {
    const local = childOf(child, 'VariableDefinition');
    if (child.name !== 'PatternProperty' || local === undefined) continue;
    const named = childOf(child, 'PropertyName') ?? local;
    const words = (part: SyntaxNode) => builder.source.text.slice(part.from, part.to);
    builder.source.imports.set(words(local), `${module}.${words(named)}`);
  }
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

const readers: Readonly<Record<string, NodeReader>> = {
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
  PropertyDeclaration: (node, reader) => {
    const named = childOf(node, 'PropertyDefinition', 'PrivatePropertyDefinition');
    const type = typeAfter(childOf(node, 'TypeAnnotation') ?? null, reader);
    const value = childOf(node, 'Equals')?.nextSibling;
    reader.builder.addField(
      reader.textOf(named).replace(/^#/, ''),
      type,
      value === undefined || value === null ? undefined : reader.read(value),
    );
    return nothing(node);
  },
  ImportDeclaration: (node, reader) => {
    const module = reader.textOf(childOf(node, 'String')).slice(1, -1);
    const { imports, modules } = reader.builder.source;
    modules.push(module);
    const group = childOf(node, 'ImportGroup');
    const whole = childOf(node, 'VariableDefinition');
    if (whole !== undefined) imports.set(reader.textOf(whole), module);
    for (const clause of reader
      .textOf(group)
      .replace(/^\{|\}$/g, '')
      .split(',')) {
      const [named = '', local] = clause
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+as\s+/);
      if (named !== '') imports.set(local ?? named, `${module}.${named}`);
    }
    return nothing(node);
  },
  ExportDeclaration: (node, reader) => {
    const value = node.lastChild?.name === ';' ? node.lastChild.prevSibling : node.lastChild;
    if (childOf(node, 'default') === undefined || value === null || value === undefined)
      return undefined;
    const target = member(name('module', node.from), text('exports', node.from));
    return { kind: 'assignment', target, value: reader.read(value), at: node.from };
  },
  InterfaceDeclaration: nothing,
  TypeAliasDeclaration: nothing,
  TypeAnnotation: nothing,
};

function readClass(node: SyntaxNode, reader: TreeReader): Expression {
  const children = childrenOf(node);
  const base = children.findIndex((child) => child.name === 'extends');
  const bases = base === -1 ? [] : [reader.textOf(children[base + 1])];
  const named = reader.textOf(childOf(node, 'VariableDefinition'));
  reader.builder.inClass(named, bases, () => {
    const body = childOf(node, 'ClassBody');
    if (body !== undefined) for (const part of childrenOf(body)) reader.read(part);
  });
  return name(named, node.from);
}
