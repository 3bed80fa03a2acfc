/** What a request asks for. */
interface RequestTarget {
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Takes the target of a request line apart, nothing of it decoded. */
export function targetOf(url: string): RequestTarget {
  // The absolute form is how clients ask through a proxy; RFC 9112 wants it understood everywhere.
  const target = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = target.indexOf('?');
  if (mark === -1) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
