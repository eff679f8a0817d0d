import type { Lang } from '../lang.js';
import { said } from '../lang.js';
import type { Names } from '../plan/names.js';
import { scoreShown } from '../readiness/index.js';
import type { Finding, Inspection } from '../readiness/index.js';
import { sentenceOf, readinessAreaWords, withNames } from './readiness.js';
import { oneLine } from './text.js';
import { formatDate } from './time.js';
import type { Zone } from './time.js';

/** More would not be read; the command at the end shows all. */
const SHOWN = 20;

interface Speech {
  names: Names;
  lang: Lang;
  zone: Zone;
}

export interface ReadinessReminder extends Speech {
  /** All that this person is to put right and is told now. */
  findings: readonly Finding[];
}

/** The mail that tells one person what an inspection has found that is theirs to put right. */
export function readinessReminderWords({ findings, ...speech }: ReadinessReminder): { subject: string; text: string } {
  const { names, lang } = speech;
  const n = findings.length;
  const one = n === 1 ? oneLine(withNames(findings[0]!.found, names, lang)) : undefined;
  return {
    subject: said(
      one === undefined ? `Readiness: ${n} things to put right` : `Readiness: ${one}`,
      one === undefined ? `【应急准备检查】${n}项待整改` : `【应急准备检查】${one}`,
    )[lang],
    text: [
      said(
        'An inspection of readiness has found this, and it is yours to put right:',
        '应急准备检查发现以下问题，请您整改：',
      )[lang],
      '',
      ...listed(findings, speech),
      whole(lang),
      '',
      names.organisation(lang),
    ].join('\n'),
  };
}

export interface ReadinessSummary extends Speech {
  inspection: Inspection;
  /** Of the inspection before. */
  before?: { score: number; keys: ReadonlySet<string> };
}

/** The mail that tells command how ready the organisation is, why not more, and what has changed. */
export function readinessSummaryWords({ inspection, before, ...speech }: ReadinessSummary): {
  subject: string;
  text: string;
} {
  const { names, lang } = speech;
  const score = scoreShown(inspection.score);
  const fresh = inspection.findings.filter(({ key }) => before?.keys.has(key) === false);
  const keys = new Set(inspection.findings.map(({ key }) => key));
  const gone = before === undefined ? 0 : [...before.keys].filter((key) => !keys.has(key)).length;
  const was = before === undefined ? undefined : scoreShown(before.score);
  return {
    subject: said(
      `Readiness: ${score} of 100, ${inspection.findings.length} findings`,
      `【应急准备检查】得分${score}，问题${inspection.findings.length}项`,
    )[lang],
    text: [
      said(`Readiness stands at ${score} of 100.`, `应急准备得分${score}（满分100）。`)[lang],
      ...(was === undefined
        ? []
        : [
            said(
              `The inspection before said ${was}; since then ${fresh.length} findings are new, and ${gone} are gone.`,
              `上次得分${was}；此后新增问题${fresh.length}项，已解决${gone}项。`,
            )[lang],
          ]),
      '',
      ...areaLines(inspection, lang),
      '',
      ...(inspection.findings.length === 0
        ? [said('Nothing stands against it.', '未发现问题。')[lang], '']
        : [
            said('What costs the most, with the points that it costs:', '扣分较多的问题：')[lang],
            '',
            ...listed(inspection.findings, speech, true),
          ]),
      whole(lang),
      '',
      names.organisation(lang),
    ].join('\n'),
  };
}

function areaLines({ areas }: Inspection, lang: Lang): string[] {
  return areas.map(({ area, looked, fine, lost, weight }) => {
    const name = readinessAreaWords(area, lang);
    return said(
      `${name}: ${fine} of ${looked} as they should be; ${tenth(lost)} of ${tenth(weight)} points lost`,
      `${name}：检查${looked}项，合格${fine}项，扣${tenth(lost)}分（满分${tenth(weight)}分）`,
    )[lang];
  });
}

function listed(findings: readonly Finding[], { names, lang, zone }: Speech, withPoints = false): string[] {
  const more = findings.length - SHOWN;
  return [
    ...findings.slice(0, SHOWN).flatMap(({ found, todo, since, points }, i) => {
      const cost = withPoints ? said(` (${tenth(points)})`, `（${tenth(points)}分）`)[lang] : '';
      const day = formatDate(since, lang, zone);
      return [
        `${i + 1}. ${oneLine(sentenceOf(found, names, lang))}${cost}`,
        `   ${said(`What to do: ${withNames(todo, names, lang)}. Found first on ${day}.`, `整改：${withNames(todo, names, lang)}。首次发现：${day}。`)[lang]}`,
        '',
      ];
    }),
    ...(more > 0 ? [said(`And ${more} more.`, `另有${more}项。`)[lang], ''] : []),
  ];
}

function whole(lang: Lang): string {
  return said('All of it: muster readiness', '查看全部：muster readiness')[lang];
}

export function tenth(points: number): string {
  return (Math.round(points * 10) / 10).toFixed(1);
}
