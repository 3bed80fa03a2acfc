import { existsSync, readFileSync } from 'node:fs';

const ownStatus = '/proc/self/status';

/**
 * The most memory that the operating system ever gave this process, in bytes. Linux counts in `maxRSS`
 * also what the process that started this one held, so its own mark is read where there is one.
 */
export function peakMemoryBytes(): number {
  const status = existsSync(ownStatus) ? readFileSync(ownStatus, 'utf8') : '';
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) * 1024;
}
