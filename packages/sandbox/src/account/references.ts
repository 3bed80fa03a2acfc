/** What a reference stands for. */
type Referenced = 'contact' | 'campaign';

/** Gives the reference of the `serial`-th thing of a kind. */
export type References = (kind: Referenced, serial: number) => string;

/**
 * References that look random and never repeat: a permutation of the serial numbers, so that none has
 * to be looked up before it is used, and the same seed gives the same ones.
 *
 * @param seed chooses the permutation, 0 to 4,294,967,295
 */
export function seededReferences(seed: number): References {
  const digits = (serial: number, salt: number) =>
    permute40(serial, seed + salt)
      .toString(16)
      .padStart(10, '0');
  return (kind, serial) =>
    kind === 'contact'
      ? digits(serial, 0)
      : [1, 2, 3, 4]
          .map((part) => digits(serial, part * campaignSalt))
          .join('')
          .slice(-32);
}

/** Keeps the rounds of hashes apart from those of contacts. */
const campaignSalt = 1000;

const half = 2 ** 20;

/** A Feistel network over two halves of 20 bits: reversible whatever the round function does. */
function permute40(serial: number, seed: number): number {
  let left = Math.floor(serial / half) % half;
  let right = serial % half;
  for (let round = 1; round <= 4; round += 1) {
    const mixed = Math.imul(right + Math.imul(seed + round, 0x9e3779b1), 0x85ebca6b);
    [left, right] = [right, left ^ ((mixed ^ (mixed >>> 13)) >>> 12)];
  }
  return left * half + right;
}
