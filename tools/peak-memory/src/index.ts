export { peakMemoryBytes } from './peak-memory-bytes.ts';
