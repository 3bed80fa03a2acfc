import { redactedMark } from './secret.ts';

/** Names of what nobody but its owner may read, also within longer ones: `smtp_password`. */
const secretName = String.raw`(?:(?:api|plugin)[ _-]?key|pass(?:word|wd|phrase)|\bpwd|senha|secret|token)[\w-]{0,16}`;

const wholeName = new RegExp(`${secretName}$`, 'i');

/** Tells whether a parameter, a member or a field of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return wholeName.test(name);
}

const secretHeaders = /^(?:(?:proxy-)?authorization|(?:set-)?cookie2?)$/i;

/** Tells whether a header is not to be shown. */
export function isSecretHeader(name: string): boolean {
  return secretHeaders.test(name) || isSecretName(name);
}

/** What every key of the service looks like: a live one may be sent anywhere by mistake. */
const anyKey = /(?<![\da-z])[\da-f]{40}(?![\da-z])/gi;

/** A login in an address: `https://user:password@host`. */
const login = /(:\/\/)[^\s/?#"'<>@]+(?=@)/g;

const quoted = String.raw`(\\*)"\s{0,8}:\s{0,8}`;
const opening = String.raw`(?:[\w-]{1,40}:)?[\w.-]{0,40}`;
const attributes = String.raw`(?:\s[^<>]{0,400})?(?<!\/)>`;
const cdata = String.raw`(?:<!\[CDATA\[)?`;
const cdataOrText = String.raw`(?:(?<=CDATA\[)(?:(?!\]\]>)[^])+|[^<]+)`;

/** A name and what parts it from its value, each in a form that bodies have; then the value. */
const namedValues: readonly RegExp[] = [
  // JSON, and JSON within a text of JSON: the quote at the end is written as the others are.
  new RegExp(String.raw`(${secretName}${quoted}\2")(?:(?!(?<!\\)\2")[^])+`, 'gi'),
  new RegExp(String.raw`(${secretName}\\*"\s{0,8}:\s{0,8})\d[\d.]*`, 'gi'),
  // A form, or the query of an address.
  new RegExp(
    String.raw`(${secretName}(?:\]|%(?:25)*5D)?(?:=|%(?:25)*3D))(?:(?!%(?:25)*26)[^&\s"<>])+`,
    'gi',
  ),
  // A part of a form.
  new RegExp(
    String.raw`(name="[^"\r\n]{0,80}${secretName}\]?"(?:\r?\n[^\r\n]{1,200}){0,4}\r?\n\r?\n)[^\r\n]+`,
    'gi',
  ),
  // An element.
  new RegExp(String.raw`(<${opening}${secretName}${attributes}${cdata})${cdataOrText}`, 'gi'),
  // A member of a map or a struct.
  new RegExp(
    String.raw`(${secretName}\s{0,8}<\/(?:[\w-]{1,40}:)?(?:key|name)>\s{0,8}(?:<[a-z][^<>]{0,400}>\s{0,8}){1,4}${cdata})${cdataOrText}`,
    'gi',
  ),
  // An element within the text of another.
  new RegExp(
    String.raw`(${secretName}(?:\s(?:(?!&lt;|&gt;)[^<>]){0,400})?&(?:amp;)*gt;)(?:(?!&(?:amp;)*lt;)[^<])+`,
    'gi',
  ),
];

/**
 * A text without the secrets that it names, whoever they belong to: what stands behind `apikey`, `password`
 * and their like in JSON, XML and forms, whatever looks like a key of the service, and logins in addresses.
 */
export function withoutNamedSecrets(text: string): string {
  const unnamed = text.replace(anyKey, redactedMark).replace(login, `$1${redactedMark}`);
  return namedValues.reduce(
    (rest, pattern) => rest.replace(pattern, (_, before: string) => before + redactedMark),
    unnamed,
  );
}
