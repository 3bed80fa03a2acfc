import type { WireObject } from '@egoi-client/core';
import type { HeaderFooter } from '@egoi-client/v3-api';
import { type DeclaredLoss, lostParameters } from '../calls/method-entry.ts';
import { readId, readValue, readWord, scalarText } from '@egoi-client/core/wire';
import { readText } from '../calls/params.ts';
import { Refusal, type V2Code } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { sendersOf } from './senders-of.ts';

/** The hash in `campaign`. @throws Refusal `missing` for none, `unknown` for what no campaign has */
export function readHash(params: WireObject, missing: V2Code, unknown: V2Code): string {
  const value = readValue(params, 'campaign');
  if (value === undefined || value === '') throw new Refusal(missing);
  const hash = scalarText(value)?.trim() ?? '';
  if (hash === '') throw new Refusal(unknown);
  return hash;
}

/** The sender whose code a parameter gives; `undefined` for none. @throws Refusal with `wrong` for what is no code */
export function readSenderId(params: WireObject, name: string, wrong: V2Code): number | undefined {
  const id = readId(params, name);
  if (id === 0) throw new Refusal(wrong);
  return id;
}

/** A sender that can be used, by its address or text, asked for each time. @throws Refusal `wrong` for one that the account does not have */
export async function senderWithText(
  call: V3Call,
  channel: 'email' | 'telemovel',
  wanted: string,
  wrong: V2Code,
): Promise<number> {
  const isWanted = (text: string) =>
    channel === 'email' ? text.toLowerCase() === wanted.toLowerCase() : text === wanted;
  const sender = (await sendersOf(call, channel)).find(
    ({ text, status = 'active' }) => status === 'active' && isWanted(text),
  );
  if (sender === undefined) throw new Refusal(wrong);
  return sender.id;
}

/** The sender of an e-mail, or the one that gets the replies, by its code or as calls of about 2011 name it. */
export async function readEmailSender(
  call: V3Call,
  role: 'from' | 'reply',
  wrong: V2Code,
): Promise<number | undefined> {
  const id = readSenderId(call.params, role, wrong);
  const address = readText(call.params, `${role}_email`, wrong)?.trim() ?? '';
  return id === undefined && address !== '' ? senderWithText(call, 'email', address, wrong) : id;
}

/** An address of the web; `''` for none. @throws Refusal `INVALID_URL` */
export function readUrl(params: WireObject): string {
  const url = readText(params, 'url', 'INVALID_URL')?.trim() ?? '';
  if (url !== '' && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new Refusal('INVALID_URL');
  }
  return url;
}

/** Most characters of an SMS of API v2; API v3 would make several of a longer text, each at its price. */
const longestSms = 160;

/** The text of an SMS; `''` for none. @throws Refusal `wrong` for a list or a struct, and for a text that is too long */
export function readSmsText(params: WireObject, wrong: V2Code): string {
  const text = readText(params, 'message', wrong) ?? '';
  if (Array.from(text).length > longestSms) throw new Refusal('MESSAGE_TOO_LONG');
  return text.trim() === '' ? '' : text;
}

/** Most bytes of a file of API v2. */
const largestFile = 8 * 1024 * 1024;

/** The file in `file`, as base64; `''` for none. @throws Refusal */
export function readFile(params: WireObject, tooLarge: V2Code): string {
  const text = (readText(params, 'file', 'INVALID_FILE') ?? '').replaceAll(/\s+/g, '');
  const bytes = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  if (bytes > largestFile) throw new Refusal(tooLarge);
  return text;
}

/** That no source says how a file is written. */
export const fileLoss: DeclaredLoss = {
  kind: 'approximate',
  name: 'file',
  reason: 'sent as base64: how API v3 wants a file written is not documented',
  effects: 'unseen',
  occurs: (params) => readWord(params, 'file') !== undefined,
};

const linkNames = {
  referer: 'forward',
  view: 'view_web',
  remove: 'unsubscribe',
  edit: 'edit',
  social_networks: 'social_share',
} as const;

/** What stands above and below an e-mail; `undefined` where nothing is said of it. */
export function readFrame(params: WireObject): HeaderFooter | undefined {
  const id = readTemplate(params);
  const header_links = linksAt(params, 'top');
  const footer_links = linksAt(params, 'bottom');
  const frame = {
    ...(id === undefined ? {} : { id }),
    ...(header_links === undefined ? {} : { header_links }),
    ...(footer_links === undefined ? {} : { footer_links }),
  };
  return Object.keys(frame).length === 0 ? undefined : frame;
}

function linksAt(params: WireObject, place: 'top' | 'bottom'): Record<string, boolean> | undefined {
  const links = Object.entries(linkNames).flatMap(([name, link]) => {
    const word = readWord(params, `link_${name}_${place}`);
    return word === undefined ? [] : [[link, word === '1'] as const];
  });
  return links.length === 0 ? undefined : Object.fromEntries(links);
}

/** The number of a header and footer. @throws Refusal for what is none */
export function readTemplate(params: WireObject): number | undefined {
  const id = readId(params, 'header_footer_template');
  if (id === 0) throw new Refusal('INVALID_OPTION');
  return id;
}

/** What an e-mail of API v3 has no place for. */
export const lostEmailParameters: readonly DeclaredLoss[] = [
  ...lostParameters('API v3 has no link to print a mail', ['link_print_top', 'link_print_bottom'], {
    effects: 'unseen',
  }),
  ...lostParameters(
    'API v3 shows the name that the sender has in the account',
    ['from_name', 'reply_name'],
    { effects: 'unseen' },
  ),
  ...lostParameters('API v3 puts no e-mail campaign in a group', ['group'], { effects: 'unseen' }),
];
