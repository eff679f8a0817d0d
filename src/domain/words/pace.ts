import type { Lang } from '../lang.js';

/** How fast the clock of a drill goes. */
export function paceWords(pace: number, lang: Lang): string {
  if (lang === 'en') {
    if (pace === 0) return 'paused';
    return pace === 1 ? 'as fast as the wall clock' : `${pace} times as fast as the wall clock`;
  }
  if (pace === 0) return '暂停';
  return pace === 1 ? '与实际时间同速' : `实际时间的${pace}倍速`;
}
