import type { Lang } from '../../../lang.js';

interface Presence {
  added: string;
  removed: string;
}

/** Of lists whose entries are rules rather than things: what it means that a rule is there. `…` is whom it is about. */
export const PRESENCE: Record<string, Record<Lang, Presence>> = {
  mobilisation: {
    'zh-CN': { added: '新增动员…', removed: '不再动员…' },
    en: { added: '… now called', removed: '… no longer called' },
  },
  'command.checkIn': {
    'zh-CN': { added: '指挥长须定时签到', removed: '指挥长不再定时签到' },
    en: { added: 'the commander now checks in', removed: 'the commander no longer checks in' },
  },
  'sitreps.cadence': {
    'zh-CN': { added: '新增信息报送', removed: '不再进行信息报送' },
    en: { added: 'SITREPs now written', removed: 'SITREPs no longer written' },
  },
  'verification.timeBox': {
    'zh-CN': { added: '新增…的核实时限', removed: '取消…的核实时限' },
    en: { added: 'time box for … added', removed: 'time box for … removed' },
  },
  'verification.automatic': {
    'zh-CN': { added: '符合准则时自动启动', removed: '不再自动启动' },
    en: { added: 'now starts by itself when the criteria propose it', removed: 'no longer starts by itself' },
  },
  'termination.secondSignature': {
    'zh-CN': { added: '应急终止须经二次签署', removed: '应急终止不再须经二次签署' },
    en: { added: 'the end now needs a second signature', removed: 'the end no longer needs a second signature' },
  },
  'termination.watch': {
    'zh-CN': { added: '终止后设观察期', removed: '终止后不再设观察期' },
    en: { added: 'now watched after the end', removed: 'no longer watched after the end' },
  },
  'aftermath.publication.approvedBy': {
    'zh-CN': { added: '…可以批准对外发布', removed: '…不再有权批准对外发布' },
    en: { added: '… may now approve what is published', removed: '… may no longer approve what is published' },
  },
  'aftermath.publication.firstStatement': {
    'zh-CN': { added: '新增首次发布时限', removed: '取消首次发布时限' },
    en: { added: 'time for the first statement set', removed: 'no time for the first statement any more' },
  },
  'aftermath.publicOpinion.cadence': {
    'zh-CN': { added: '新增舆情监测', removed: '不再监测舆情' },
    en: { added: 'public opinion now watched', removed: 'public opinion no longer watched' },
  },
  'authority.standby': {
    'zh-CN': { added: '…可以决定预警启动', removed: '…不再有权决定预警启动' },
    en: { added: '… may now declare standby', removed: '… may no longer declare standby' },
  },
  'authority.reject': {
    'zh-CN': { added: '…可以否定报告', removed: '…不再有权否定报告' },
    en: { added: '… may now reject a report', removed: '… may no longer reject a report' },
  },
  'authority.proposeTermination': {
    'zh-CN': { added: '…可以提议应急终止', removed: '…不再有权提议应急终止' },
    en: { added: '… may now propose the end', removed: '… may no longer propose the end' },
  },
  'authority.confirmTermination': {
    'zh-CN': { added: '…可以确认应急终止', removed: '…不再有权确认应急终止' },
    en: { added: '… may now confirm the end', removed: '… may no longer confirm the end' },
  },
  'authority.close': {
    'zh-CN': { added: '…可以结案', removed: '…不再有权结案' },
    en: { added: '… may now close the incident', removed: '… may no longer close the incident' },
  },
  'funds.authority': {
    'zh-CN': { added: '…可以直接开支', removed: '…不再有权直接开支' },
    en: { added: '… may now spend without asking', removed: '… may no longer spend without asking' },
  },
};

interface Flag {
  yes: string;
  no: string;
}

/** Of fields that are true or false: what became of it. Absent is the same as false in these. */
export const FLAGS: Record<string, Record<Lang, Flag>> = {
  'tasks.mandatory': {
    'zh-CN': { yes: '改为必须完成', no: '不再必须完成' },
    en: { yes: 'now mandatory', no: 'no longer mandatory' },
  },
  'tasks.internal': {
    'zh-CN': { yes: '改为仅限内部，不写入报送稿', no: '改为可以写入报送稿' },
    en: { yes: 'now internal, not told in filings', no: 'may now be told in filings' },
  },
  'gradingCriteria.verified': {
    'zh-CN': { yes: '已与原文核对', no: '改为未与原文核对' },
    en: { yes: 'now compared with its source', no: 'no longer taken as compared with its source' },
  },
  'obligations.verified': {
    'zh-CN': { yes: '已与原文核对', no: '改为未与原文核对' },
    en: { yes: 'now compared with its source', no: 'no longer taken as compared with its source' },
  },
  'obligations.theirs': {
    'zh-CN': { yes: '改为对方义务，本单位只跟踪', no: '改为本单位报送' },
    en: { yes: "now somebody else's duty, only tracked here", no: 'now filed by us' },
  },
  'obligations.beforeVerification': {
    'zh-CN': { yes: '改为不待核实立即报送', no: '改为核实后报送' },
    en: { yes: 'now sent before verification', no: 'now sent after verification' },
  },
  'drills.feedback.anonymous': {
    'zh-CN': { yes: '改为匿名', no: '不再匿名' },
    en: { yes: 'now anonymous', no: 'no longer anonymous' },
  },
  'scenarios.injects.byHand': {
    'zh-CN': { yes: '改为由主持人注入', no: '不再由主持人注入' },
    en: { yes: 'now played by hand', no: 'no longer played by hand' },
  },
  'drills.evaluation.criteria.critical': {
    'zh-CN': { yes: '列为关键项', no: '不再是关键项' },
    en: { yes: 'now critical', no: 'no longer critical' },
  },
};
