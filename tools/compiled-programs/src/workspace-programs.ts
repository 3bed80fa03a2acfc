import { join } from 'node:path';
import { compiledFile, compilePrograms } from './compile-programs.ts';

const root = join(import.meta.dirname, '../../..');
const variable = 'EGOI_COMPILED_PROGRAMS';

/** The programs that tests start, and those that these start, by their paths in the workspace. */
const workspacePrograms = [
  'checks/endurance/src/crash-test/import-child.ts',
  'checks/endurance/src/crash-test/main.ts',
  'checks/endurance/src/distributed/producer-process.ts',
  'checks/endurance/src/distributed/worker-process.ts',
  'checks/endurance/src/gateway-load/main.ts',
  'checks/endurance/src/killed-shim/main.ts',
  'checks/endurance/src/killed-shim/shim-child.ts',
  'checks/endurance/src/million/account-child.ts',
  'checks/endurance/src/million/import-child.ts',
  'checks/endurance/src/million/main.ts',
  'checks/endurance/src/soak/main.ts',
  'checks/endurance/src/soak/server-child.ts',
  'checks/endurance/src/v3-million/main.ts',
  'checks/hostile/src/attacks/crowd/hostile-child.ts',
  'checks/hostile/src/attacks/gateway-child.ts',
  'checks/hostile/src/attacks/main.ts',
  'checks/hostile/src/fuzz/main.ts',
  'checks/hostile/src/fuzz/worker.ts',
  'checks/hostile/src/retention/main.ts',
  'checks/wires/src/killed-call/main.ts',
  'examples/find-inactive.ts',
  'examples/legacy-bridge.ts',
  'examples/nightly-import.ts',
  'examples/send-newsletter.ts',
  'examples/sign-up-form.ts',
  'packages/bulk/test/support/contend.ts',
  'packages/bulk/test/support/hold-lock.ts',
  'packages/cli/src/main.ts',
  'packages/http/test/support/lone-process.ts',
  'packages/gateway/test/support/full-disk.ts',
  'packages/quota/test/knocking-process.ts',
  'packages/sandbox/test/fixtures/writer.ts',
  'tools/redis-process/test/started-by-a-child.ts',
] as const;

type WorkspaceProgram = (typeof workspacePrograms)[number];

/** Compiles them all, for this process and those that it starts. @param folder where they go */
export async function compileWorkspacePrograms(folder: string): Promise<void> {
  const files = workspacePrograms.map((program) => join(root, program));
  await compilePrograms(files, root, folder);
  process.env[variable] = folder;
}

/**
 * Where a program of the workspace is compiled, to be started with `process.execPath`.
 *
 * @throws Error outside of a run of Jest, whose set-up compiles them
 */
export function compiledProgram(program: WorkspaceProgram): string {
  const folder = process.env[variable];
  if (folder === undefined)
    throw new Error(`${variable} is not set: Jest's set-up compiles programs`);
  return compiledFile(join(root, program), root, folder);
}
