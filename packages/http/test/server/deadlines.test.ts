import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Deadlines } from '../../src/server/deadlines.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** Deadlines of 100 ms, with the names of those whose time was up. */
function deadlinesWithLog() {
  const deadlines = new Deadlines(100);
  const due: string[] = [];
  return { deadlines, due, start: (name: string) => deadlines.start(() => due.push(name)) };
}

describe('deadlines of one time limit', () => {
  test('are each due when their own time is up', () => {
    const { due, start } = deadlinesWithLog();
    start('first');
    jest.advanceTimersByTime(30);
    start('second');
    jest.advanceTimersByTime(69);
    expect(due).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(due).toEqual(['first']);
    jest.advanceTimersByTime(29);
    expect(due).toEqual(['first']);
    jest.advanceTimersByTime(1);
    expect(due).toEqual(['first', 'second']);
  });

  test('are never due once they are stopped, and delay no other', () => {
    const { deadlines, due, start } = deadlinesWithLog();
    const first = start('first');
    jest.advanceTimersByTime(40);
    deadlines.stop(first);
    start('second');
    jest.advanceTimersByTime(99);
    expect(due).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(due).toEqual(['second']);
  });

  test('may be started by one that is due', () => {
    const { deadlines, due, start } = deadlinesWithLog();
    deadlines.start(() => start('later'));
    jest.advanceTimersByTime(50);
    start('meanwhile');
    jest.advanceTimersByTime(100);
    expect(due).toEqual(['meanwhile']);
    jest.advanceTimersByTime(50);
    expect(due).toEqual(['meanwhile', 'later']);
  });

  test('keep a process alive as long as one of them runs', () => {
    jest.useRealTimers();
    const waitingTimers = () =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const others = waitingTimers();
    const { deadlines, start } = deadlinesWithLog();
    const first = start('first');
    const second = start('second');
    deadlines.stop(first);
    expect(waitingTimers()).toBe(others + 1);
    deadlines.stop(second);
    expect(waitingTimers()).toBe(others);
    const third = start('third');
    expect(waitingTimers()).toBe(others + 1);
    deadlines.stop(third);
    expect(waitingTimers()).toBe(others);
  });

  test('share one timer, which is gone when nothing waits for it', () => {
    const { deadlines, start } = deadlinesWithLog();
    const started = ['a', 'b', 'c'].map(start);
    expect(jest.getTimerCount()).toBe(1);
    for (const deadline of started) deadlines.stop(deadline);
    jest.advanceTimersByTime(100);
    expect(jest.getTimerCount()).toBe(0);
  });
});
