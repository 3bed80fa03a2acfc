import type { SyntaxNode } from '@lezer/common';
import type { Expression } from './expression.ts';
import { anyOf, member, name, text } from './source-builder.ts';
import { childOf, childrenOf } from './tree.ts';
import type { TreeReader } from './tree-reader.ts';

/** The module that a `require` or an `import()` takes, whatever the function is called. */
export function moduleOf(node: SyntaxNode, reader: TreeReader): string | undefined {
  const words = reader.textOf(node);
  return /^(?:await\s+)?(?:[\w.]*[rR]equire\w*(?:\(.*\))?|import)\(\s*['"`]([^'"`]+)['"`]\s*\)(?:\.default)?$/s.exec(
    words,
  )?.[1];
}

/** Gives what a module is taken as, or taken apart into, its full names. */
export function importAs(target: SyntaxNode, module: string, { builder }: TreeReader): void {
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

/** An import of a module as a whole, of some of its names, or of both. */
export function readImport(node: SyntaxNode, reader: TreeReader): Expression {
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
  return anyOf([], node.from);
}

/** `export default value`: what the module exports as a whole. */
export function readExport(node: SyntaxNode, reader: TreeReader): Expression | undefined {
  const value = node.lastChild?.name === ';' ? node.lastChild.prevSibling : node.lastChild;
  if (childOf(node, 'default') === undefined || value === null || value === undefined)
    return undefined;
  const target = member(name('module', node.from), text('exports', node.from));
  return { kind: 'assignment', target, value: reader.read(value), at: node.from };
}
