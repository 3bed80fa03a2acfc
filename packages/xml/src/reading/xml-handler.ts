/** A name with its prefix resolved. */
export interface XmlName {
  /** Namespace, `''` where there is none. */
  readonly uri: string;
  readonly local: string;
}

/** The attributes of an element that has started. Elements of a document whose tags are written alike may share one object. */
export interface XmlAttributes {
  /** For what the handler makes of the attributes, so that it does so once; `undefined` at first. */
  memo: unknown;
  /**
   * Set by a handler that takes runs: `leaf` for an element of text that differs from place to place,
   * `label` for one whose text is a part of the markup, as the name of a member is.
   */
  role: 'leaf' | 'label' | undefined;
  readonly hasAttributes: boolean;
  /** The value of an attribute; `uri` is `''` for names without a prefix. */
  get(uri: string, local: string): string | undefined;
  /** Resolves a qualified name in a value, such as that of `xsi:type`. An unknown prefix gives `uri: ''`. */
  resolve(qualifiedName: string): XmlName;
}

/** One event of a run. */
export type XmlEvent =
  | { readonly kind: 'start'; readonly name: XmlName; readonly attributes: XmlAttributes }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end'; readonly name: XmlName };

/** All that stands between the texts of two leaves, from an end tag to a start tag. Runs of a document that are written alike are one object. */
export interface XmlRun {
  readonly events: readonly XmlEvent[];
  /** For what the handler makes of the events, so that it does so once; `undefined` at first. */
  memo: unknown;
}

/** What a document consists of, in order. Text may come in several pieces. */
export interface XmlHandler {
  start(name: XmlName, attributes: XmlAttributes): void;
  text(text: string): void;
  end(name: XmlName): void;
  /** A processing instruction, which may be passed over. */
  instruction?(): void;
  /** Takes a run that has come before at once; without this its events come one by one. */
  run?(run: XmlRun): void;
}
