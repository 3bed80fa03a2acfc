import type { SyntaxNode, Tree } from '@lezer/common';
import type { Expression, ParameterModel, SourceModel } from './expression.ts';
import { anyOf, SourceBuilder, text } from './source-builder.ts';
import { childrenOf, isSign, mostDepth } from './tree.ts';

/** Says what a node means; nothing where it means what its parts mean. */
type NodeReader = (node: SyntaxNode, reader: TreeReader) => Expression | undefined;

/** What each kind of node means, by its name in the grammar. */
export type NodeReaders = Readonly<Record<string, NodeReader>>;

/** Reads a source by the tree that its language's parser made of it. */
export function readTree(
  path: string,
  source: string,
  tree: Tree,
  readers: NodeReaders,
): SourceModel {
  const builder = new SourceBuilder(path, source);
  const reader = new TreeReader(builder, readers);
  for (const node of childrenOf(tree.topNode)) reader.readInto(node);
  return builder.source;
}

/** Walks the tree of a language's parser by what a table says of its nodes. */
export class TreeReader {
  readonly builder: SourceBuilder;
  readonly #readers: NodeReaders;
  readonly #source: string;
  #depth = 0;

  constructor(builder: SourceBuilder, readers: NodeReaders) {
    this.builder = builder;
    this.#readers = readers;
    this.#source = builder.source.text;
  }

  textOf(node: SyntaxNode | undefined): string {
    return node === undefined ? '' : this.#source.slice(node.from, node.to);
  }

  between(from: number, to: number): string {
    return this.#source.slice(from, to);
  }

  /** What a node says. */
  read(node: SyntaxNode): Expression {
    if (this.#depth > mostDepth) return anyOf([], node.from);
    this.#depth += 1;
    const reader = Object.hasOwn(this.#readers, node.name) ? this.#readers[node.name] : undefined;
    const read = reader?.(node, this) ?? this.readParts(node);
    this.#depth -= 1;
    return read;
  }

  /** What the parts of a node say, for one that means no more than they do. */
  readParts(node: SyntaxNode): Expression {
    const parts = childrenOf(node).filter((child) => !isSign(child));
    return anyOf(
      parts.map((part) => this.read(part)),
      node.from,
    );
  }

  /** Reads a body: its statements go to the function around. */
  readInto(node: SyntaxNode | undefined): void {
    if (node !== undefined) this.builder.add(this.read(node));
  }

  /** A literal with values put into it: the pieces of text, and what stands between them. */
  readPieces(
    node: SyntaxNode,
    open: number,
    close: number,
    plain: (piece: string) => string,
  ): Expression {
    const parts: Expression[] = [];
    let from = node.from + open;
    const end = Math.max(from, node.to - close);
    let piece = '';
    const flush = (at: number) => {
      if (piece !== '') parts.push(text(plain(piece), at));
      piece = '';
    };
    for (const child of childrenOf(node)) {
      if (child.name === 'EscapeSequence' || child.name === 'Escape' || isSign(child)) continue;
      if (child.from < from) continue;
      piece += this.between(from, child.from);
      flush(from);
      parts.push(this.read(child));
      from = child.to;
    }
    piece += this.between(from, end);
    flush(from);
    if (parts.length === 0) return text('', node.from);
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && only.kind === 'text') return only;
    return { kind: 'joined', parts, at: node.from };
  }

  /** Reads a function with its parameters and its body, which is one expression where it is no block. */
  readFunction(
    named: string,
    parameters: readonly ParameterModel[],
    body: SyntaxNode | undefined,
    { isMethod = false, isValue = false }: { isMethod?: boolean; isValue?: boolean } = {},
  ): Expression {
    const { builder } = this;
    const at = body?.from ?? 0;
    const declared = builder.inFunction(named, parameters, isMethod, () => {
      if (body === undefined) return;
      const read = this.read(body);
      if (isValue) builder.addReturned(read);
      else builder.add(read);
    });
    return { kind: 'function', declared, at };
  }
}
