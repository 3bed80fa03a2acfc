import type { Figure } from '../figure.ts';
import { encoderFigures } from './encoders.ts';
import { gatewayFigures } from './gateway.ts';
import { installFigures } from './install.ts';
import { openPageFigures } from './open-page.ts';
import { pageFigures } from './pages.ts';
import { sideEffectFigures } from './side-effects.ts';
import { smallCallFigures } from './small-calls.ts';
import { startUpFigures } from './start-up.ts';

/** Every figure, in the order of the table. */
export const allFigures: readonly Figure[] = [
  ...pageFigures,
  ...sideEffectFigures,
  ...encoderFigures,
  ...smallCallFigures,
  ...installFigures,
  ...startUpFigures,
  ...gatewayFigures,
  ...openPageFigures,
];
