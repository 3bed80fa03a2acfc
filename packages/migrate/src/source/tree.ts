import type { SyntaxNode } from '@lezer/common';

/** The children of a node, in their order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The first child of one of these names. */
export function childOf(node: SyntaxNode, ...names: readonly string[]): SyntaxNode | undefined {
  return childrenOf(node).find((child) => names.includes(child.name));
}

/** Signs and keywords, which have no value of their own. */
export function isSign(node: SyntaxNode): boolean {
  return node.firstChild === null && /^[^A-Z]/.test(node.name) && node.name !== 'this';
}

/** Deeper trees than any program's are not followed. */
export const mostDepth = 600;
