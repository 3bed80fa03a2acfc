import type { MethodName } from '@egoi-client/core';
import { lossesOf, type MethodLoss } from '@egoi-client/transport-v3';

/** How a loss shows in one way: `fax has no effect`, `FAX is not there`. */
export type Showing = string;

/** Each way in which a loss is declared to show; nothing for one that no answer shows. */
export function showingsOf({ kind, name, effects = {} }: MethodLoss): Showing[] {
  if (effects === 'unseen') return [];
  const { fields = [], endings = [], leftOut = {} } = effects;
  const shown = [
    ...fields.map(otherField),
    ...endings.map(otherEnding),
    ...Object.entries(leftOut).flatMap(([field, values]) =>
      values.map((value) => leftOutRecord(field, value)),
    ),
    ...(effects.isOneRecord === true ? [oneRecord] : []),
    ...(effects.hasFurtherRecords === true ? [furtherRecords] : []),
  ];
  if (kind === 'later') return [doneLater, ...shown];
  if (kind === 'field') return [missingField(name), ...shown];
  if (shown.length > 0) return shown;
  return [kind === 'parameter' ? withoutEffect(name) : otherField(name)];
}

/** Whether a parameter is lost as if it were not given, and nothing else is said of it. */
export function isWithoutEffect({ kind, effects }: Pick<MethodLoss, 'kind' | 'effects'>): boolean {
  return kind === 'parameter' && effects === undefined;
}

/** The loss that a reply tells of, as its method declares it. */
export function declaredLoss(
  method: string,
  { kind, name }: Pick<MethodLoss, 'kind' | 'name'>,
): MethodLoss | undefined {
  return lossesOf(method as MethodName).find((loss) => loss.kind === kind && loss.name === name);
}

export const doneLater: Showing = 'done later';
export const oneRecord: Showing = 'one record';
export const furtherRecords: Showing = 'further records';
export const withoutEffect = (name: string): Showing => `${name} has no effect`;
export const missingField = (name: string): Showing => `${name} is not there`;
export const otherField = (name: string): Showing => `${name} is another`;
export const leftOutRecord = (field: string, value: string): Showing =>
  `no record with ${field} ${value}`;
export const otherEnding = ([overV2, overV3]: readonly [string, string]): Showing =>
  `${overV3} in place of ${overV2}`;
