import type { V3Column, V3Row } from '@egoi-client/conformance/v3';

const marks: Readonly<Record<V3Row['verdict'], string>> = {
  equal: '=',
  'with losses': '~',
  refused: '-',
  wrong: '≠',
};

/** How a case went over API v3: `=` equal, `~` but for declared losses, `-` refused, `≠` wrong. */
export function v3Mark(row: V3Row | undefined): string {
  return row === undefined ? '' : marks[row.verdict];
}

/** Whether every case is right, and every declared loss was seen. */
export function isV3Right({ rows, furtherRows, unshown }: V3Column): boolean {
  return (
    unshown.length === 0 && [...rows, ...furtherRows].every(({ verdict }) => verdict !== 'wrong')
  );
}

/** `274 of 274 (equal 183, with losses 50, refused 41)` */
function countOf(rows: readonly V3Row[]): string {
  const [equal, lossy, refused] = (['equal', 'with losses', 'refused'] as const).map(
    (verdict) => rows.filter((row) => row.verdict === verdict).length,
  );
  const right = rows.filter(({ verdict }) => verdict !== 'wrong').length;
  return `${right} of ${rows.length} (equal ${equal}, with losses ${lossy}, refused ${refused})`;
}

/** What is wrong over API v3, a line each, and the counts; that of the cases of all transports is the last. */
export function formatV3Column(column: V3Column): string[] {
  const { rows, furtherRows, declared, unshown, unseen } = column;
  return [
    ...[...rows, ...furtherRows].flatMap(({ method, case: name, problems }) =>
      problems.map((problem) => `v3: ${method}: ${name}: ${problem}`),
    ),
    ...unshown.map((showing) => `v3: no case shows the loss ${showing}`),
    `v3, losses that no answer is known to show: ${unseen.length}`,
    `v3, ways in which losses show: ${declared.length - unshown.length} of ${declared.length}`,
    `v3, cases of its own: ${countOf(furtherRows)}`,
    `v3: ${countOf(rows)}`,
  ];
}
