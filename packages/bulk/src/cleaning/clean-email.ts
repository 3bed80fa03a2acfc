import { type Cleaned, type Noise, withoutEdges, withoutUnseen, withoutWidth } from './noise.ts';

/** Names and quotes around an address included; an address alone has 254 at most (RFC 5321, 4.5.3.1.3). */
const maxCharacters = 1000;
/** What nearly all addresses are like, of which nothing need be looked for. */
const plain = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;
/** `"Ana" <mailto:ana@example.com>;` has four. */
const maxLayers = 8;

/** One thing that may stand around an address, and the address in it. */
interface Wrapping {
  readonly noise: Noise;
  readonly pattern: RegExp;
}

const wrappings: readonly Wrapping[] = [
  { noise: 'scheme', pattern: /^mailto:(.+)$/is },
  { noise: 'display name', pattern: /^[^<>]*<([^<>]+)>$/ },
  { noise: 'quote', pattern: /^"([^"]+)"$/ },
  { noise: 'quote', pattern: /^'([^']+)'$/ },
  { noise: 'quote', pattern: /^[“„”«‘‚’`]([^“„”«»‘‚’`´]+)[“”»‘’`´]$/ },
  // A spreadsheet's sign that a cell is text.
  { noise: 'apostrophe', pattern: /^'([^']+@[^']+)$/ },
  // What parts it from the next one of a list, and the dot of the root behind a domain.
  { noise: 'separator', pattern: /^[;,]*([^;,].*?)[;,.]+$/s },
  { noise: 'separator', pattern: /^[;,]+([^;,].*)$/s },
];

/**
 * An e-mail address without what is plainly no part of it. Only what no service can take is a problem:
 * names of domains may be of any script.
 */
export function cleanEmail(value: string): Cleaned {
  if (plain.test(value) && value.length <= 254) return { text: value, noise: [] };
  const outside = withoutEdges(value);
  if (outside.text === '') return outside;
  if (outside.text.length > maxCharacters) {
    return { ...outside, problem: 'is longer than an e-mail address can be' };
  }
  const noise = new Set(outside.noise);
  let { text } = outside;
  const take = (cleaned: Cleaned) => {
    for (const kind of cleaned.noise) noise.add(kind);
    ({ text } = cleaned);
  };
  take(withoutUnseen(text));
  take(withoutWidth(text));
  for (let layers = 0; layers < maxLayers; layers += 1) {
    const bare = unwrapped(text);
    if (bare === undefined) break;
    noise.add(bare.noise);
    ({ text } = bare);
    take(withoutEdges(text));
  }
  const problem = problemOf(text);
  return problem === undefined ? { text, noise: [...noise] } : { ...outside, problem };
}

function unwrapped(text: string): { readonly text: string; readonly noise: Noise } | undefined {
  for (const { noise, pattern } of wrappings) {
    const inner = pattern.exec(text)?.[1];
    if (inner !== undefined) {
      return { text: noise === 'scheme' ? addressOfUri(inner) : inner, noise };
    }
  }
  return undefined;
}

/** What follows `mailto:` may be written with percent codes, and name a subject. Source: RFC 6068. */
function addressOfUri(text: string): string {
  const [address = ''] = text.split('?');
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function problemOf(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  if (at === -1) return 'is no e-mail address: there is no @ in it';
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (local.trim() === '') return 'is no e-mail address: nothing stands before the @';
  if (domain.trim() === '') return 'is no e-mail address: nothing stands after the @';
  if (text.length > 254) return 'is longer than an e-mail address can be, 254 characters';
  return problemOfLocal(local) ?? problemOfDomain(domain);
}

function problemOfLocal(local: string): string | undefined {
  if (/^"(?:[^"\\]|\\.)*"$/.test(local)) return undefined;
  if (/@[^@]*[\s;,/|&]/.test(local)) return 'holds more than one e-mail address';
  if (local.includes('@')) return 'is no e-mail address: there is more than one @ in it';
  if (/[\s\p{Cc}]/u.test(local)) return 'is no e-mail address: there is a blank in it';
  const [sign] = /[()<>[\]:;\\,"]/.exec(local) ?? [];
  return sign === undefined ? undefined : `is no e-mail address: it cannot hold ${sign}`;
}

function problemOfDomain(domain: string): string | undefined {
  if (/^\[[^[\]\s]+\]$/.test(domain)) return undefined;
  if (/[\s\p{Cc}]/u.test(domain)) return 'is no e-mail address: there is a blank in it';
  const [sign] = /[!-,/:-@[-^`{-~]/.exec(domain) ?? [];
  if (sign !== undefined) return `is no e-mail address: its domain cannot hold ${sign}`;
  // The dots of other scripts part names of domains too. Source: RFC 3490, 3.1.
  const labels = domain.split(/[.\u3002\uff0e\uff61]/);
  if (labels.length < 2) return 'is no e-mail address: there is no dot in its domain';
  return labels.includes('') ? 'is no e-mail address: its domain has an empty part' : undefined;
}
