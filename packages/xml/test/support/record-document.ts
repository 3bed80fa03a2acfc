import type { Random } from './random.ts';

/** The elements whose text differs, and those whose text is a part of the markup. */
export const leafNames: readonly string[] = ['a', 'text'];
export const labelName = 'b';

const labels = ['UID', 'EMAIL', 'é', 'x &amp; y', ' ', ''];
const texts = [
  '',
  'x',
  'Ana',
  '&lt;',
  ' \n',
  'some text of more than a few characters',
  '😀',
  ']]',
];
const gaps = ['', '', '', '', '', '', '', '\n  ', '<!-- c -->', 'x', '<?go?>'];
const others = [
  '<a/>',
  '<c/>',
  '<c>x</c>',
  '<a xmlns:p="urn:two">x</a>',
  '<p:a p:b="1">x</p:a>',
  '<d xmlns="urn:one"><a>x</a></d>',
];

/** A document of records that repeat their markup, as answers do, but for a slip here and there. */
export function recordDocument(random: Random): string {
  const members = Array.from({ length: 1 + random.below(4) }, () => member(random));
  const item = random.pick(['item', 'item', 'item k="1"', 'item xmlns:p="urn:two"', 'p:item']);
  const end = item.split(' ')[0];
  // As many leaves as a document needs before anything is learnt of it.
  let text = '<a>.</a>'.repeat(64);
  for (let count = random.below(8); count > 0; count -= 1) {
    text += `<${item}>${members.map((part) => part()).join('')}</${end}>`;
  }
  // A root that is written as its children are: what was learnt of them leads out of it.
  if (random.oneIn(10)) {
    const own = members.map((part) => part()).join('');
    const roots = `<${item}>${text}${own}</${end}><${item}>${own}</${end}>`;
    return item.includes('xmlns') || end !== 'p:item'
      ? roots
      : roots.replace('<p:item', '<p:item xmlns:p="urn:one"');
  }
  const depth = random.oneIn(6) ? 1 + random.below(3) : 0;
  return `<r xmlns:p="urn:one">${'<item>'.repeat(depth)}${text}${'</item>'.repeat(depth)}</r>`;
}

/** What stands in each record at one place. */
function member(random: Random): () => string {
  const label = random.pick(labels);
  const name = random.pick(leafNames);
  const form = random.below(4);
  return () => {
    if (random.oneIn(12)) return random.pick(others);
    const gap = random.oneIn(8) ? random.pick(gaps) : '';
    const leaf = `<${name}>${random.oneIn(20) ? '<c/>' : ''}${random.pick(texts)}</${name}>`;
    if (form === 0) return leaf + gap;
    if (form === 1) return `<${labelName}>${label}</${labelName}>${gap}${leaf}`;
    if (form === 2) return `<m k="${label.trim()}">${gap}${leaf}</m>`;
    return `<m><${labelName}>${label}</${labelName}><v>${random.oneIn(5) ? '' : leaf}</v>${gap}</m>`;
  };
}
