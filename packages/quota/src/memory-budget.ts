import type { CallBudget } from './call-budget.ts';
import { limiterBudget } from './limiter-budget.ts';
import { memoryStore } from './memory-store.ts';

/** A budget that this process has for itself. @param now milliseconds from any start */
export function memoryBudget(now: () => number): CallBudget {
  return limiterBudget(memoryStore(now), '');
}
