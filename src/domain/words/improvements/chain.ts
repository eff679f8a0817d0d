import type { ChainLink } from '../../improvement/chain.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import { speaker } from '../speaker.js';
import { formatInstant } from '../time.js';
import type { Zone } from '../time.js';

const TITLES: Record<ChainLink['kind'], Said> = {
  drill: said('Drill', '演练'),
  criterion: said('Criterion', '评估标准'),
  finding: said('Finding', '问题'),
  improvement: said('Improvement', '改进措施'),
  handedIn: said('Handed in', '报告完成'),
  planChange: said('Change of the plan', '预案修改'),
  planVersion: said('Version of the plan', '预案版本'),
  verificationDrill: said('Verification drill', '验证演练'),
  shown: said('Criterion now', '再次评定'),
  closed: said('Closed', '销号'),
};

/** One link as a line: what it is, and what stands in the record about it. */
export function chainLinkWords(link: ChainLink, names: Names, lang: Lang, zone: Zone): string {
  const parts = partsOf(link, names, lang, zone).filter((part) => part !== '');
  return `${TITLES[link.kind][lang]}${said(': ', '：')[lang]}${parts.join(said(', ', '，')[lang])}`;
}

function partsOf(link: ChainLink, names: Names, lang: Lang, zone: Zone): string[] {
  const say = speaker(names, lang);
  const { kind, at, by, drill = '', plan, criterion = '', rating, text, improvement = '' } = link;
  const when = at === undefined ? '' : formatInstant(at, lang, zone);
  const who = by === undefined ? '' : say.actor(by);
  const version =
    plan === undefined ? '' : said(`${plan.plan} version ${plan.version}`, `${plan.plan}第${plan.version}版`)[lang];
  const words = text === undefined ? '' : say.quote(text);
  const rated = [
    `${criterion} ${names.ratedCriterion(criterion, lang)}`,
    rating === undefined ? said('not rated', '未评定')[lang] : `${rating} ${names.rating(rating, lang)}`,
    link.passed === true ? said('passed', '通过')[lang] : said('not passed', '未通过')[lang],
    link.score === undefined ? '' : said(`score of the drill ${link.score}`, `演练得分${link.score}`)[lang],
  ];
  switch (kind) {
    case 'drill':
      return [drill, link.scenario ?? '', version, reportWords(link)[lang], when, who];
    case 'criterion':
      return rated;
    case 'shown':
      return [drill, version, ...rated, when];
    case 'finding':
      return [words];
    case 'improvement':
      return [improvement, words, when, who];
    case 'handedIn':
      return [words, when, who];
    case 'planChange':
      return [version, hashOf(plan), when, who];
    case 'planVersion': {
      const { inForceSince } = link;
      return [
        version,
        hashOf(plan),
        at === undefined
          ? said('not approved', '未批准')[lang]
          : said(`approved by ${who}, ${when}`, `批准：${who}，${when}`)[lang],
        inForceSince === undefined
          ? said('not in effect', '未生效')[lang]
          : said(
              `in effect since ${formatInstant(inForceSince, lang, zone)}`,
              `生效时间：${formatInstant(inForceSince, lang, zone)}`,
            )[lang],
      ];
    }
    case 'verificationDrill': {
      const due = link.dueAt === undefined ? '' : formatInstant(link.dueAt, lang, zone);
      return [drill, link.scenario ?? '', version, said(`planned for ${due}`, `计划时间：${due}`)[lang]];
    }
    case 'closed':
      return [drill === '' ? who : said(`by the drill ${drill}`, `依据演练${drill}`)[lang], words, when];
  }
}

function reportWords({ report, accepted }: ChainLink): Said {
  if (report === undefined) return said('no report yet', '尚无评估报告');
  return accepted === true
    ? said(`report version ${report} accepted`, `评估报告第${report}版已审定`)
    : said(`report version ${report}, not accepted in person`, `评估报告第${report}版未经本人审定`);
}

function hashOf(plan: ChainLink['plan']): string {
  return plan === undefined ? '' : `SHA-256 ${plan.hash.slice(0, 12)}…`;
}
