import { numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { SITREP_HEADINGS, sitrepName } from '../sitrepNames.js';
import { formatInstant } from '../time.js';
import { knownLine } from './knownFacts.js';

/** Notices about SITREPs tell how it stands now, and no more what the report once said. */
export function isSitrep({ facts }: Pick<Notice, 'facts'>): boolean {
  return numberOf(facts, 'number') !== undefined;
}

export function sitrepZh(notice: Notice): string[] {
  if (!isSitrep(notice)) return [];
  const { facts, sitrepUrl, quote, say } = notice;
  const toDecide = quote('toDecide');
  const missed = numberOf(facts, 'missed') ?? 0;
  return [
    `期次：${sitrepName(numberOf(facts, 'number'), 'zh-CN')}${facts['final'] === true ? '（终报）' : ''}`,
    ...timed(notice, 'dueAt', '发布期限：'),
    ...(missed > 0 ? [`累计逾期：${missed}次`] : []),
    ...knownLine(notice, '已知情况'),
    ...(numberOf(facts, 'called')
      ? [
          `人员：现有应急人员${numberOf(facts, 'called')}人，已到位${numberOf(facts, 'arrived') ?? 0}人，已确认、尚未到位${numberOf(facts, 'acknowledged') ?? 0}人`,
        ]
      : []),
    ...(toDecide === undefined ? [] : [`${SITREP_HEADINGS['zh-CN'].decisions}：${toDecide}`]),
    ...(facts['decisions'] === true ? ['报告中有需要指挥部决定的事项。'] : []),
    ...timed(notice, 'nextDueAt', '下次报送：'),
    ...(sitrepUrl === undefined ? [] : [`全文：${say.quote(sitrepUrl)}`]),
  ];
}

export function sitrepEn(notice: Notice): string[] {
  if (!isSitrep(notice)) return [];
  const { facts, sitrepUrl, quote, say } = notice;
  const toDecide = quote('toDecide');
  const missed = numberOf(facts, 'missed') ?? 0;
  return [
    `Report: ${sitrepName(numberOf(facts, 'number'), 'en')}${facts['final'] === true ? ' (final)' : ''}`,
    ...timed(notice, 'dueAt', 'To be released by: '),
    ...(missed > 0 ? [`Missed so far: ${missed}`] : []),
    ...knownLine(notice, 'Known'),
    ...(numberOf(facts, 'called')
      ? [
          `People: ${numberOf(facts, 'called')} mobilised, ${numberOf(facts, 'arrived') ?? 0} arrived, ${numberOf(facts, 'acknowledged') ?? 0} acknowledged and not arrived yet`,
        ]
      : []),
    ...(toDecide === undefined ? [] : [`${SITREP_HEADINGS.en.decisions}: ${toDecide}`]),
    ...(facts['decisions'] === true ? ['It holds matters for command to decide.'] : []),
    ...timed(notice, 'nextDueAt', 'Next report: '),
    ...(sitrepUrl === undefined ? [] : [`Full text: ${say.quote(sitrepUrl)}`]),
  ];
}

function timed({ facts, lang, zone }: Notice, key: string, label: string): string[] {
  const at = numberOf(facts, key);
  return at === undefined ? [] : [`${label}${formatInstant(at, lang, zone)}`];
}
