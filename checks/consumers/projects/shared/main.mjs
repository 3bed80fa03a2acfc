import { firstCalls } from './first-calls.mjs';

console.log(`answers: ${(await firstCalls()).join(', ')}`);
