import type {
  BrokenOff,
  DrillStatus,
  EndOfConduct,
  InjectState,
  PlayedBy,
  Waiting,
  WhyMissed,
} from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';

const FORMS = {
  live: said('Live drill', '实战演练'),
  tabletop: said('Tabletop drill', '桌面演练'),
};

/** What a drill is called before those who play in it, whom the name of its scenario would tell too much. */
export function drillKindWords(kind: keyof typeof FORMS): Said {
  return FORMS[kind];
}

const STATUS: Record<DrillStatus, Said> = {
  drafting: said('scheme being drafted', '方案拟定中'),
  review: said('scheme waits for approval', '方案待批准'),
  ready: said('approved, not begun', '已批准，待开始'),
  starting: said('being started', '正在启动'),
  running: said('under way', '演练中'),
  evaluating: said('over, being evaluated', '已结束，评估中'),
  submitted: said('report with command', '评估报告待审定'),
  closed: said('closed', '已办结'),
  calledOff: said('called off', '已取消'),
};

const WAITING: Record<Waiting, Said> = {
  scheme: said('the scheme is to be handed in', '演练方案尚未提交'),
  approval: said('the scheme waits for approval', '演练方案尚待批准'),
  date: said('the drill has no date', '演练尚未确定时间'),
  acceptance: said('the report waits for acceptance', '评估报告尚待审定'),
};

const MISSED: Record<WhyMissed, Said> = {
  approvedLate: said('its scheme was approved only after that', '方案在预定时间之后才获批准'),
  notRunning: said('nothing ran then', '当时系统停止运行'),
};

export const waitingWords = (waits: Waiting): Said => WAITING[waits];
export const whyMissedWords = (why: WhyMissed): Said => MISSED[why];

const ENDED: Record<EndOfConduct, Said> = {
  terminated: said('the response was terminated', '响应终止'),
  director: said('the director ended it', '总指挥宣布结束'),
  stopped: said('it was broken off', '中止'),
  timeUp: said('its time was up', '时间已到'),
  realIncident: said('it gave way to a real incident', '因发生真实事故终止演练'),
};

const PLAYED: Record<PlayedBy, Said> = {
  time: said('at its time', '按时间注入'),
  event: said('after what it waited for', '因事件触发注入'),
  silence: said('because nothing had come', '因未出现预期情况注入'),
  hand: said('by hand', '人工注入'),
  contingency: said('as contingency: the expected action did not come', '备用注入：预期行动未出现'),
};

const INJECT: Record<InjectState['status'], Said> = {
  waiting: said('still to come', '待注入'),
  played: said('played', '已注入'),
  skipped: said('skipped', '已跳过'),
  notNeeded: said('not needed', '无须注入'),
};

export function drillStatusWords(status: DrillStatus, lang: Lang): string {
  return STATUS[status][lang];
}

export function drillEndWords(why: EndOfConduct, lang: Lang): string {
  return ENDED[why][lang];
}

/** Beside a result: it tells of a part of the scenario. */
export function brokenOffWords({ played, all }: BrokenOff, lang: Lang): string {
  return said(
    `broken off: ${played} of ${all} injects were played; no score`,
    `演练中止，情景清单共${all}项，已注入${played}项，不计总分`,
  )[lang];
}

export function playedByWords(by: PlayedBy, lang: Lang): string {
  return PLAYED[by][lang];
}

export function injectStatusWords(status: InjectState['status'], lang: Lang): string {
  return INJECT[status][lang];
}
