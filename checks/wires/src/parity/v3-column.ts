import type { V3Column, V3Row } from '@egoi-client/conformance/v3';
import { translations } from '@egoi-client/transport-v3';

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

/** Whether every case is right, every declared loss was seen, and every call took what its method declares. */
export function isV3Right({ rows, furtherRows, unshown, costs }: V3Column): boolean {
  return (
    unshown.length === 0 &&
    costs.every(({ declared, counted }) => counted === declared) &&
    [...rows, ...furtherRows].every(({ verdict }) => verdict !== 'wrong')
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

function countWords(count: number | undefined): string {
  return String(count ?? 'none').padEnd(7);
}

/** The requests of a call of each method: declared, counted in its plainest form, and the most that one took. */
function formatCosts(costs: V3Column['costs']): string[] {
  const right = costs.filter(({ declared, counted }) => counted === declared);
  return [
    `${'requests of a call over v3'.padEnd(26)}  declared  counted  most     more`,
    ...costs.map(({ method, declared, counted, most, further }) =>
      [
        method.padEnd(26),
        String(declared).padEnd(8),
        countWords(counted),
        countWords(most),
        further,
      ]
        .join('  ')
        .trimEnd(),
    ),
    `v3, costs as declared: ${right.length} of ${costs.length} methods`,
  ];
}

/** `64 (exact 19, with losses 32, refused 13)` */
function verdictWords(): string {
  const verdicts = translations().map(({ translation }) => translation.verdict);
  const counts = (['exact', 'with losses', 'refused'] as const).map(
    (verdict) => `${verdict} ${verdicts.filter((one) => one === verdict).length}`,
  );
  return `${verdicts.length} (${counts.join(', ')})`;
}

/** What is wrong over API v3, a line each, the costs and the counts; that of the cases of all transports is the last. */
export function formatV3Column(column: V3Column): string[] {
  const { rows, furtherRows, declared, unshown, unseen, costs } = column;
  return [
    ...[...rows, ...furtherRows].flatMap(({ method, case: name, problems }) =>
      problems.map((problem) => `v3: ${method}: ${name}: ${problem}`),
    ),
    ...unshown.map((showing) => `v3: no case shows the loss ${showing}`),
    ...formatCosts(costs),
    `v3, methods: ${verdictWords()}`,
    `v3, losses that no answer is known to show: ${unseen.length}`,
    `v3, ways in which losses show: ${declared.length - unshown.length} of ${declared.length}`,
    `v3, cases of its own: ${countOf(furtherRows)}`,
    `v3: ${countOf(rows)}`,
  ];
}
