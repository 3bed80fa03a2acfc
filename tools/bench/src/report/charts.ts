/** A bar: a name and how long it is. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Ours are drawn in the accent colour. */
  readonly isOurs: boolean;
}

/** A line of points, x ascending. */
export interface Line {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly isOurs: boolean;
}

const width = 760;
const labelWidth = 250;

// Readable on white and on black: the page's own colours are not known inside an image.
const style = [
  'text{font:13px system-ui,sans-serif;fill:#24292f}',
  '.title{font-weight:600;font-size:14px}',
  '.ours{fill:#1a7f37;stroke:#1a7f37}',
  '.peer{fill:#6e7781;stroke:#6e7781}',
  '.axis{stroke:#8c959f}',
  'path.ours,path.peer{fill:none;stroke-width:2}',
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.ours{fill:#3fb950;stroke:#3fb950}.peer{fill:#8b949e;stroke:#8b949e}}',
].join('');

/** Horizontal bars from zero on. @param unit stands behind each value */
export function barChart(title: string, bars: readonly Bar[], unit: string): string {
  const longest = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const room = width - labelWidth - 120;
  const rows = bars.map(({ label, value, isOurs }, index) => {
    const y = 40 + index * 26;
    const length = Math.max(1, (value / longest) * room);
    return [
      `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end">${escapeXml(label)}</text>`,
      `<rect class="${classOf(isOurs)}" x="${labelWidth}" y="${y + 2}" width="${length.toFixed(1)}" height="16"/>`,
      `<text x="${(labelWidth + length + 8).toFixed(1)}" y="${y + 14}">${escapeXml(`${axisNumber(value)} ${unit}`)}</text>`,
    ].join('');
  });
  return svg(title, 52 + bars.length * 26, rows.join('\n'));
}

/** Lines over two logarithmic axes. */
export function lineChart(
  title: string,
  lines: readonly Line[],
  axes: { readonly x: string; readonly y: string },
): string {
  const points = lines.flatMap((line) => line.points);
  const xScale = logScale(
    points.map(([x]) => x),
    [70, width - 220],
  );
  const yScale = logScale(
    points.map(([, y]) => y),
    [330, 50],
  );
  const xTicks = [...new Set(points.map(([x]) => x))].map(
    (x) => `<text x="${xScale(x).toFixed(1)}" y="350" text-anchor="middle">${axisNumber(x)}</text>`,
  );
  const yTicks = decades(points.map(([, y]) => y)).map(
    (y) =>
      `<line class="axis" x1="64" x2="${width - 220}" y1="${yScale(y).toFixed(1)}" y2="${yScale(y).toFixed(1)}" opacity="0.3"/><text x="58" y="${(yScale(y) + 4).toFixed(1)}" text-anchor="end">${axisNumber(y)}</text>`,
  );
  const ends = spread(lines.map((line) => yScale(line.points.at(-1)?.[1] ?? 1)));
  const drawn = lines.map((line, index) => {
    const path = line.points
      .map(([x, y]) => `${xScale(x).toFixed(1)} ${yScale(y).toFixed(1)}`)
      .join(' L ');
    const x = xScale(line.points.at(-1)?.[0] ?? 1) + 8;
    return `<path class="${classOf(line.isOurs)}" d="M ${path}"/><text x="${x.toFixed(1)}" y="${((ends[index] ?? 0) + 4).toFixed(1)}">${escapeXml(line.label)}</text>`;
  });
  const names = [
    `<text x="${(width - 150) / 2}" y="374" text-anchor="middle">${escapeXml(axes.x)}</text>`,
    `<text x="16" y="40">${escapeXml(axes.y)}</text>`,
  ];
  return svg(title, 386, [...xTicks, ...yTicks, ...drawn, ...names].join('\n'));
}

/** A text as XML carries it, in content and in attributes. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function svg(title: string, height: number, content: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<style>${style}</style>`,
    `<text class="title" x="16" y="20">${escapeXml(title)}</text>`,
    content,
    '</svg>',
    '',
  ].join('\n');
}

function classOf(isOurs: boolean): 'ours' | 'peer' {
  return isOurs ? 'ours' : 'peer';
}

function logScale(
  values: readonly number[],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const least = Math.log10(Math.min(...values));
  const span = Math.log10(Math.max(...values)) - least || 1;
  return (value) => from + ((Math.log10(value) - least) / span) * (to - from);
}

function decades(values: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(Math.min(...values)));
  const last = Math.floor(Math.log10(Math.max(...values)));
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_none, step) => 10 ** (first + step),
  );
}

/** Moves labels apart that would stand on one another. */
function spread(positions: readonly number[]): number[] {
  const moved = [...positions];
  const order = positions.map((_position, index) => index);
  order.sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  let lowest = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    lowest = Math.max(positions[index] ?? 0, lowest + 16);
    moved[index] = lowest;
  }
  return moved;
}

function axisNumber(value: number): string {
  const rounded = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return rounded.toLocaleString('en');
}
