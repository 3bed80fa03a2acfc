/** A name with its prefix resolved. */
export interface XmlName {
  /** Namespace, `''` where there is none. */
  readonly uri: string;
  readonly local: string;
}

/** The attributes of an element that has started. Elements whose tags are written alike share one object. */
export interface XmlAttributes {
  /** For what the handler makes of the attributes, so that it does so once; `undefined` at first. */
  meaning: unknown;
  /** The value of an attribute; `uri` is `''` for names without a prefix. */
  get(uri: string, local: string): string | undefined;
  /** Resolves a qualified name in a value, such as that of `xsi:type`. An unknown prefix gives `uri: ''`. */
  resolve(qualifiedName: string): XmlName;
}

/** What a document consists of, in order. Text may come in several pieces. */
export interface XmlHandler {
  start(name: XmlName, attributes: XmlAttributes): void;
  text(text: string): void;
  end(name: XmlName): void;
  /** A processing instruction, which may be passed over. */
  instruction?(): void;
}
