import {
  allFigures,
  barChart,
  type Figure,
  figureResult,
  formatGoal,
  formatRow,
  isMet,
  lineChart,
  median,
  ratios,
  summarise,
} from '@egoi-client/bench';
import { describe, expect, test } from '@jest/globals';

describe('statistics', () => {
  test('the median is the middle, whatever the order, and between the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow(RangeError);
  });

  test('a summary keeps the least and the greatest', () => {
    expect(summarise([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  });

  test('ratios are taken round by round', () => {
    expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
    expect(() => ratios([1], [1, 2])).toThrow(RangeError);
  });

  test('a goal is reached at its very value, and by no NaN', () => {
    expect(isMet(10, { atLeast: 10 })).toBe(true);
    expect(isMet(9.99, { atLeast: 10 })).toBe(false);
    expect(isMet(1.5, { atMost: 1.5 })).toBe(true);
    expect(isMet(1.51, { atMost: 1.5 })).toBe(false);
    expect(isMet(Number.NaN, { atMost: 1 })).toBe(false);
    expect(isMet(Number.NaN, { atLeast: 1 })).toBe(false);
  });
});

describe('a figure', () => {
  const figure: Figure = {
    name: 'reading',
    peer: 'another reader',
    unit: '× as fast',
    goal: { atLeast: 2 },
    measure: async () => 'not here',
  };

  test('is its median, held against its goal', () => {
    const result = figureResult(figure, { values: [3, 1, 2], times: { ours: 5, peer: 10 } });
    expect(result).toEqual({
      name: 'reading',
      peer: 'another reader',
      unit: '× as fast',
      value: 2,
      min: 1,
      max: 3,
      goal: formatGoal({ atLeast: 2 }),
      met: true,
      times: { ours: 5, peer: 10 },
    });
    expect(formatRow(result)).toMatch(/^met .*2\.00 × as fast/);
  });

  test('that misses its goal says so', () => {
    const result = figureResult(figure, { values: [1] });
    expect(result.met).toBe(false);
    expect(formatRow(result)).toMatch(/^MISS/);
  });

  test('without a goal is neither', () => {
    const { goal: _goal, ...bare } = figure;
    expect(figureResult(bare, { values: [1] })).toMatchObject({ goal: null, met: null });
  });

  test('has a name of its own that --figures can hold', () => {
    const names = allFigures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.includes(','))).toEqual([]);
  });
});

describe('a chart', () => {
  test('carries any text as XML does', () => {
    const chart = barChart('a < b & "c"', [{ label: '<script>', value: 1, isOurs: true }], '&');
    expect(chart).toContain('&lt;script&gt;');
    expect(chart).toContain('aria-label="a &lt; b &amp; &quot;c&quot;"');
    expect(chart).not.toContain('<script>');
  });

  test('draws bars in proportion', () => {
    const bars = [
      { label: 'one', value: 1, isOurs: true },
      { label: 'two', value: 2, isOurs: false },
    ];
    const lengths = [...barChart('bars', bars, 'ms').matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(
      ([, length]) => Number(length),
    );
    expect(lengths[1]).toBeCloseTo(2 * (lengths[0] ?? 0), 0);
  });

  test('draws a line for each program, also where all points are alike', () => {
    const line = (label: string) => ({ label, isOurs: false, points: [[1, 5] as const] });
    const chart = lineChart('growth', [line('a'), line('b')], { x: 'x', y: 'y' });
    expect(chart.match(/<path /g)).toHaveLength(2);
    expect(chart).not.toContain('NaN');
  });
});
