/**
 * What the page does by itself: lines that arrive, the chosen call without a new page, keys. Plain
 * JavaScript, since nothing is compiled for browsers here; without it all views work as links and forms.
 */
export const script = String.raw`'use strict';
(() => {
  const mostRows = 1000;
  const drawEveryMs = 150;
  const byId = (id) => document.getElementById(id);
  const rows = byId('calls');

  for (const button of document.querySelectorAll('.copy')) button.hidden = false;
  document.addEventListener('click', async (event) => {
    const copy = event.target.closest('.copy');
    if (copy === null) return;
    await navigator.clipboard.writeText(copy.parentElement.querySelector('code').textContent);
    copy.textContent = 'Copied';
    setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
  });
  let isWorking = false;
  document.addEventListener('submit', (event) => {
    const words = event.submitter?.dataset.meanwhile;
    if (words === undefined) return;
    if (isWorking) {
      event.preventDefault();
      return;
    }
    isWorking = true;
    event.submitter.textContent = words;
    event.submitter.setAttribute('aria-disabled', 'true');
    byId('working').textContent = words + ' This takes some seconds where there are many contacts.';
  });
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-submits]');
    if (form !== null) form.requestSubmit();
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !isTyping) {
      const search = document.querySelector('main input[type=search]');
      if (search !== null) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if ((event.key === 'j' || event.key === 'k') && !isTyping) {
      const links = [...document.querySelectorAll('table.rows tbody tr:not([hidden]) .name a')];
      if (links.length === 0) return;
      const at = links.indexOf(document.activeElement);
      const next = event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
      links[next].focus();
    } else if (event.key === 'p' && !isTyping) {
      byId('pause')?.click();
    } else if (event.key === 'Escape' && isTyping) {
      event.target.blur();
    }
  });

  if (rows === null) return;

  const filter = byId('call-filter');
  const detail = byId('detail');
  const split = document.querySelector('.split');
  const pause = byId('pause');
  const told = byId('live');
  const blank = byId('call-row').content.firstElementChild;
  const nothing = byId('no-calls');
  let waiting = [];
  let isDrawing = false;
  let drawnMs = 0;

  const fits = (row) => {
    const words = filter.elements.q.value.trim().toLowerCase();
    const kind = filter.elements.kind.value;
    const own = row.dataset.kind;
    if (kind === 'ok' && own !== 'ok') return false;
    if (kind === 'problems' && (own === 'ok' || own === 'running')) return false;
    const text = [...row.cells].slice(1, 4).map((cell) => cell.textContent).join(' ').toLowerCase();
    return words === '' || text.includes(words);
  };
  const mark = () => {
    const shown = /\/calls\/(\d+)$/.exec(location.pathname)?.[1];
    for (const row of rows.rows) row.classList.toggle('chosen', row.dataset.id === shown);
  };
  const isPaused = () => pause.getAttribute('aria-pressed') === 'true';

  const rowOf = ({ id, time, wire, name, outcome, durationMs, replayOf }) => {
    const row = blank.cloneNode(true);
    const part = (selector) => row.querySelector(selector);
    row.dataset.id = id;
    row.dataset.kind = outcome.kind;
    part('time').dateTime = time;
    part('time').prepend(time.slice(11, 19));
    part('time .fine').textContent = time.slice(19, 23);
    part('.wire').textContent = wire;
    part('bdi').textContent = name;
    part('a').href = part('a').href.replace(/\d+$/, id);
    if (replayOf !== undefined) {
      const note = document.createElement('span');
      note.className = 'quiet';
      note.textContent = 'replays ' + replayOf;
      part('.name').append(' ', note);
    }
    part('.outcome').className = 'outcome ' + outcome.kind;
    part('.outcome').textContent = outcome.words;
    part('.number').textContent =
      durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs).toLocaleString('en');
    row.hidden = !fits(row);
    row.classList.add('new');
    return row;
  };

  const draw = () => {
    isDrawing = false;
    drawnMs = performance.now();
    if (isPaused()) {
      told.textContent = waiting.length === 0 ? 'paused' : 'paused, ' + waiting.length + ' new';
      return;
    }
    const running = new Map(
      [...rows.querySelectorAll('[data-kind=running]')].map((row) => [Number(row.dataset.id), row]),
    );
    const fresh = waiting.reverse().filter(({ id }) => !running.has(id));
    for (const call of waiting) running.get(call.id)?.replaceWith(rowOf(call));
    rows.prepend(...fresh.map(rowOf));
    mark();
    const kept = Number(byId('kept').textContent) + fresh.length;
    byId('kept').textContent = Math.min(kept, Number(rows.dataset.most));
    waiting = [];
    while (rows.rows.length > mostRows) rows.rows[rows.rows.length - 1].remove();
    nothing.hidden = [...rows.rows].some((row) => !row.hidden);
    told.textContent = 'live';
  };
  const drawSoon = () => {
    if (isDrawing) return;
    isDrawing = true;
    // Many calls a second are drawn together: nobody reads faster, and the computer has other work.
    setTimeout(draw, Math.max(0, drawnMs + drawEveryMs - performance.now()));
  };

  const source = new EventSource(rows.dataset.live + '?after=' + rows.dataset.place);
  let run = rows.dataset.place.split('-')[0];
  source.addEventListener('start', (event) => {
    const [now] = event.lastEventId.split('-');
    if (now === run) return;
    // Another run of the server, which knows nothing of the calls that are shown.
    run = now;
    waiting = [];
    rows.replaceChildren();
    byId('kept').textContent = 0;
    drawSoon();
  });
  source.addEventListener('open', () => {
    told.hidden = false;
    if (!isPaused()) told.textContent = 'live';
  });
  source.addEventListener('error', () => {
    told.hidden = false;
    told.textContent = 'not connected';
  });
  source.addEventListener('message', (event) => {
    waiting.push(JSON.parse(event.data));
    if (waiting.length > mostRows) waiting.shift();
    drawSoon();
  });
  addEventListener('pagehide', () => source.close());

  pause.hidden = false;
  pause.addEventListener('click', () => {
    pause.setAttribute('aria-pressed', String(!isPaused()));
    pause.textContent = isPaused() ? 'Go on' : 'Pause';
    drawSoon();
  });

  const refilter = () => {
    for (const row of rows.rows) row.hidden = !fits(row);
    nothing.hidden = [...rows.rows].some((row) => !row.hidden);
  };
  filter.addEventListener('input', refilter);
  filter.addEventListener('submit', (event) => event.preventDefault());

  const show = async (address) => {
    const answer = await fetch(address, { headers: { 'x-part': 'detail' } });
    const text = await answer.text();
    if (answer.ok) detail.innerHTML = text;
    else detail.textContent = text;
    for (const button of detail.querySelectorAll('.copy')) button.hidden = false;
    split.classList.add('chosen');
    detail.scrollTop = 0;
    mark();
  };
  rows.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show(link.href).then(() => detail.focus({ preventScroll: true }));
  });
  detail.addEventListener('click', (event) => {
    if (event.target.closest('.back') === null) return;
    event.preventDefault();
    history.pushState(null, '', event.target.closest('.back').href);
    split.classList.remove('chosen');
    mark();
  });
  addEventListener('popstate', () => {
    if (/\/calls\/\d+$/.test(location.pathname)) show(location.href);
    else {
      split.classList.remove('chosen');
      mark();
    }
  });
  mark();
})();
`;
