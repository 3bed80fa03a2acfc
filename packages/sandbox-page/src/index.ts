export { type SandboxClock, sandboxClock } from './sandbox-clock.ts';
export { type SandboxPage, type SandboxPageOptions, sandboxPage } from './sandbox-page.ts';
