import type { SyntaxNode } from '@lezer/common';
import type { Expression, ParameterModel } from './expression.ts';
import { importAs, moduleOf } from './javascript-modules.ts';
import { anyOf, member, name, text } from './source-builder.ts';
import { childOf, childrenOf, isSign } from './tree.ts';
import type { TreeReader } from './tree-reader.ts';

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

/** A function, a method or an arrow. */
export function readFunction(node: SyntaxNode, reader: TreeReader): Expression {
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

/** `const a = value, { b } = value`. */
export function readDeclaration(node: SyntaxNode, reader: TreeReader): Expression {
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
  return anyOf([], node.from);
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

/** A class with its members. */
export function readClass(node: SyntaxNode, reader: TreeReader): Expression {
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

/** A field of a class. */
export function readField(node: SyntaxNode, reader: TreeReader): Expression {
  const named = childOf(node, 'PropertyDefinition', 'PrivatePropertyDefinition');
  const type = typeAfter(childOf(node, 'TypeAnnotation') ?? null, reader);
  const value = childOf(node, 'Equals')?.nextSibling;
  reader.builder.addField(
    reader.textOf(named).replace(/^#/, ''),
    type,
    value === undefined || value === null ? undefined : reader.read(value),
  );
  return anyOf([], node.from);
}
