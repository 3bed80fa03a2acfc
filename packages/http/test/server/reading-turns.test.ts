import { describe, expect, test } from '@jest/globals';
import { ReadingTurns } from '../../src/server/reading-turns.ts';

describe('turns of reading', () => {
  test('go to the callers in turn, however many bodies each of them sends', async () => {
    const turns = new ReadingTurns();
    const order: string[] = [];
    const take = async (caller: string, body: string) => {
      await turns.next(caller);
      order.push(body);
    };
    await Promise.all([
      take('a', 'a1'),
      take('a', 'a2'),
      take('a', 'a3'),
      take('b', 'b1'),
      take('c', 'c1'),
      take('c', 'c2'),
    ]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  test('come one in each turn of the event loop', async () => {
    const turns = new ReadingTurns();
    let loops = 0;
    let isOver = false;
    const count = () => {
      loops += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(['a', 'b', 'a', 'a'].map((caller) => turns.next(caller)));
    isOver = true;
    expect(loops).toBeGreaterThanOrEqual(3);
  });

  test('are for short bodies too when much has been read at once', async () => {
    const turns = new ReadingTurns();
    const spend = (ms: number) => () => {
      const endMs = performance.now() + ms;
      while (performance.now() < endMs);
    };
    expect(turns.readAtOnce(spend(1))).toBe(true);
    expect(turns.readAtOnce(spend(25))).toBe(true);
    expect(turns.readAtOnce(spend(0))).toBe(false);
    await new Promise(setImmediate);
    expect(turns.readAtOnce(spend(0))).toBe(true);
  });
});
