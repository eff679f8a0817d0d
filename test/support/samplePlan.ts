import { LANGS } from '../../src/domain/lang.js';
import type { Lang, Text } from '../../src/domain/lang.js';
import type { CompiledPlan, Holders } from '../../src/domain/plan/compiled.js';
import type { Names } from '../../src/domain/plan/names.js';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';

/** A small plan with everything that the machine reads: three levels, three teams, a second signature at level 1. */
export function samplePlan(): CompiledPlan {
  return {
    id: 'sample',
    version: 3,
    hash: '5f1c'.repeat(16),
    languages: [...LANGS],
    categories: ['operation', 'security'],
    incidentLevels: [
      { id: 'critical', level: 'L1' },
      { id: 'serious', level: 'L2' },
      { id: 'minor', level: 'L3' },
    ],
    levels: [
      { id: 'L1', decidedBy: ['commander'] },
      { id: 'L2', decidedBy: ['commander', 'deputy'] },
      { id: 'L3', decidedBy: ['commander', 'deputy', 'duty'] },
    ],
    facts: [
      { id: 'usersAffected', type: 'number' },
      { id: 'dataLost', type: 'boolean' },
    ],
    criteria: [
      { id: 'manyUsers', incidentLevel: 'serious', when: { fact: 'usersAffected', atLeast: 1_000 } },
      { id: 'lostData', incidentLevel: 'critical', when: { fact: 'dataLost', is: true } },
    ],
    responseRules: [],
    posts: [
      { id: 'commander' },
      { id: 'deputy' },
      { id: 'duty' },
      { id: 'techLead', team: 'tech' },
      { id: 'engineer', team: 'tech' },
      { id: 'liaisonLead', team: 'liaison' },
      { id: 'liaisonMember', team: 'liaison' },
      { id: 'pressLead', team: 'publicity' },
    ],
    teams: [
      { id: 'tech', lead: 'techLead' },
      { id: 'liaison', lead: 'liaisonLead' },
      { id: 'publicity', lead: 'pressLead' },
    ],
    command: { commander: 'commander', deputies: ['deputy'], checkIn: [] },
    authority: {
      standby: [{ posts: ['commander', 'deputy', 'duty'] }],
      reject: [{ posts: ['commander', 'deputy'] }],
      proposeTermination: [{ posts: ['techLead', 'deputy'] }],
      confirmTermination: [{ posts: ['commander', 'deputy'] }],
      close: [{ posts: ['commander'] }],
    },
    verification: { posts: ['commander', 'deputy'], remindAfter: 5 * MINUTE, reminders: 2, timeBox: [], automatic: [] },
    mobilisation: [
      { team: 'tech', levels: ['L1', 'L2', 'L3'] },
      { team: 'liaison', levels: ['L1', 'L2'] },
      { team: 'publicity', levels: ['L1'] },
    ],
    tasks: [],
    obligations: [],
    allocation: [],
    spending: [],
    notification: {
      alert: { remindAfter: 2 * MINUTE, escalateAfter: 5 * MINUTE, escalateTo: ['commander', 'deputy'] },
      call: { remindAfter: 5 * MINUTE, escalateAfter: 10 * MINUTE, escalateTo: ['deputy'] },
      retry: { waits: [30 * SECOND, MINUTE], giveUpAfter: HOUR },
    },
    termination: {
      criteria: [{ id: 'serviceRestored' }, { id: 'causeControlled' }, { id: 'noFurtherHarm', levels: ['L1', 'L2'] }],
      secondSignature: ['L1', 'L2'],
      watch: [],
      override: { posts: ['commander'], secondPosts: ['deputy'] },
    },
  };
}

/** The same with SITREPs: every hour at level 1, every two at level 2, and none at level 3. */
export function planWithSitreps(): CompiledPlan {
  const to = ['commander', 'deputy'];
  return {
    ...samplePlan(),
    partners: [{ id: 'regulator', owner: 'duty' }],
    sitreps: {
      drafter: 'liaisonMember',
      releasedBy: 'liaisonLead',
      cadence: [
        { levels: ['L1'], every: HOUR, to: [...to, 'pressLead'], partners: ['regulator'] },
        { levels: ['L2'], every: 2 * HOUR, to },
      ],
    },
  };
}

export function sampleHolders(): Holders {
  return {
    commander: ['lin-wei'],
    deputy: ['chen-jing'],
    duty: ['wang-fang'],
    techLead: ['zhao-lei'],
    engineer: ['sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'],
    liaisonLead: ['zhou-min'],
    liaisonMember: ['xu-na', 'ma-chao'],
    pressLead: ['gao-yang'],
  };
}

/** The names with the characters 镕 and 喆 are on purpose: small Chinese fonts lack them. */
const PEOPLE: Record<string, Text> = {
  'lin-wei': { 'zh-CN': '林伟', en: 'Lin Wei' },
  'chen-jing': { 'zh-CN': '陈静', en: 'Chen Jing' },
  'wang-fang': { 'zh-CN': '王芳', en: 'Wang Fang' },
  'zhao-lei': { 'zh-CN': '赵磊', en: 'Zhao Lei' },
  'sun-yu': { 'zh-CN': '孙宇', en: 'Sun Yu' },
  'qian-rong': { 'zh-CN': '钱镕', en: 'Qian Rong' },
  'he-zhe': { 'zh-CN': '何喆', en: 'He Zhe' },
  'wu-kun': { 'zh-CN': '吴堃', en: 'Wu Kun' },
  'zhou-min': { 'zh-CN': '周敏', en: 'Zhou Min' },
  'xu-na': { 'zh-CN': '徐娜', en: 'Xu Na' },
  'ma-chao': { 'zh-CN': '马超', en: 'Ma Chao' },
  'gao-yang': { 'zh-CN': '高阳', en: 'Gao Yang' },
};

const POSTS: Record<string, Text> = {
  commander: { 'zh-CN': '指挥长', en: 'Commander' },
  deputy: { 'zh-CN': '副指挥长', en: 'Deputy commander' },
  duty: { 'zh-CN': '值班经理', en: 'Duty manager' },
  techLead: { 'zh-CN': '技术救援组组长', en: 'Technical rescue lead' },
  engineer: { 'zh-CN': '研发工程师', en: 'Engineer' },
  liaisonLead: { 'zh-CN': '信息联络组组长', en: 'Information liaison lead' },
  liaisonMember: { 'zh-CN': '信息联络员', en: 'Liaison officer' },
  pressLead: { 'zh-CN': '宣传报道组组长', en: 'Publicity lead' },
};

const TEAMS: Record<string, Text> = {
  tech: { 'zh-CN': '技术救援组', en: 'Technical rescue' },
  liaison: { 'zh-CN': '信息联络组', en: 'Information liaison' },
  publicity: { 'zh-CN': '宣传报道组', en: 'Publicity' },
};

const LEVELS: Record<string, Text> = {
  L1: { 'zh-CN': 'Ⅰ级', en: 'Level I' },
  L2: { 'zh-CN': 'Ⅱ级', en: 'Level II' },
  L3: { 'zh-CN': 'Ⅲ级', en: 'Level III' },
};

const INCIDENT_LEVELS: Record<string, Text> = {
  critical: { 'zh-CN': '重大事故', en: 'Critical' },
  serious: { 'zh-CN': '较大事故', en: 'Serious' },
  minor: { 'zh-CN': '一般事故', en: 'Minor' },
};

const CATEGORIES: Record<string, Text> = {
  operation: { 'zh-CN': '发布后运行故障', en: 'Failure in operation' },
  security: { 'zh-CN': '网络安全', en: 'Security' },
};

const PARTNERS: Record<string, Text> = {
  cloud: { 'zh-CN': '云服务商', en: 'Cloud provider' },
  regulator: { 'zh-CN': '行业主管部门', en: 'The regulator' },
};

const PARTNER_CONTACTS: Record<string, Text> = {
  cloud: { 'zh-CN': '热线见联系卡 1 号', en: 'Hotline: contact sheet no. 1' },
};

const PARTNER_AGREEMENTS: Record<string, Text> = {
  cloud: { 'zh-CN': '企业支持协议', en: 'Enterprise support' },
};

const RESOURCES: Record<string, Text> = {
  generator: { 'zh-CN': '柴油发电机', en: 'Diesel generator' },
  pump: { 'zh-CN': '水泵', en: 'Pump' },
  fund: { 'zh-CN': '应急专项资金', en: 'Emergency fund' },
};

const QUALIFICATIONS: Record<string, Text> = { restore: { 'zh-CN': '数据恢复', en: 'Data recovery' } };

const FACTS: Record<string, Text> = {
  usersAffected: { 'zh-CN': '受影响用户数', en: 'Users affected' },
  dataLost: { 'zh-CN': '数据丢失', en: 'Data lost' },
};

const GRADING_CRITERIA: Record<string, Text> = {
  manyUsers: { 'zh-CN': '受影响用户达到一千', en: 'At least 1,000 users are affected' },
  lostData: { 'zh-CN': '数据已经丢失', en: 'Data has been lost' },
};

const TERMINATION_CRITERIA: Record<string, Text> = {
  serviceRestored: { 'zh-CN': '系统恢复正常运行', en: 'Systems are back to normal' },
  causeControlled: { 'zh-CN': '事故原因得到控制', en: 'The cause is under control' },
  noFurtherHarm: { 'zh-CN': '无次生影响', en: 'No further harm is expected' },
};

/** Any map of texts as the lookup that `Names` asks for. */
function lookup(texts: Record<string, Text>): (id: string, lang: Lang) => string {
  return (id, lang) => texts[id]?.[lang] ?? id;
}

const OPINION_ALERTS: Record<string, Text> = {
  jump: { 'zh-CN': '提及量达到平日的五倍', en: 'Mentions reach five times the usual' },
  untrue: { 'zh-CN': '出现不实信息', en: 'An untrue claim spreads' },
};

export function sampleNames(): Names {
  return {
    organisation: (lang) => (lang === 'en' ? 'Yunfan Technology Ltd' : '云帆科技有限公司'),
    plan: (lang) => (lang === 'en' ? 'Emergency plan for software incidents' : '软件突发事件应急预案'),
    category: lookup(CATEGORIES),
    level: lookup(LEVELS),
    incidentLevel: lookup(INCIDENT_LEVELS),
    post: lookup(POSTS),
    team: lookup(TEAMS),
    person: lookup(PEOPLE),
    partner: lookup(PARTNERS),
    partnerContact: lookup(PARTNER_CONTACTS),
    partnerAgreement: lookup(PARTNER_AGREEMENTS),
    qualification: lookup(QUALIFICATIONS),
    fact: lookup(FACTS),
    factValue: (_, value) => String(value),
    reportSection: (id, lang) => ({ unit: { 'zh-CN': '单位概况', en: 'The unit' }[lang] })[id] ?? id,
    responseRule: (id) => id,
    gradingSource: (_, lang) => ({ source: lang === 'en' ? 'Own risk assessment' : '本单位风险评估', verified: false }),
    gradingCriterion: lookup(GRADING_CRITERIA),
    terminationCriterion: lookup(TERMINATION_CRITERIA),
    obligation: (id) => id,
    addressee: (_, lang) => (lang === 'en' ? 'The authority' : '主管部门'),
    opinionAlert: lookup(OPINION_ALERTS),
    task: (id) => id,
    resource: lookup(RESOURCES),
    resourceAmount: (_, quantity, lang) => (lang === 'en' ? `${quantity} units` : `${quantity}台`),
    budget: (id) => id,
    lessonQuestion: (number, lang) => (lang === 'en' ? `Question ${number}?` : `问题${number}？`),
    scenario: (id) => id,
    ratedCriterion: (id, lang) => (lang === 'en' ? `Criterion ${id}` : `标准${id}`),
    rating: (id, lang) => (lang === 'en' ? `Rating ${id}` : `评级${id}`),
    conclusion: (id, lang) => (lang === 'en' ? `Conclusion ${id}` : `结论${id}`),
    agenda: (lang) => (lang === 'en' ? ['What happened', 'What follows'] : ['经过', '后续']),
  };
}
