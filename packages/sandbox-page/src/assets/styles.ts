/** How the page looks, in light and dark, from 320 pixels on. */
export const styles = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f4f6f6, #121617);
  --surface: light-dark(#ffffff, #1a1f21);
  --sunk: light-dark(#f0f3f3, #14191a);
  --line: light-dark(#dfe5e5, #2c3437);
  --text: light-dark(#1b2324, #e3e9e9);
  --quiet: light-dark(#566264, #9aa7a9);
  --accent: light-dark(#08695b, #4cc9b4);
  --accent-sunk: light-dark(#e2f2ef, #17332f);
  --ok: light-dark(#1c6b35, #6fce8d);
  --ok-sunk: light-dark(#e4f4e8, #17301e);
  --warn: light-dark(#845200, #e8b65c);
  --warn-sunk: light-dark(#fbf0dc, #382a10);
  --bad: light-dark(#a92b22, #f2948b);
  --bad-sunk: light-dark(#fbe9e7, #3d1c19);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; }
html { font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
body { margin: 0; background: var(--canvas); color: var(--text); min-height: 100vh; display: flex; flex-direction: column; }
a { color: var(--accent); }
h1, h2, h3, h4 { margin: 0; line-height: 1.25; overflow-wrap: anywhere; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; } h3 { font-size: .95rem; } h4 { font-size: .85rem; color: var(--quiet); font-weight: 600; }
p { margin: 0; }
code, pre, .mono { font-family: var(--mono); font-size: 12.5px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 3px; }
main:focus, #detail:focus { outline: none; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; top: 4px; padding: 6px 10px; background: var(--surface); z-index: 9; }
.skip:focus { left: 8px; }
.quiet { color: var(--quiet); }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 18px; padding: 0 16px; background: var(--surface); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 5; }
.brand { display: inline-flex; gap: 8px; align-items: center; font-weight: 650; text-decoration: none; padding: 10px 0; color: var(--accent); }
nav { display: flex; gap: 2px; overflow-x: auto; }
nav a { padding: 10px 10px 8px; text-decoration: none; color: var(--quiet); border-bottom: 2px solid transparent; white-space: nowrap; }
nav a:hover { color: var(--text); }
nav a[aria-current] { color: var(--text); border-bottom-color: var(--accent); font-weight: 600; }
main { flex: 1; padding: 14px 16px 24px; min-width: 0; display: flex; flex-direction: column; gap: 14px; width: 100%; max-width: 1800px; margin: 0 auto; }
button, select, input, textarea { font: inherit; color: var(--text); background: var(--surface); border: 1px solid light-dark(#8b9799, #667476); border-radius: 6px; padding: 5px 10px; max-width: 100%; }
input[type=search], input[type=text], input[type=number], input[type=url] { width: 100%; }
button { cursor: pointer; font-weight: 550; white-space: nowrap; }
button:hover { border-color: var(--accent); }
button.primary, .primary button { background: var(--accent); color: var(--surface); border-color: var(--accent); }
button.danger { color: var(--bad); }
button.plain { border-color: transparent; background: transparent; color: var(--accent); padding: 2px 8px; }
button[aria-pressed=true] { background: var(--warn-sunk); color: var(--warn); border-color: var(--warn); }
form.inline { display: inline; }
.bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.bar .grow { flex: 1 1 200px; } .bar label { min-width: 0; max-width: 100%; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.card, .list, #detail { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.card { padding: 14px 16px; display: flex; flex-direction: column; gap: 10px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 14px; align-items: start; }
.split { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 14px; align-items: start; }
.list { overflow: hidden; }
.scroll { overflow-x: auto; position: relative; }
#detail { position: sticky; top: 58px; max-height: calc(100vh - 74px); overflow: auto; }
article { padding: 14px 16px; display: flex; flex-direction: column; gap: 12px; }
article section { display: flex; flex-direction: column; gap: 6px; min-width: 0; }
.title { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
.title .back { display: none; text-decoration: none; font-size: 1.2rem; padding: 0 6px; }
.facts { margin-top: -8px; }
table { border-collapse: collapse; width: 100%; }
table.rows { table-layout: auto; }
th, td { text-align: start; padding: 5px 10px; border-bottom: 1px solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
th { font-size: .8rem; color: var(--quiet); font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
tbody tr:last-child td { border-bottom: 0; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.time { color: var(--quiet); font-variant-numeric: tabular-nums; white-space: nowrap; font-size: .85rem; }
table.rows tbody tr { position: relative; }
table.rows tbody tr:hover { background: var(--sunk); }
table.rows tbody tr.chosen { background: var(--accent-sunk); }
table.rows .name a { text-decoration: none; font-weight: 550; color: var(--text); }
table.rows .name a::after { content: ''; position: absolute; inset: 0; }
table.rows tr.new { animation: arrive 1.2s ease-out; }
@keyframes arrive { from { background: var(--accent-sunk); } }
@media (prefers-reduced-motion: reduce) { table.rows tr.new { animation: none; } }
.wire, .tag { font-size: .78rem; padding: 1px 7px; border-radius: 99px; background: var(--sunk); border: 1px solid var(--line); white-space: nowrap; }
.tag { white-space: normal; }
.outcome { font-size: .82rem; font-weight: 600; padding: 1px 7px; border-radius: 4px; }
.outcome.short { white-space: nowrap; }
.waiting td > form { display: block; text-align: end; }
.outcome.ok { color: var(--ok); background: var(--ok-sunk); }
.outcome.refused { color: var(--warn); background: var(--warn-sunk); }
.outcome.failed { color: var(--bad); background: var(--bad-sunk); }
.outcome.running { color: var(--quiet); background: var(--sunk); }
.foot { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 6px 10px; border-top: 1px solid var(--line); background: var(--sunk); font-size: .88rem; flex-wrap: wrap; }
.empty { padding: 36px 20px; text-align: center; display: grid; gap: 6px; }
pre { margin: 0; padding: 10px 12px; background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; overflow: auto; max-height: 420px; white-space: pre; unicode-bidi: isolate; tab-size: 2; }
pre.raw, pre.wrap { white-space: pre-wrap; overflow-wrap: anywhere; }
details > summary { cursor: pointer; padding: 4px 0; color: var(--quiet); font-weight: 550; }
details[open] > summary { color: var(--text); }
dl { margin: 0; display: grid; gap: 3px; }
dl > div { display: grid; grid-template-columns: minmax(64px, 130px) minmax(0, 3fr); gap: 10px; }
dt { color: var(--quiet); overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; }
.headers { font-family: var(--mono); font-size: 12px; }
.values { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr)); gap: 10px; }
.values > div { min-width: 0; display: grid; gap: 4px; align-content: start; }
.code { position: relative; }
.code .copy { position: absolute; top: 5px; right: 6px; background: var(--surface); border: 1px solid var(--line); }
.line { overflow-wrap: anywhere; }
.notice { padding: 8px 12px; border-radius: 6px; background: var(--accent-sunk); border: 1px solid var(--line); overflow-wrap: anywhere; }
.notice.bad { background: var(--bad-sunk); color: var(--bad); }
.field { display: grid; gap: 3px; }
.field { min-width: 0; } .field select { width: 100%; }
.field > span { font-size: .85rem; color: var(--quiet); }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr)); gap: 10px; align-items: end; }
.pages { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; }
.crumbs { display: flex; gap: 6px; flex-wrap: wrap; color: var(--quiet); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(96px, 1fr)); gap: 10px; }
.figure { display: grid; } .figure b { font-size: 1.25rem; font-variant-numeric: tabular-nums; font-weight: 650; } .figure span { color: var(--quiet); font-size: .85rem; }
#recipients select { width: 150px; padding: 2px 4px; }
.frames { display: flex; gap: 14px; flex-wrap: wrap; }
.frames > figure { margin: 0; display: grid; gap: 4px; min-width: 0; }
.frames figcaption { color: var(--quiet); font-size: .85rem; }
.frames .desktop { flex: 3 1 380px; } .frames .phone { flex: 0 1 300px; }
iframe { border: 1px solid var(--line); border-radius: 6px; background: #fff; width: 100%; height: 340px; color-scheme: light; }
.phone iframe { width: min(100%, 300px); }
.chat { padding: 16px; background: var(--sunk); border-radius: 8px; }
.bubble { background: var(--accent-sunk); border-radius: 14px 14px 14px 3px; padding: 8px 12px; width: fit-content; max-width: min(100%, 320px); white-space: pre-wrap; overflow-wrap: anywhere; }
svg.chart { width: 100%; height: auto; max-width: 430px; display: block; }
svg.chart text { fill: var(--text); font-size: 12px; } svg.chart .axis { fill: var(--quiet); }
svg.chart rect { fill: var(--accent); } svg.chart rect.bed { fill: var(--sunk); }
svg.chart text.end { text-anchor: end; }
svg.chart .grid { stroke: var(--line); } svg.chart .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
svg.chart .line1 { stroke: var(--warn); stroke-dasharray: 5 3; } svg.chart .label0 { fill: var(--accent); } svg.chart .label1 { fill: var(--warn); }
svg.shares { width: 100%; height: 14px; display: block; border-radius: 4px; }
svg.meter { width: 90px; height: 8px; border-radius: 3px; } svg.meter rect { fill: var(--accent); } svg.meter .bed { fill: var(--sunk); stroke: var(--line); }
.part0 { fill: var(--accent); } .part1 { fill: var(--warn); } .part2 { fill: var(--quiet); } .part3 { fill: var(--bad); }
.legend { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: .88rem; }
.legend svg { margin-inline-end: 6px; }
.share { white-space: nowrap; font-variant-numeric: tabular-nums; }
button[aria-disabled=true] { opacity: .75; cursor: progress; }
@media (min-width: 901px) and (max-width: 1500px) { #calls .time .fine { display: none; } }
@media (max-width: 900px) {
  .split { grid-template-columns: minmax(0, 1fr); }
  .split.chosen > .list { display: none; }
  .split:not(.chosen) > #detail { display: none; }
  .title .back { display: inline; }
  #detail { position: static; max-height: none; }
}
@media (max-width: 560px) {
  .frames .desktop { display: none; }
  .headers > div, dl > div { grid-template-columns: 76px minmax(0, 1fr); }
  nav a { padding: 10px 6px 8px; }
  .waiting th:first-child, .waiting td:first-child { display: none; }
  main { padding: 10px 8px 20px; }
  header { padding: 0 8px; }
  th, td { padding: 5px 6px; }
  table.rows .time { font-size: .75rem; }
  table.rows .fine { display: none; }
  .wire, .outcome { padding: 1px 4px; }
  .card, article { padding: 12px 10px; }
}
`;
