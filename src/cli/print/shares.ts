import type { ShareOf } from '../../rehearsal/index.js';
import type { Voice } from '../session.js';

/** `12 % (10–14)`. */
export function percent({ share, from, to }: ShareOf, { say }: Pick<Voice, 'say'>): string {
  const [is, least, most] = [share, from, to].map((part) => String(Math.round(part * 100)));
  return say(`${is} % (${least}–${most})`, `${is}%（${least}–${most}）`);
}
