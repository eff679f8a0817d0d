import type { RoomName } from '../incident/index.js';
import type { Lang } from '../lang.js';

const ROOM_WORDS: Record<Lang, Record<RoomName, string>> = {
  'zh-CN': {
    report: '事故报告',
    plan: '预案版本',
    verification: '核实',
    grading: '定级',
    merging: '事故合并',
    claims: '人员归属',
    command: '指挥',
    checkIn: '指挥长报到',
    mobilisation: '动员',
    situation: '态势',
    sitreps: '信息报送',
    tasks: '任务',
    scene: '现场警戒',
    obligations: '法定报送',
    resources: '资源',
    termination: '应急终止',
    aftermath: '后期处置',
    improvements: '改进措施',
    failures: '程序故障',
    effects: '通知与文书',
  },
  en: {
    report: 'report',
    plan: 'version of the plan',
    verification: 'verification',
    grading: 'grading',
    merging: 'merging',
    claims: 'people shared between incidents',
    command: 'command',
    checkIn: 'check-in of the commander',
    mobilisation: 'mobilisation',
    situation: 'situation',
    sitreps: 'SITREPs',
    tasks: 'tasks',
    scene: 'cordon and access',
    obligations: 'legal reports',
    resources: 'resources',
    termination: 'termination',
    aftermath: 'aftermath',
    improvements: 'improvements',
    failures: 'program failures',
    effects: 'notices and documents',
  },
};

/** Refusals carry rooms as plain strings. */
export function roomWords(room: string, lang: Lang): string {
  return Object.hasOwn(ROOM_WORDS[lang], room) ? ROOM_WORDS[lang][room as RoomName] : room;
}
