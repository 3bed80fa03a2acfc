export { type SandboxPage, type SandboxPageOptions, sandboxPage } from './sandbox-page.ts';
