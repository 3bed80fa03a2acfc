import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

const executable = 'chromium';

function chromiumPath(): string | undefined {
  const { status, stdout } = spawnSync('which', [executable], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * `describe` where Chromium is installed, `describe.skip` with a notice where it is not. With
 * `CHROMIUM_REQUIRED=1` in the environment nothing is skipped: the tests run and fail.
 *
 * @param describe the test runner's
 */
export function whereChromiumIs<Run, Skip>(describe: Run & { readonly skip: Skip }): Run | Skip {
  if (process.env['CHROMIUM_REQUIRED'] === '1' || chromiumPath() !== undefined) return describe;
  process.stderr.write('skipped: chromium is not installed (Debian: apt-get install chromium)\n');
  return describe.skip;
}

/**
 * Starts a Chromium with an empty profile that speaks with nobody of its own accord.
 *
 * @param hostRules addresses of names, as `--host-resolver-rules` takes them
 */
export function startChromium(hostRules: string): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath() ?? executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Addresses are asked as they are written, without a try at https before.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=${hostRules}`,
    ],
  });
}
