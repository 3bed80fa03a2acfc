import { createHash } from 'node:crypto';
import { groupedLosses, type LossGroup, lossWords } from './grouped-losses.ts';
import type { MethodReport, MigrationReport } from './migration-report.ts';
import { summaryText, verdictWords } from './report-text.ts';
import { shortened } from './shortened.ts';

/** Places that are named for each method; of more it is told how many there are. */
const mostPlaces = 200;

/**
 * The report as one page that needs nothing else: no script, no picture, no address. All names in it came
 * from others and are shown as they are, without what would turn or hide the words beside them.
 *
 * @param title what stands over it: the name of the record or of the folder
 */
export function reportHtml(report: MigrationReport, title: string): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${plain(shortened(title))}: from API v2 to API v3</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>From API v2 to API v3</h1>
<p class="of">${plain(shortened(title, 400))}</p>
<p>${plain(summaryText(report))}</p>
${overview(report)}
${report.methods.map((method, index) => section(method, index, report)).join('\n')}
</main>
</body>
</html>
`;
}

function overview(report: MigrationReport): string {
  if (report.methods.length === 0) return '';
  const rows = report.methods.map(
    ({ method, verdict, count, losses, cost }, index) => `<tr>
<th scope="row"><a href="#method-${index + 1}">${plain(shortened(method))}</a></th>
<td><span class="${classOf(verdict)}">${verdictWords(verdict)}</span></td>
<td class="number">${count}</td>
<td class="number">${losses.length}</td>
<td class="number">${cost === undefined ? 'none' : (cost.measured ?? cost.requests)}</td>
</tr>`,
  );
  return `<h2>All methods</h2>
<div class="wide" role="region" aria-label="All methods" tabindex="0">
<table>
<thead><tr><th scope="col">Method</th><th scope="col">Over API v3</th><th scope="col" class="number">${report.of === 'record' ? 'Calls' : 'Places'}</th><th scope="col" class="number">Losses</th><th scope="col" class="number">Requests a call</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}

function section(report: MethodReport, index: number, { of }: MigrationReport): string {
  const {
    method,
    verdict,
    wires,
    count,
    refusal,
    refusedCalls,
    cost,
    places,
    parameters,
    operations,
  } = report;
  const facts = [
    ['Over API v3', verdictWords(verdict)],
    [of === 'record' ? 'Calls' : 'Places', String(count)],
    ['Wires', wires.join(', ')],
    ['Parameters', parameters.map((name) => shortened(name)).join(', ')],
    ['Why', refusal?.reason ?? ''],
    [
      'Refused calls',
      refusedCalls.map(({ kind, calls }) => `${calls} (${shortened(kind)})`).join(', '),
    ],
    ['Requests a call', cost === undefined ? '' : costWords(cost)],
    ['Operations', operations.join(', ')],
  ].filter(([, value]) => value !== '');
  const groups = groupedLosses(report);
  const changes = groups.length > 0 ? groups.map(({ change }) => change) : report.changes;
  return `<section aria-labelledby="method-${index + 1}">
<h2 id="method-${index + 1}">${plain(shortened(method))}</h2>
<dl>
${facts.map(([name = '', value = '']) => `<dt>${plain(name)}</dt><dd>${plain(value)}</dd>`).join('\n')}
</dl>
${groups.length === 0 ? '' : lossTable(groups)}
<h3>To change</h3>
<ul>
${changes.map((change) => `<li>${plain(change)}</li>`).join('\n')}
</ul>
${places.length === 0 ? '' : placeList(places)}
</section>`;
}

function costWords({ requests, further, measured }: NonNullable<MethodReport['cost']>): string {
  const average = measured === undefined ? '' : `, ${measured} on the average here`;
  return `${requests}${average}${further === undefined ? '' : `; further: ${further}`}`;
}

function lossTable(groups: readonly LossGroup[]): string {
  const rows = groups.map(
    (group) => `<tr>
<td>${plain(group.names.join(', '))}</td>
<td${group.needsLeave ? ' class="refused"' : ''}>${plain(lossWords(group))}</td>
<td>${plain(group.reason)}</td>
</tr>`,
  );
  return `<h3>Losses</h3>
<div class="wide" role="region" aria-label="Losses" tabindex="0">
<table>
<thead><tr><th scope="col">Name</th><th scope="col">What happens</th><th scope="col">Why</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}

function placeList(places: MethodReport['places']): string {
  const items = places
    .slice(0, mostPlaces)
    .map(
      ({ file, line, confidence }) =>
        `<li><code>${plain(shortened(file, 400))}:${line}</code> sure to ${Math.round(confidence * 100)}%</li>`,
    );
  const rest = places.length > mostPlaces ? `<li>and ${places.length - mostPlaces} more</li>` : '';
  return `<h3>Places</h3>
<ul>
${items.join('\n')}${rest}
</ul>`;
}

function classOf(verdict: MethodReport['verdict']): string {
  return verdict === 'exact' ? 'exact' : verdict === 'with losses' ? 'losses' : 'refused';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, with what turns or hides others written out. */
function plain(text: string): string {
  return text
    .replaceAll(
      /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu,
      (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
    )
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

const style = `
:root{--ink:#1b1f24;--faint:#57606a;--paper:#fff;--line:#d0d7de;--good:#116329;--warn:#7d4e00;--bad:#a40e26;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9ea7b3;--paper:#0d1117;--line:#30363d;--good:#56d364;--warn:#e3b341;--bad:#ff7b72;--link:#79c0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:1rem 0 .25rem}
.of{color:var(--faint);overflow-wrap:anywhere;margin:0}
a{color:var(--link)}
.wide{overflow-x:auto}
.wide:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:7rem}
thead th{overflow-wrap:normal}
th[scope=row]{min-width:11rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
.exact{color:var(--good)}.losses{color:var(--warn)}.refused{color:var(--bad);font-weight:600}
section{border-top:1px solid var(--line);margin-top:2rem}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.2rem 1rem;margin:.5rem 0}
dt{color:var(--faint)}
dd{margin:0;overflow-wrap:anywhere}
ul{margin:.25rem 0;padding-left:1.2rem}
li,code{overflow-wrap:anywhere}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
@media print{.wide{overflow:visible}}
`;
