import { LANGS, said } from '../../lang.js';
import { daysBetween } from '../days.js';
import type { Path } from '../issues.js';
import type { PlanDocument, Section } from '../schema.js';
import { article, PLAN_MEASURES, SUCCESSORS } from './documents.js';
import { observe, rule, undecided } from './rule.js';
import type { Rule } from './rule.js';
import { textsIn } from './textsIn.js';

const DASH = '\\s*[-\u2010-\u2015\u2212\uff0d]\\s*';

/** Numbers that were replaced, and what stands now. Where a text names both, it tells the history and cites nothing. */
const SUPERSEDED: { old: RegExp; now: string; current: RegExp }[] = [
  ...(['9007-2019', '9009-2015', '9011-2019'] as const).map((number) => {
    const [series] = number.split('-');
    // Renamed without a change of text by the ministry's notice 2025 No. 1.
    return {
      old: new RegExp(`AQ\\s*/\\s*T\\s*${series}`),
      now: `YJ/T ${number}`,
      current: new RegExp(`YJ\\s*/\\s*T\\s*${series}`),
    };
  }),
  {
    old: new RegExp(`GB\\s*/\\s*T\\s*29639${DASH}2013`),
    now: 'GB/T 29639-2020',
    current: new RegExp(`29639${DASH}2020`),
  },
  {
    old: /国办发\s*[〔[［(（]\s*2013\s*[〕\]］)）]\s*101\s*号/,
    now: '国办发〔2024〕5号',
    current: /国办发\s*[〔[［(（]\s*2024\s*[〕\]］)）]\s*5\s*号/,
  },
  {
    old: /GB\s*\/\s*Z\s*20986/,
    now: 'GB/T 20986-2023',
    current: new RegExp(`GB\\s*/\\s*T\\s*20986${DASH}2023`),
  },
];

/** Records of the past cite what stood then. */
const OF_THE_PAST: Section[] = ['cases'];
/** A plan is revised within so many days after a new law or standard took effect. */
const REVISED_WITHIN = 90;

export const citationRules: Rule[] = [
  rule({
    id: 'V-11',
    title: said('Standards that the plan cites are in force', '引用的标准和文件现行有效'),
    basis: { ...SUCCESSORS, kind: 'direct' },
    run: ({ plan }) =>
      citations(plan).flatMap(({ path, text }) =>
        SUPERSEDED.filter(({ old, current }) => old.test(text) && !current.test(text)).map(({ old, now }) => {
          const cited = old.exec(text)?.[0] ?? '';
          return observe(
            path,
            said(`${cited} is cited, which is no longer in force`, `引用了已被代替的${cited}`),
            said(`compare with ${now} and cite that`, `对照并改为引用${now}`),
          );
        }),
      ),
  }),
  rule({
    id: 'V-13',
    title: said('The plan follows new law within 90 days', '法律、标准施行后九十日内修订预案'),
    basis: { ...PLAN_MEASURES, clause: article(36), kind: 'derived' },
    needs: ['today'],
    run: ({ plan, today, lifecycle }) => {
      const written = lifecycle?.approvedAt ?? plan.plan.issued;
      if (written === undefined) return undecided('nothing says when the plan was approved', '没有批准或颁布日期');
      return plan.sources.flatMap(({ id, inForce }, i) => {
        if (inForce === undefined || inForce <= written || daysBetween(inForce, today) <= REVISED_WITHIN) return [];
        return [
          observe(
            ['sources', i, 'inForce'],
            said(
              `"${id}" took effect on ${inForce}; the plan is of ${written} and was not revised since`,
              `“${id}”自${inForce}起施行，预案日期为${written}，此后没有修订`,
            ),
            said('go through what changed, and revise the plan', '对照新规定评估并修订预案'),
          ),
        ];
      });
    },
  }),
];

/** Texts that may cite something. An entry of `sources` counts as one text: number and titles belong together. */
function citations(plan: PlanDocument): { path: Path; text: string }[] {
  const { sources, control, ...others } = plan;
  const { history: _, ...rest } = control ?? { history: [] };
  const sections = Object.entries({ ...others, control: rest }).filter(
    ([key]) => !OF_THE_PAST.some((past) => past === key),
  );
  return [
    ...sources.map(({ number, title }, i) => ({
      path: ['sources', i, number === undefined ? 'title' : 'number'],
      text: [number, ...LANGS.map((lang) => title[lang])].join('\n'),
    })),
    ...sections.flatMap(([key, value]) => textsIn(value, [key])),
  ];
}
