import type { FactValue } from '../../plan/condition.js';
import { listOf, numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { sitrepName } from '../sitrepNames.js';
import { formatInstant } from '../time.js';

/** Notices about SITREPs tell how it stands now, and no more what the report once said. */
export function isSitrep({ facts }: Pick<Notice, 'facts'>): boolean {
  return numberOf(facts, 'number') !== undefined;
}

export function sitrepZh(notice: Notice): string[] {
  if (!isSitrep(notice)) return [];
  const { facts, documentUrl, say } = notice;
  const known = knownIn(notice);
  const missed = numberOf(facts, 'missed') ?? 0;
  return [
    `期次：${sitrepName(numberOf(facts, 'number'), 'zh-CN')}${facts['final'] === true ? '（终报）' : ''}`,
    ...timed(notice, 'dueAt', '发布期限：'),
    ...(missed > 0 ? [`累计逾期：${missed}次`] : []),
    ...(known.length === 0 ? [] : [`已知情况：${known.join('；')}`]),
    ...(numberOf(facts, 'called')
      ? [`人员：动员${numberOf(facts, 'called')}人，已确认${numberOf(facts, 'answered') ?? 0}人`]
      : []),
    ...(facts['decisions'] === true ? ['报告中有需要指挥部决定的事项。'] : []),
    ...timed(notice, 'nextDueAt', '下次报送：'),
    ...(documentUrl === undefined ? [] : [`全文（凭令牌下载）：${say.quote(documentUrl)}`]),
  ];
}

export function sitrepEn(notice: Notice): string[] {
  if (!isSitrep(notice)) return [];
  const { facts, documentUrl, say } = notice;
  const known = knownIn(notice);
  const missed = numberOf(facts, 'missed') ?? 0;
  return [
    `Report: ${sitrepName(numberOf(facts, 'number'), 'en')}${facts['final'] === true ? ' (final)' : ''}`,
    ...timed(notice, 'dueAt', 'To be released by: '),
    ...(missed > 0 ? [`Missed so far: ${missed}`] : []),
    ...(known.length === 0 ? [] : [`Known: ${known.join('; ')}`]),
    ...(numberOf(facts, 'called')
      ? [`People: ${numberOf(facts, 'called')} mobilised, ${numberOf(facts, 'answered') ?? 0} acknowledged`]
      : []),
    ...(facts['decisions'] === true ? ['It holds matters for command to decide.'] : []),
    ...timed(notice, 'nextDueAt', 'Next report: '),
    ...(documentUrl === undefined ? [] : [`Full text, with your token: ${say.quote(documentUrl)}`]),
  ];
}

function timed({ facts, lang, zone }: Notice, key: string, label: string): string[] {
  const at = numberOf(facts, key);
  return at === undefined ? [] : [`${label}${formatInstant(at, lang, zone)}`];
}

/** Written by the machine as `fact=value`, the value as JSON. */
function knownIn({ facts, say }: Notice): string[] {
  return listOf(facts, 'known').flatMap((entry) => {
    const [, fact, value] = /^([^=]+)=(.*)$/su.exec(entry) ?? [];
    return fact === undefined || value === undefined ? [] : [say.fact(fact, JSON.parse(value) as FactValue)];
  });
}
