import type { CallEvent } from '@egoi-client/sandbox-page';
import { cellText, cellWidth, padded, shortened } from '../output/cells.ts';
import type { Output } from '../output/output.ts';

/** Below this many columns, lines have neither the time nor columns of even width. */
const roomyWidth = 64;
const methodWidth = 24;
/** Columns of a name that somebody made up. */
const mostNameWidth = 64;
/** A contact loses two dozen fields; the log and `--json` have them all. */
const mostLosses = 3;
const gap = '  ';

type Styles = Pick<Output, 'faint' | 'good' | 'caution' | 'bad'>;

/**
 * A call as one line: `14:03:07  soap  addSubscriber  done  12 ms`. What does not fit into the width drops
 * out: first what stands behind, then the time, the duration, and ends of names.
 *
 * @param width columns that there are. @default Infinity: the line is for no terminal
 */
export function callLine(event: CallEvent, width: number = Infinity, styles: Styles): string {
  const { outcome } = event;
  const isRoomy = width >= roomyWidth;
  const wire = (event.wire === 'soap-universal' ? 'universal' : event.wire).padEnd(9);
  const time = isRoomy ? localTime(event.time) + gap : '';
  const code = event.code === undefined ? '' : shortened(cellText(event.code), mostNameWidth);
  const ms = gap + `${event.durationMs.toFixed(0)} ms`.padStart(isRoomy ? 6 : 0);
  let ending = code === '' ? outcome : `${outcome} ${code}`;
  let duration = ms;
  let method = shortened(cellText(event.method), mostNameWidth);
  if (isRoomy) method = padded(method, methodWidth);
  const excess = () =>
    time.length +
    wire.length +
    cellWidth(method) +
    cellWidth(ending + duration) +
    2 * gap.length -
    width;
  if (excess() > 0) method = method.trimEnd();
  if (excess() > 0 && code !== '') ending = code;
  if (excess() > 0) duration = '';
  if (excess() > 0) method = shortened(method, Math.max(8, cellWidth(method) - excess()));
  if (excess() > 0) ending = shortened(ending, Math.max(4, cellWidth(ending) - excess()));
  const paint = {
    done: styles.good,
    refused: styles.caution,
    failed: styles.bad,
    unknown: styles.bad,
  };
  const line = [wire, gap, method, gap, paint[outcome](ending), styles.faint(duration)].join('');
  const behind = duration === '' ? '' : whatFits(detailsOf(event), -excess());
  return styles.faint(time) + line + styles.faint(behind);
}

/** What is good to know beside, the most telling first. */
function detailsOf({ losses = [], unallowedLoss, requests = 1, account }: CallEvent): string[] {
  return [
    ...(unallowedLoss === undefined ? [] : [`would lose ${cellText(unallowedLoss)}`]),
    ...(losses.length === 0 ? [] : [`loses ${shortList(losses)}`]),
    ...(requests === 1 ? [] : [`${requests} requests`]),
    ...(account === undefined ? [] : [`key ${cellText(account.slice(0, 8))}`]),
  ];
}

function shortList(names: readonly string[]): string {
  const rest = names.length - mostLosses;
  const shown = cellText(names.slice(0, mostLosses).join(', '));
  return rest <= 0 ? shown : `${shown} and ${rest} more`;
}

/** As many of the details as there is room for. */
function whatFits(details: readonly string[], room: number): string {
  let text = '';
  for (const detail of details) {
    const longer = text === '' ? gap + detail : `${text} · ${detail}`;
    if (cellWidth(longer) > room) return text;
    text = longer;
  }
  return text;
}

/** The time of the day here: `14:03:07`. */
function localTime(iso: string): string {
  const second = iso.slice(0, 19);
  // A busy server has many calls in a second, and time zones take a while.
  if (second !== last.second) last = { second, shown: new Date(iso).toTimeString().slice(0, 8) };
  return last.shown;
}

let last = { second: '', shown: '' };
