const sections = [
  { title: 'Breaking', holds: (note) => note.breaking },
  { title: 'New', holds: (note) => !note.breaking && note.bump !== 'patch' },
  { title: 'Mended', holds: (note) => !note.breaking && note.bump === 'patch' },
];

/**
 * One change note, as a line of the change log.
 *
 * @param {{ summary: string, releases: { name: string, type: string }[] }} changeset
 */
export function readNote({ summary, releases }) {
  const breaking = /^breaking:\s*/iu;
  const bumps = releases.map(({ type }) => type);
  const bump = ['major', 'minor', 'patch'].find((each) => bumps.includes(each));
  return {
    bump,
    breaking: bump === 'major' || breaking.test(summary),
    packages: releases.map(({ name }) => name.replace(/^@[^/]+\//u, '')),
    text: summary.replace(breaking, '').trim(),
  };
}

/** Whether the log has a version that is written about and not released yet. */
export function isUnreleased(log, version) {
  return log.includes(`\n${unreleasedHeading(version)}\n`);
}

/** Whether the log says on which day a version was released. */
export function isDated(log, version) {
  const heading = `## ${version} (`;
  return log
    .split('\n')
    .some(
      (line) =>
        line.startsWith(heading) && /^\d{4}-\d{2}-\d{2}\)$/u.test(line.slice(heading.length)),
    );
}

/**
 * The log with a version released.
 *
 * @param {string} log text of CHANGELOG.md
 * @param {{ version: string, date: string, notes: ReturnType<typeof readNote>[] }} release `date` as YYYY-MM-DD
 * @returns {string} the notes go into the version's section where it is written already, else into a new one on top
 */
export function withRelease(log, { version, date, notes }) {
  const heading = `## ${version} (${date})`;
  const body = sections.flatMap(({ title, holds }) => {
    const held = notes.filter(holds);
    return held.length === 0 ? [] : [`### ${title}\n\n${held.map(asItem).join('\n')}`];
  });
  if (isUnreleased(log, version)) {
    const start = log.indexOf(`\n${unreleasedHeading(version)}\n`) + 1;
    const next = log.indexOf('\n## ', start + 1);
    const section = log.slice(start, next === -1 ? undefined : next + 1).trimEnd();
    const rest = next === -1 ? '' : `\n${log.slice(next + 1)}`;
    const dated = section.replace(unreleasedHeading(version), heading);
    return `${log.slice(0, start)}${[dated, ...body].join('\n\n')}\n${rest}`;
  }
  const first = log.indexOf('\n## ');
  const intro = (first === -1 ? log : log.slice(0, first)).trimEnd();
  const older = first === -1 ? '' : `\n${log.slice(first + 1)}`;
  return `${[intro, heading, ...body].join('\n\n')}\n${older}`;
}

function unreleasedHeading(version) {
  return `## ${version} (unreleased)`;
}

function asItem({ packages, text }) {
  return `- ${packages.join(', ')}: ${text.replaceAll(/\n(?=.)/gu, '\n  ')}`;
}
