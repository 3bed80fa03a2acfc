import type { MethodLoss } from '@egoi-client/transport-v3';

type LossEffects = Exclude<NonNullable<MethodLoss['effects']>, string>;
type Ending = NonNullable<LossEffects['endings']>[number][number];

/** Where a loss shows beside its own name, in sentences; `''` where it does not, or nobody knows. */
export function effectsWords({ name, effects }: MethodLoss): string {
  if (effects === undefined || effects === 'unseen') return '';
  const { fields = [], endings = [], leftOut = {} } = effects;
  const others = fields.filter((field) => field !== name).map((field) => `\`${field}\``);
  const sentences = [
    others.length === 0 ? '' : `It shows in ${others.join(', ')}.`,
    ...endings.map(
      ([overV2, overV3]) =>
        `Where v2 ends with ${endingWords(overV2)}, v3 may end with ${endingWords(overV3)}.`,
    ),
    ...Object.entries(leftOut).map(
      ([field, values]) =>
        `Left out is what has ${values.map((value) => `\`${value}\``).join(', ')} in \`${field}\`.`,
    ),
    effects.isOneRecord === true ? 'One record stands for all.' : '',
    effects.hasFurtherRecords === true ? 'There are records that v2 has not.' : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function endingWords(ending: Ending): string {
  if (ending === 'answer') return 'an answer';
  return ending === 'partial' ? 'a call that is partly done' : `\`${ending}\``;
}
