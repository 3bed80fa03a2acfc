import { spawnSync } from 'node:child_process';
import { type CDPSession, chromium } from 'playwright-core';

/** A page of a server that somebody has open in a browser. */
export interface OpenPage {
  /** Bytes that the scripts and the document of the page take, without garbage. */
  memory(): Promise<number>;
}

/** Where Chromium is, if there is one. */
export function chromiumPath(): string | undefined {
  const { status, stdout } = spawnSync('which', ['chromium'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Works while a page is open in Chromium.
 *
 * @param isLive an expression that is true once the page shows what happens
 */
export async function withOpenPage<T>(
  executablePath: string,
  url: string,
  isLive: string,
  work: (page: OpenPage) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(isLive);
    const session = await page.context().newCDPSession(page);
    return await work({ memory: () => memoryOf(session) });
  } finally {
    await browser.close();
  }
}

async function memoryOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
