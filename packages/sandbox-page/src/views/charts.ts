import { html, type Html } from './html.ts';

/** A part of a whole. */
interface Share {
  readonly words: string;
  readonly value: number;
}

const chartWidth = 360;
const rowHeight = 28;
const labelWidth = 96;
const barWidth = 168;

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 1000) / 10} %`;
}

/** Bars, each a part of the first one. */
export function barChart(rows: readonly Share[]): Html {
  const whole = Math.max(1, rows[0]?.value ?? 0);
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const told = rows.map(({ words, value }) => `${words} ${value}`).join(', ');
  return html`<svg class="chart" viewBox="0 0 ${chartWidth} ${rows.length * rowHeight}" role="img" aria-label="${told}">${rows.map(
    ({ words, value }, index) => {
      const y = index * rowHeight;
      const figures = `${value.toLocaleString('en')}${index === 0 ? '' : ` · ${percent(value, whole)}`}`;
      return html`<text x="0" y="${y + 18}" class="axis">${words}</text><rect class="bed" x="${labelWidth}" y="${y + 6}" width="${barWidth}" height="16" rx="3"/><rect x="${labelWidth}" y="${y + 6}" width="${Math.round((value / most) * barWidth)}" height="16" rx="3"/><text x="${labelWidth + barWidth + 10}" y="${y + 18}">${figures}</text>`;
    },
  )}</svg>`;
}

/** One bar that is divided among the parts of a whole, with its legend. */
export function shareBar(title: string, shares: readonly Share[]): Html {
  const whole = shares.reduce((sum, { value }) => sum + value, 0);
  const shown = shares.filter(({ value }) => value > 0);
  const told = shown.map(({ words, value }) => `${words} ${percent(value, whole)}`).join(', ');
  let x = 0;
  return html`<svg class="shares" viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label="${title}: ${told}">${shown.map(
    (share, at) => {
      const width = (share.value / whole) * 1000;
      const gap = at === shown.length - 1 ? 0 : 2;
      const part = html`<rect class="part${shares.indexOf(share)}" x="${x.toFixed(1)}" y="0" width="${Math.max(1, width - gap).toFixed(1)}" height="16"/>`;
      x += width;
      return part;
    },
  )}</svg><ul class="legend">${shares.map(
    ({ words, value }, index) =>
      html`<li><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect class="part${index}" width="10" height="10" rx="2"/></svg>${words} <span class="quiet">${value.toLocaleString('en')} · ${percent(value, whole)}</span></li>`,
  )}</ul>`;
}

/** A small bar for a cell of a table. */
export function meter(part: number, whole: number): Html {
  return html`<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="bed" width="100" height="8"/><rect width="${((part / Math.max(1, whole)) * 100).toFixed(1)}" height="8"/></svg> ${percent(part, Math.max(1, whole))}`;
}

/** Something that is counted over time. */
interface Line {
  readonly words: string;
  /** How many came at each of the times. */
  readonly counts: readonly number[];
}

const plot = { left: 34, right: 274, top: 12, bottom: 130 } as const;
const lineLabelGap = 15;

/** Lines that rise with what has come until then. @param times in milliseconds since 1970, rising */
export function lineChart(times: readonly number[], lines: readonly Line[]): Html {
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const sums = lines.map(({ words, counts }) => ({ words, sums: risingSums(counts) }));
  const most = Math.max(1, ...sums.map(({ sums: all }) => all.at(-1) ?? 0));
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const x = (ms: number) =>
    plot.left + ((ms - first) / Math.max(1, last - first)) * (plot.right - plot.left);
  const y = (value: number) => plot.bottom - (value / top) * (plot.bottom - plot.top);
  const ticks = Array.from({ length: top / step + 1 }, (_none, index) => index * step);
  const told = sums.map(({ words, sums: all }) => `${words} ${all.at(-1) ?? 0}`).join(', ');
  let labelY = -Infinity;
  return html`<svg class="chart lines" viewBox="0 0 ${chartWidth} 156" role="img" aria-label="Over time, from ${timeText(first, first, last)} to ${timeText(last, first, last)}: ${told}">${ticks.map(
    (value) =>
      html`<path class="grid" d="M${plot.left} ${y(value).toFixed(1)}H${plot.right}"/><text class="axis end" x="${plot.left - 6}" y="${(y(value) + 4).toFixed(1)}">${value.toLocaleString('en')}</text>`,
  )}${sums.map(({ sums: all }, index) => {
    const points = times.map((ms, at) => `${x(ms).toFixed(1)} ${y(all[at] ?? 0).toFixed(1)}`);
    return html`<path class="line line${index}" d="M${points.join('L')}"/>`;
  })}${sums.map(({ words, sums: all }, index) => {
    // Labels of lines that end close together stand below one another.
    labelY = Math.max(y(all.at(-1) ?? 0) + 4, labelY + lineLabelGap);
    return html`<text class="label${index}" x="${plot.right + 6}" y="${labelY.toFixed(1)}">${words} ${(all.at(-1) ?? 0).toLocaleString('en')}</text>`;
  })}<text class="axis" x="${plot.left}" y="${plot.bottom + 20}">${timeText(first, first, last)}</text><text class="axis end" x="${plot.right}" y="${plot.bottom + 20}">${timeText(last, first, last)}</text></svg>`;
}

function risingSums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}

/** The least of 1, 2, 5, 10, 20, … that divides something into four at most. */
function niceStep(most: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 5, 10].find((times) => times * magnitude * 4 >= most) ?? 10;
  return Math.max(1, step * magnitude);
}

const dayMs = 86_400_000;

/** As much of a moment as tells it from the others. */
export function timeText(ms: number, first: number, last: number): string {
  const text = new Date(ms).toISOString().replace('T', ' ');
  if (last - first >= 2 * dayMs) return text.slice(0, 10);
  return last - first < 600_000 ? text.slice(11, 19) : text.slice(5, 16);
}
