import type { DrillEventOf } from '../../drill/index.js';
import type { Said } from '../../lang.js';
import { said } from '../../lang.js';
import { paceWords } from '../pace.js';
import type { Speaker } from '../speaker.js';
import { formatInstant } from '../time.js';
import type { Zone } from '../time.js';

/** What of a scheme was changed, as it is from now on. */
export function revisedWords(
  { roles, pace, plannedAt, simulateAbsent }: DrillEventOf<'schemeRevised'>,
  say: Speaker & { zone: Zone },
): Said {
  const parts = [
    ...(roles === undefined
      ? []
      : [
          said(
            `who has which part (director ${say.person(roles.director)}, players ${roles.players.length})`,
            `人员安排（总指挥${say.person(roles.director)}，参演${roles.players.length}人）`,
          ),
        ]),
    ...(pace === undefined ? [] : [said(`pace: ${paceWords(pace, 'en')}`, `时间速度：${paceWords(pace, 'zh-CN')}`)]),
    ...(plannedAt === undefined ? [] : [beginning(plannedAt, say)]),
    ...(simulateAbsent === undefined
      ? []
      : [
          simulateAbsent === null
            ? said('nobody simulated', '不模拟缺席人员')
            : said('absent players simulated', '缺席人员由系统模拟'),
        ]),
  ];
  return said(parts.map(({ en }) => en).join(', '), parts.map((part) => part['zh-CN']).join('，'));
}

function beginning(plannedAt: number | null, { lang, zone }: Speaker & { zone: Zone }): Said {
  if (plannedAt === null) return said('begins when the director says so', '由总指挥宣布开始');
  const when = formatInstant(plannedAt, lang, zone);
  return said(`begins at ${when}`, `开始时间：${when}`);
}
