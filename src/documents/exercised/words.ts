import type { Lang } from '../../domain/lang.js';

interface CoverageWords {
  title: string;
  caption: string;
  plan: string;
  madeAt: string;
  every: string;
  met: string;
  due: string;
  summary: string;
  summaryCaption: string;
  kind: string;
  all: string;
  within: string;
  old: string;
  never: string;
  name: string;
  drills: string;
  lastDrill: string;
  lastReal: string;
  standing: string;
  inTime: string;
  incomplete: string;
  foot: string;
  counts: string;
  method: string;
  runningHead: (date: string) => string;
  version: (plan: string, version: number) => string;
  days: (every: string) => string;
  lead: (met: number, all: number, due: number) => string;
  listOf: (kind: string) => string;
  onlySimulated: (count: number) => string;
  of: (date: string, id: string) => string;
}

export const COVERAGE_WORDS: Record<Lang, CoverageWords> = {
  'zh-CN': {
    title: '演练覆盖情况表',
    caption: '基本情况',
    plan: '依据预案',
    madeAt: '统计时间',
    every: '演练周期',
    met: '周期内已演练',
    due: '应演练',
    summary: '总体情况',
    summaryCaption: '各类内容演练覆盖情况',
    kind: '内容',
    all: '总数',
    within: '周期内已演练',
    old: '超过周期',
    never: '从未演练',
    name: '名称',
    drills: '演练次数',
    lastDrill: '最近一次演练',
    lastReal: '最近一次真实事故',
    standing: '情况',
    inTime: '符合',
    incomplete: '事故和演练数量较多，最早的未计入。',
    foot: '说明',
    counts: '计算方法',
    method: '以演练中实际到位、操作、报送、决策为准；仅由系统模拟的不计；真实事故单列，不代替演练。',
    runningHead: (date) => `演练覆盖情况表 ${date}`,
    version: (plan, version) => `${plan}（第${version}版）`,
    days: (every) => every.replace(/^(\d+)d$/, '$1天'),
    lead: (met, all, due) =>
      due === 0
        ? `预案各项内容共${all}项，均在周期内演练过。`
        : `预案各项内容共${all}项，周期内演练过${met}项，应安排演练${due}项。`,
    listOf: (kind) => `${kind}演练情况`,
    onlySimulated: (count) => `另有${count}次仅为系统模拟`,
    of: (date, id) => `${date}（${id}）`,
  },
  en: {
    title: 'What was exercised, and what is due',
    caption: 'At a glance',
    plan: 'Plan',
    madeAt: 'As of',
    every: 'To be exercised every',
    met: 'Exercised in time',
    due: 'Due',
    summary: 'The whole of it',
    summaryCaption: 'What was exercised, kind by kind',
    kind: 'Kind',
    all: 'All',
    within: 'In time',
    old: 'Too long ago',
    never: 'Never',
    name: 'Name',
    drills: 'Drills',
    lastDrill: 'Last drill',
    lastReal: 'Last real incident',
    standing: 'Standing',
    inTime: 'in time',
    incomplete: 'There are so many incidents and drills that the oldest were not looked at.',
    foot: 'Note',
    counts: 'What counts',
    method:
      'In the drill somebody came, acted, filed or decided. What only the simulator did does not count; a real incident stands beside, and is no drill.',
    runningHead: (date) => `Exercised and due, ${date}`,
    version: (plan, version) => `${plan}, version ${version}`,
    days: (every) => every.replace(/^(\d+)d$/, '$1 days'),
    lead: (met, all, due) =>
      due === 0
        ? `All ${all} parts of the plan were exercised in time.`
        : `Of ${all} parts of the plan ${met} ${met === 1 ? 'was' : 'were'} exercised in time; ${due} ${due === 1 ? 'is' : 'are'} due.`,
    listOf: (kind) => `${kind}: what was exercised`,
    onlySimulated: (count) => `only simulated in ${count}`,
    of: (date, id) => `${date} (${id})`,
  },
};
