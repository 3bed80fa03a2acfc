export type { CallEvent } from './calls/call-event.ts';
export { type SandboxClock, sandboxClock } from './sandbox-clock.ts';
export { type SandboxPage, type SandboxPageOptions, sandboxPage } from './sandbox-page.ts';
