import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { FactId } from '../compiled.js';
import { CYBER_REPORTING } from './documents.js';
import type { Regime } from './documents.js';

/** Numbers from which an incident has at least a level by law. The fact is known by its id, and the unit with it. */
export interface LegalThreshold {
  fact: FactId;
  name: Said;
  regimes: Regime[];
  source: Said;
  /** For the three levels 特别重大, 重大, 较大, in this order. Each number includes itself (以上). */
  atLeast: [Figure, Figure, Figure];
}

/** `false`: not compared with the published text; the stricter of the draft and the recalled figure. */
type Figure = [number: number, verified: boolean];

const GUIDE = said(
  `${CYBER_REPORTING.document.en}, annex: grading guide`,
  `${CYBER_REPORTING.document['zh-CN']}附件《网络安全事件分级指南》`,
);
const ACCIDENTS = said(
  'Regulation on Production Safety Accidents (State Council Order 493), art. 3',
  '《生产安全事故报告和调查处理条例》（国务院令第493号）第3条',
);
const EVERY_OPERATOR: Regime[] = ['cn-cii', 'cn-central-organ', 'cn-other'];

export const LEGAL_THRESHOLDS: LegalThreshold[] = [
  threshold('piLeakedPersons', 'persons whose information leaked', '个人信息泄露人数', EVERY_OPERATOR, [
    [100_000_000, true],
    [10_000_000, true],
    [1_000_000, true],
  ]),
  threshold('directLossCNY', 'direct loss in CNY', '直接经济损失（元）', EVERY_OPERATOR, [
    [100_000_000, true],
    [20_000_000, true],
    [5_000_000, true],
  ]),
  threshold('peopleLifeAffected', 'people whose daily life is affected', '基本生活受影响人数', EVERY_OPERATOR, [
    [10_000_000, true],
    [1_000_000, false],
    [100_000, false],
  ]),
  threshold(
    'ciiWholeOutageMinutes',
    'minutes that the whole CII is down',
    '关键信息基础设施整体中断（分钟）',
    ['cn-cii'],
    [
      [360, true],
      [60, false],
      [10, false],
    ],
  ),
  threshold(
    'ciiMainFunctionOutageMinutes',
    'minutes that a main function of the CII is down',
    '关键信息基础设施主要功能中断（分钟）',
    ['cn-cii'],
    [
      [1_440, true],
      [180, false],
      [30, false],
    ],
  ),
  threshold(
    'keySiteDownMinutes',
    'minutes that a government portal is down',
    '党政机关门户网站无法访问（分钟）',
    ['cn-central-organ'],
    [
      [1_440, true],
      [360, false],
      [120, false],
    ],
  ),
  threshold(
    'illegalContentMinutes',
    'minutes that illegal content stands on the home page',
    '违法有害信息在首页存在（分钟）',
    EVERY_OPERATOR,
    [
      [360, true],
      [120, false],
      [30, false],
    ],
  ),
  threshold(
    'illegalContentOtherMinutes',
    'minutes that illegal content stands on another page',
    '违法有害信息在其他页面存在（分钟）',
    EVERY_OPERATOR,
    [
      [1_440, true],
      [720, false],
      [120, false],
    ],
  ),
  threshold('illegalContentReposts', 'reposts of illegal content', '违法有害信息转发次数', EVERY_OPERATOR, [
    [100_000, true],
    [10_000, false],
    [1_000, false],
  ]),
  threshold('illegalContentViews', 'views of illegal content', '违法有害信息浏览次数', EVERY_OPERATOR, [
    [1_000_000, true],
    [100_000, false],
    [10_000, false],
  ]),
  accident('deaths', 'deaths', '死亡人数', [30, 10, 3]),
  accident('seriousInjuries', 'serious injuries', '重伤人数', [100, 50, 10]),
];

function threshold(
  fact: FactId,
  en: string,
  zh: string,
  regimes: Regime[],
  atLeast: LegalThreshold['atLeast'],
): LegalThreshold {
  return { fact, name: said(en, zh), regimes, source: GUIDE, atLeast };
}

function accident(fact: FactId, en: string, zh: string, [i, ii, iii]: [number, number, number]): LegalThreshold {
  const atLeast: LegalThreshold['atLeast'] = [
    [i, true],
    [ii, true],
    [iii, true],
  ];
  return { fact, name: said(en, zh), regimes: ['cn-production-safety'], source: ACCIDENTS, atLeast };
}
