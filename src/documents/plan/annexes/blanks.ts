import type { Lang } from '../../../domain/lang.js';
import type { Bilingual } from '../labels.js';

const PLACEHOLDER = /\{(?<name>\w+)\}/g;

/** After a label there is only room to write; within a sentence the reader must be told what to write. */
const LABELLED: Record<Lang, RegExp> = { 'zh-CN': /[：\s]$/, en: /:\s*$/ };

const LONG = '____________________';
const SHORT = '________';
/** So many characters leave room for a long blank on the same line in either language. */
const LINE = 30;

/** A form as people fill it in: room to write, or in brackets what belongs there. `known` are words that never change. */
export function withBlanks(body: string, lang: Lang, known: Readonly<Record<string, string>>): string {
  return body
    .split('\n')
    .map((line) =>
      line.replaceAll(PLACEHOLDER, (placeholder, name: string, at: number) => {
        const told = known[name];
        if (told !== undefined) return told;
        const hint = HINTS[name]?.[lang] ?? spelled(name, lang);
        if (hint === undefined || LABELLED[lang].test(line.slice(0, at)))
          return at < LINE && placeholder.length + at === line.length && isOnly(line) ? LONG : SHORT;
        return lang === 'zh-CN' ? `〔${hint}〕` : `[${hint}]`;
      }),
    )
    .join('\n');
}

function isOnly(line: string): boolean {
  return line.match(PLACEHOLDER)?.length === 1;
}

/** What a blank is called beside a text. */
export function blankWords(name: string, lang: Lang): string {
  return HINTS[name]?.[lang] ?? spelled(name, lang) ?? name;
}

/** A name that is not known here is English; in Chinese it is left empty. */
function spelled(name: string, lang: Lang): string | undefined {
  return lang === 'en' ? name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : undefined;
}

/** What the blanks of the sample's forms are called. */
const HINTS: Readonly<Record<string, Bilingual | undefined>> = {
  accountability: { 'zh-CN': '责任处理情况', en: 'who was held accountable' },
  address: { 'zh-CN': '地址', en: 'address' },
  addressee: { 'zh-CN': '主送单位', en: 'addressee' },
  affectedData: { 'zh-CN': '受影响的数据', en: 'data affected' },
  affectedServices: { 'zh-CN': '受影响的服务', en: 'services affected' },
  analysisDue: { 'zh-CN': '分析初稿完成时间', en: 'when the analysis is due' },
  approver: { 'zh-CN': '签署人', en: 'approver' },
  area: { 'zh-CN': '地域', en: 'area' },
  asOf: { 'zh-CN': '截止时间', en: 'time' },
  attachments: { 'zh-CN': '附件', en: 'attachments' },
  author: { 'zh-CN': '起草人', en: 'author' },
  awareAt: { 'zh-CN': '知悉时间', en: 'time of awareness' },
  category: { 'zh-CN': '事故类别', en: 'category' },
  cause: { 'zh-CN': '原因', en: 'cause' },
  chair: { 'zh-CN': '主持人', en: 'chair' },
  changes: { 'zh-CN': '变化情况', en: 'changes' },
  channel: { 'zh-CN': '发布渠道', en: 'channel' },
  classifiedAt: { 'zh-CN': '归类时间', en: 'time of classification' },
  clients: { 'zh-CN': '客户数', en: 'clients' },
  compensation: { 'zh-CN': '补偿和申诉办法', en: 'compensation' },
  consequences: { 'zh-CN': '可能的后果', en: 'consequences' },
  contact: { 'zh-CN': '联系方式', en: 'contact' },
  contactMail: { 'zh-CN': '邮箱', en: 'e-mail' },
  contactName: { 'zh-CN': '联系人', en: 'contact person' },
  contactPhone: { 'zh-CN': '电话', en: 'telephone' },
  continuity: { 'zh-CN': '业务连续性计划启动情况', en: 'whether business continuity was activated' },
  correction: { 'zh-CN': '更正内容', en: 'correction' },
  counsel: { 'zh-CN': '法律顾问', en: 'counsel' },
  counterparts: { 'zh-CN': '交易对手数', en: 'counterparts' },
  course: { 'zh-CN': '经过', en: 'course of events' },
  criteria: { 'zh-CN': '归类标准', en: 'criteria' },
  crossBorder: { 'zh-CN': '跨境影响', en: 'effects across borders' },
  currentState: { 'zh-CN': '目前状态', en: 'current state' },
  danger: { 'zh-CN': '险情', en: 'danger' },
  data: { 'zh-CN': '数据', en: 'data' },
  dataAndMoney: { 'zh-CN': '数据和资金情况', en: 'data and money' },
  dataKinds: { 'zh-CN': '信息种类', en: 'kinds of data' },
  deaths: { 'zh-CN': '死亡人数', en: 'deaths' },
  decidedBy: { 'zh-CN': '决定人', en: 'who decided' },
  decisions: { 'zh-CN': '需要决定的事项', en: 'decisions needed' },
  delayReason: { 'zh-CN': '逾期理由', en: 'reason for the delay' },
  discoveredAt: { 'zh-CN': '发现时间', en: 'time of discovery' },
  done: { 'zh-CN': '已采取的措施', en: 'what was done' },
  dueAt: { 'zh-CN': '截止时间', en: 'due at' },
  duration: { 'zh-CN': '持续时间', en: 'duration' },
  elapsed: { 'zh-CN': '已过时间', en: 'time elapsed' },
  endedAt: { 'zh-CN': '结束时间', en: 'end' },
  evidence: { 'zh-CN': '证据', en: 'evidence' },
  exploited: { 'zh-CN': '利用情况', en: 'whether exploited' },
  facts: { 'zh-CN': '已核实的事实', en: 'facts' },
  filings: { 'zh-CN': '法定报送进度', en: 'legal filings' },
  filingNo: { 'zh-CN': '报送编号', en: 'number' },
  firstFilingNo: { 'zh-CN': '首报编号', en: 'number of the first report' },
  handling: { 'zh-CN': '处置措施', en: 'how it was handled' },
  harm: { 'zh-CN': '危害', en: 'harm' },
  head: { 'zh-CN': '主要负责人', en: 'head' },
  headPhone: { 'zh-CN': '负责人电话', en: 'telephone of the head' },
  highRisk: { 'zh-CN': '是否带来高风险', en: 'whether at high risk' },
  identity: { 'zh-CN': '证件号码', en: 'identity document' },
  impact: { 'zh-CN': '影响', en: 'impact' },
  improvements: { 'zh-CN': '改进措施', en: 'improvements' },
  incidentId: { 'zh-CN': '事故编号', en: 'incident number' },
  incidentKind: { 'zh-CN': '事件类型', en: 'kind of incident' },
  incidentLevel: { 'zh-CN': '事故等级', en: 'incident level' },
  incidentNo: { 'zh-CN': '事故编号', en: 'incident number' },
  incidentTitle: { 'zh-CN': '事故名称', en: 'name of the incident' },
  indicators: { 'zh-CN': '入侵指标', en: 'indicators of compromise' },
  indirectCosts: { 'zh-CN': '间接费用', en: 'indirect costs' },
  injuries: { 'zh-CN': '重伤人数', en: 'serious injuries' },
  issuedOn: { 'zh-CN': '公布日期', en: 'date of issue' },
  keptUntil: { 'zh-CN': '保留期限', en: 'date' },
  kind: { 'zh-CN': '类别', en: 'kind' },
  lead: { 'zh-CN': '导语：时间、地点、事件、影响', en: 'lead: when, where, what, effect' },
  leads: { 'zh-CN': '线索', en: 'leads' },
  lessons: { 'zh-CN': '经验教训', en: 'lessons' },
  levelChange: { 'zh-CN': '级别变化', en: 'change of level' },
  loss: { 'zh-CN': '损失', en: 'loss' },
  malicious: { 'zh-CN': '是否恶意', en: 'whether malicious' },
  materialAt: { 'zh-CN': '认定时间', en: 'time of the finding' },
  materialImpact: { 'zh-CN': '重大影响', en: 'material impact' },
  materialityBasis: { 'zh-CN': '认定依据', en: 'ground of the finding' },
  measures: { 'zh-CN': '措施', en: 'measures' },
  meetingAt: { 'zh-CN': '会议时间', en: 'time of the meeting' },
  meetingPlace: { 'zh-CN': '会议地点', en: 'place of the meeting' },
  missing: { 'zh-CN': '下落不明人数', en: 'missing persons' },
  nature: { 'zh-CN': '性质', en: 'nature' },
  needs: { 'zh-CN': '需要的支持', en: 'support needed' },
  nextReportAt: { 'zh-CN': '下次报送时间', en: 'time of the next report' },
  nextUpdateAt: { 'zh-CN': '下次通报时间', en: 'time of the next update' },
  notConcerned: { 'zh-CN': '不涉及的信息', en: 'data not concerned' },
  notified: { 'zh-CN': '通知情况', en: 'who was told' },
  number: { 'zh-CN': '序号', en: 'number' },
  occurredAt: { 'zh-CN': '发生时间', en: 'time of occurrence' },
  ongoing: { 'zh-CN': '是否持续', en: 'whether ongoing' },
  open: { 'zh-CN': '待查明事项', en: 'what is open' },
  other: { 'zh-CN': '其他事项', en: 'other matters' },
  outlook: { 'zh-CN': '走势研判', en: 'outlook' },
  participants: { 'zh-CN': '参加人', en: 'participants' },
  passedAt: { 'zh-CN': '转报时间', en: 'time passed on' },
  pending: { 'zh-CN': '未完事项', en: 'what is pending' },
  period: { 'zh-CN': '时段', en: 'period' },
  persons: { 'zh-CN': '人数', en: 'number of persons' },
  phone: { 'zh-CN': '电话', en: 'telephone' },
  place: { 'zh-CN': '地点', en: 'place' },
  plannedMeasures: { 'zh-CN': '拟采取的措施', en: 'measures planned' },
  planHash: { 'zh-CN': '校验值', en: 'check sum' },
  planNumber: { 'zh-CN': '预案编号', en: 'plan number' },
  planTitle: { 'zh-CN': '预案名称', en: 'name of the plan' },
  planVersion: { 'zh-CN': '版本', en: 'version' },
  product: { 'zh-CN': '产品和服务', en: 'product or service' },
  progress: { 'zh-CN': '进展', en: 'progress' },
  publishedAt: { 'zh-CN': '发布日期', en: 'date of publication' },
  ransom: { 'zh-CN': '勒索要求', en: 'ransom demanded' },
  receipt: { 'zh-CN': '回执号', en: 'receipt' },
  recipient: { 'zh-CN': '收件人', en: 'recipient' },
  recommended: { 'zh-CN': '建议措施', en: 'measures recommended' },
  records: { 'zh-CN': '记录条数', en: 'number of records' },
  rectification: { 'zh-CN': '整改情况', en: 'what was put right' },
  recovered: { 'zh-CN': '追回金额', en: 'what was recovered' },
  recurring: { 'zh-CN': '是否重复发生', en: 'whether recurring' },
  registration: { 'zh-CN': '统一社会信用代码', en: 'registration number' },
  releasedBy: { 'zh-CN': '签发人', en: 'released by' },
  reportedAt: { 'zh-CN': '报告时间', en: 'time of the report' },
  reporter: { 'zh-CN': '报告人', en: 'reporter' },
  reputation: { 'zh-CN': '声誉影响', en: 'reputation' },
  requests: { 'zh-CN': '请求事项', en: 'requests' },
  resolvedAt: { 'zh-CN': '解决时间', en: 'time resolved' },
  respondedAt: { 'zh-CN': '响应启动时间', en: 'start of the response' },
  responseLevel: { 'zh-CN': '响应级别', en: 'response level' },
  restored: { 'zh-CN': '已恢复的服务', en: 'what works again' },
  restoredAt: { 'zh-CN': '恢复时间', en: 'time restored' },
  review: { 'zh-CN': '评审日期和方式', en: 'date and form of the review' },
  reviewers: { 'zh-CN': '评审人员', en: 'reviewers' },
  risk: { 'zh-CN': '风险情况', en: 'risk' },
  scene: { 'zh-CN': '现场保护情况', en: 'how the scene is kept' },
  scope: { 'zh-CN': '影响范围', en: 'who is affected' },
  scribe: { 'zh-CN': '记录员', en: 'scribe' },
  sector: { 'zh-CN': '行业', en: 'sector' },
  selfProtection: { 'zh-CN': '自我保护办法', en: 'what people can do' },
  sensitiveKinds: { 'zh-CN': '敏感信息种类', en: 'kinds of sensitive data' },
  service: { 'zh-CN': '服务名称', en: 'service' },
  signatory: { 'zh-CN': '签发人', en: 'signatory' },
  situation: { 'zh-CN': '态势', en: 'situation' },
  startedAt: { 'zh-CN': '开始时间', en: 'start' },
  status: { 'zh-CN': '处置状态', en: 'status' },
  stillAffected: { 'zh-CN': '仍受影响的服务', en: 'what is still affected' },
  subjects: { 'zh-CN': '数据主体类别和人数', en: 'data subjects' },
  subjectsNotified: { 'zh-CN': '通知数据主体情况', en: 'data subjects told' },
  submitter: { 'zh-CN': '代报人', en: 'submitter' },
  supplier: { 'zh-CN': '服务商', en: 'supplier' },
  support: { 'zh-CN': '需要的协助', en: 'support' },
  symptom: { 'zh-CN': '现象', en: 'symptom' },
  systems: { 'zh-CN': '受影响的系统', en: 'systems affected' },
  takenAt: { 'zh-CN': '接报时间', en: 'time taken' },
  takenBy: { 'zh-CN': '接报人', en: 'taken by' },
  teams: { 'zh-CN': '各组情况', en: 'teams' },
  technicalLead: { 'zh-CN': '技术负责人', en: 'technical lead' },
  timelineDue: { 'zh-CN': '时间线完成时间', en: 'when the timeline is due' },
  transactions: { 'zh-CN': '交易数', en: 'transactions' },
  treatment: { 'zh-CN': '救治和善后情况', en: 'treatment of the injured' },
  trend: { 'zh-CN': '发展趋势', en: 'trend' },
  unitOverview: { 'zh-CN': '单位概况', en: 'the organisation' },
  unknown: { 'zh-CN': '未查明事项', en: 'what is unknown' },
  userAction: { 'zh-CN': '用户需要做的事', en: 'what users should do' },
  users: { 'zh-CN': '用户数', en: 'users' },
  whatHappened: { 'zh-CN': '泄露、篡改或者丢失', en: 'leaked, altered or lost' },
  workaround: { 'zh-CN': '临时办法', en: 'workaround' },
};
