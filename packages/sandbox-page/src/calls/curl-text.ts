/** What stands for the key in everything that is to be copied. */
export const keyName = 'YOUR_API_KEY';

/** A text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A request for a shell. */
export function curlOf({
  method,
  url,
  headers,
  body,
}: {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** `''` where there is none. */
  readonly body: string;
}): string {
  return [
    `curl ${method === 'GET' ? '' : `--request ${method} `}${quoted(url)}`,
    ...headers.map(([name, value]) => `  --header ${quoted(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`  --data-binary ${quoted(body)}`]),
  ].join(' \\\n');
}
