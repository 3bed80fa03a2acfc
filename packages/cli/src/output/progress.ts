import { SingleBar } from 'cli-progress';
import type { Output } from './output.ts';
import { visible } from './visible.ts';

/** A bar of a long piece of work, or a line of counts where the whole is not known. */
export interface Progress {
  /** @param done how much is done; @param counts further numbers, in words */
  reach(done: number, counts: string): void;
  /** What it is at just now: `sending`, `waiting until 14:03`. */
  state(words: string): void;
  stop(): void;
}

/**
 * Shows the progress on the error output while someone watches it; elsewhere it shows nothing.
 *
 * @param unit what is counted
 * @param total how much there is, as far as known
 */
export function showProgress(output: Output, unit: string, total: number | undefined): Progress {
  if (!output.isWatched) return { reach: nothing, state: nothing, stop: nothing };
  // A narrow terminal has room for the words only.
  const bar = output.width < 60 ? '' : '{bar} ';
  const share = total === undefined ? '' : `${bar}{percentage}% `;
  const of = total === undefined ? '' : '/{total}';
  const shown = new SingleBar({
    format: `${share}{value}${of} ${unit}{state}{counts}`,
    barsize: Math.max(8, Math.min(30, output.width - 50)),
    barCompleteChar: '#',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    // A signal is the program's own to handle.
    gracefulExit: false,
  });
  const payload = { counts: '', state: '' };
  let now = { done: 0, total: total ?? 0 };
  // Not before the first news: until then someone may be asked for the key.
  const begin = () => {
    if (shown.isActive) return;
    shown.start(now.total, now.done, payload);
    output.setBar({
      hide: () => shown.stop(),
      show: () => shown.start(now.total, now.done, payload),
    });
  };
  return {
    reach(done, counts) {
      begin();
      payload.counts = counts === '' ? '' : `, ${visible(counts)}`;
      // More lines than rows, or rows with line breaks in them: what was counted was a guess.
      now = { done, total: Math.max(done, now.total) };
      shown.setTotal(now.total);
      shown.update(done, payload);
    },
    state(words) {
      begin();
      payload.state = words === '' ? '' : `; ${visible(words)}`;
      shown.update(payload);
    },
    stop() {
      output.setBar(undefined);
      if (shown.isActive) shown.stop();
    },
  };
}

function nothing(): void {
  return undefined;
}
