import Sequencer from '@jest/test-sequencer';

/**
 * Begins with what runs whole programs: those suites take longest, though their files are the shortest,
 * and one that comes last keeps every other worker waiting for it.
 */
export default class JestOrder extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is a method of the sequencer, not of a list
    return super.sort(tests).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ path }) {
  return /[\\/](?:checks|tools)[\\/][^\\/]+[\\/]test[\\/]/.test(path) ? 0 : 1;
}
