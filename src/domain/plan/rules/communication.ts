import { said } from '../../lang.js';
import { authorityRules } from '../compile/authority.js';
import { parseDuration } from '../duration.js';
import type { Path } from '../issues.js';
import { MUSTER, PLAN_GUIDE, section } from './documents.js';
import { observe, observeIf, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';

/** What authorities allow themselves for a first authoritative statement. */
const FIRST_STATEMENT = '5h';
const CLOSING_STEPS = ['analysis', 'report', 'lessons'] as const;

/** What is said, to whom, and after whose approval. */
export const communicationRules: Rule[] = [
  rule({
    id: 'V-92',
    title: said('Situation reports are laid down, and reach command', '规定信息报送并报指挥部'),
    basis: { ...PLAN_GUIDE, clause: section('6.3'), kind: 'derived' },
    run: ({ plan: { sitreps, command } }) => {
      if (sitreps === undefined) {
        return [
          observe(
            ['sitreps'],
            said('nothing says when the situation is reported, and to whom', '没有规定信息报送的频次和对象'),
            said('add "sitreps"', '加上“sitreps”'),
          ),
        ];
      }
      const posts = [command.commander, ...command.deputies];
      return sitreps.cadence.flatMap(({ levels, to }, i) =>
        observeIf(
          !to.some((post) => posts.includes(post)),
          ['sitreps', 'cadence', i, 'to'],
          said(`reports at ${levels.join(', ')} do not reach command`, `${levels.join('、')}的信息报送没有报指挥部`),
          said(`add "${command.commander}"`, `加上“${command.commander}”`),
        ),
      );
    },
  }),
  rule({
    id: 'V-93',
    title: said('Nobody approves what they wrote themselves', '拟稿与批准分开'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan: { aftermath, sitreps, drills } }) => [
      ...sameHand(
        ['aftermath', 'publication', 'drafter'],
        aftermath?.publication?.drafter,
        authorityRules(aftermath?.publication?.approvedBy ?? []).flatMap(({ posts }) => posts),
      ),
      ...sameHand(['aftermath', 'report', 'owner'], aftermath?.report.owner, [
        aftermath?.report.reviewer,
        aftermath?.report.approver,
      ]),
      ...sameHand(['sitreps', 'drafter'], sitreps?.drafter, [sitreps?.releasedBy]),
      ...sameHand(['drills', 'organiser'], drills?.organiser, [drills?.approver]),
    ],
  }),
  rule({
    id: 'V-94',
    title: said(
      'Publication has a clock, a legal check, and somebody who listens',
      '信息发布有时限、有法务审核、有舆情监测',
    ),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['aftermath'],
    run: ({ plan: { aftermath, levels } }) => {
      const { publication, publicOpinion } = aftermath;
      const top = levels[0]?.id ?? '';
      const first = publication?.firstStatement?.find((entry) => entry.levels.includes(top));
      return [
        ...observeIf(
          first === undefined || parseDuration(first.within) > parseDuration(FIRST_STATEMENT),
          ['aftermath', 'publication', 'firstStatement'],
          first === undefined
            ? said(`nothing says how soon the public hears of level ${top}`, `没有规定${top}级响应首次发布的时限`)
            : said(`at level ${top} the public waits ${first.within}`, `${top}级响应首次发布时限为${first.within}`),
          said('within 5 h, as authorities do', '不超过五小时'),
        ),
        ...observeIf(
          publication?.legalCheck === undefined,
          ['aftermath', 'publication', 'legalCheck'],
          said('no post checks what is published for its legal effect', '发布内容没有法务审核'),
          said('add "legalCheck: …"', '加上“legalCheck: …”'),
        ),
        ...observeIf(
          publicOpinion === undefined,
          ['aftermath', 'publicOpinion'],
          said('nobody watches public opinion', '没有舆情监测'),
          said('add "publicOpinion"', '加上“publicOpinion”'),
        ),
      ];
    },
  }),
  rule({
    id: 'V-95',
    title: said('Command closes after analysis, report and lessons', '完成原因分析、报告和总结后方可结案'),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['aftermath'],
    run: ({ plan: { aftermath } }) => {
      const left = CLOSING_STEPS.filter((step) => !aftermath.mandatory?.includes(step));
      return observeIf(
        left.length > 0,
        ['aftermath', 'mandatory'],
        said(`closing does not wait for ${left.join(', ')}`, `结案不要求完成：${left.join('、')}`),
        said('add them to "mandatory"', '加入“mandatory”'),
      );
    },
  }),
];

function sameHand(path: Path, writer: string | undefined, approvers: (string | undefined)[] = []): Observation[] {
  return observeIf(
    writer !== undefined && approvers.includes(writer),
    path,
    said(`"${writer}" writes it and passes it`, `“${writer}”既拟稿又审批`),
    said('let another post review or approve it', '由其他岗位审核或批准'),
  );
}
