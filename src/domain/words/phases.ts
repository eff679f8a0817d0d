import { PHASES } from '../incident/index.js';
import type { Phase } from '../incident/index.js';
import type { Lang } from '../lang.js';

const PHASE_NAMES: Record<Lang, Record<Phase, string>> = {
  'zh-CN': {
    reported: '已报告，待核实',
    standby: '预警启动',
    responding: '应急响应',
    watching: '终止后观察',
    aftermath: '后期处置',
    closed: '已结案',
    rejected: '已否定',
    merged: '已并入其他事故',
  },
  en: {
    reported: 'reported, not verified',
    standby: 'standby',
    responding: 'responding',
    watching: 'watching after the end',
    aftermath: 'aftermath',
    closed: 'closed',
    rejected: 'rejected',
    merged: 'merged into another',
  },
};

export function phaseWords(phase: Phase, lang: Lang): string {
  return PHASE_NAMES[lang][phase];
}

const UNKNOWN: Record<Lang, string> = { 'zh-CN': '不明', en: 'unknown' };

/** Refusals carry phases as plain strings. */
export function phaseIn(id: string | undefined, lang: Lang): string {
  const phase = PHASES.find((known) => known === id);
  return phase === undefined ? (id ?? UNKNOWN[lang]) : phaseWords(phase, lang);
}
