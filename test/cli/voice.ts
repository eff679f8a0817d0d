import { sayIn } from '../../src/cli/say.js';
import type { Voice } from '../../src/cli/session.js';
import { styleFor } from '../../src/cli/style.js';
import type { Lang } from '../../src/domain/lang.js';

/** Of somebody who reads a file: without colour, and with times as they came. */
export function voice(lang: Lang): Voice {
  return { lang, say: sayIn(lang), style: styleFor({ write: () => undefined }, {}), time: String };
}
