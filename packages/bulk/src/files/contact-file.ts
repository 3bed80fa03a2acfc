import type { OptionSpelling } from '../option-spelling.ts';

/** A file of contacts, or a stream, and how it is to be read. */
export interface ContactFile {
  /** What messages call it. */
  readonly path: string;
  /** Opens it; what a stream has given is gone. */
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly delimiter?: string | undefined;
  readonly encoding: string;
  readonly columns: { readonly [name: string]: string | null };
  readonly unknownColumns: 'refuse' | 'drop' | 'keep';
  readonly unescapeFormulas: boolean;
  readonly maxRowBytes: number;
  readonly spelling: OptionSpelling;
}
