import type { FactValue } from '../../plan/condition.js';
import { listOf } from '../details.js';
import type { Notice } from '../notice.js';

/** The facts that a notice brings, with name and unit; see `valuesOf` of the machine. */
function knownIn({ facts, say }: Pick<Notice, 'facts' | 'say'>, key: string): string[] {
  return listOf(facts, key).flatMap((entry) => {
    const [, fact, value] = /^([^=]+)=(.*)$/su.exec(entry) ?? [];
    return fact === undefined || value === undefined ? [] : [say.fact(fact, JSON.parse(value) as FactValue)];
  });
}

/** In one line under a label, or no line. */
export function knownLine(notice: Notice, label: string, key = 'known'): string[] {
  const known = knownIn(notice, key);
  if (known.length === 0) return [];
  return [notice.lang === 'en' ? `${label}: ${known.join('; ')}` : `${label}：${known.join('；')}`];
}
