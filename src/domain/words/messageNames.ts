import type { MessageType } from '../incident/index.js';
import type { Lang } from '../lang.js';

const NAMES: Readonly<Record<MessageType, Record<Lang, string>>> = {
  setPace: { 'zh-CN': '演练时钟速度设定', en: 'setting of the pace' },
  verify: { 'zh-CN': '核实决定', en: 'verification' },
  merge: { 'zh-CN': '合并决定', en: 'merging' },
  absorb: { 'zh-CN': '再次报告', en: 'further report' },
  handOver: { 'zh-CN': '指挥权移交', en: 'handover of command' },
  checkIn: { 'zh-CN': '指挥长报到', en: 'check-in' },
  missCommander: { 'zh-CN': '指挥长失联报告', en: 'report that the commander does not answer' },
  takeCommand: { 'zh-CN': '接替指挥', en: 'taking of command' },
  mergeAnswered: { 'zh-CN': '合并结果', en: 'answer to the merging' },
  resolveClaim: { 'zh-CN': '人员归属决定', en: 'decision about a person' },
  preempt: { 'zh-CN': '真实事故调用人员', en: 'release for a real incident' },
  claimed: { 'zh-CN': '人员台账答复', en: 'answer of the ledger' },
  releasedClaims: { 'zh-CN': '人员台账答复', en: 'answer of the ledger' },
  recheckClaims: { 'zh-CN': '人员台账变动', en: 'change in the ledger' },
  peopleChanged: { 'zh-CN': '通讯录变动', en: 'change in the roster' },
  changeCategory: { 'zh-CN': '更改事故类别', en: 'change of category' },
  changeLevel: { 'zh-CN': '级别调整决定', en: 'change of level' },
  criterion: { 'zh-CN': '终止条件确认', en: 'word on a termination criterion' },
  terminate: { 'zh-CN': '应急终止', en: 'termination' },
  reopen: { 'zh-CN': '重新启动响应', en: 'reopening' },
  dismissRecurrence: { 'zh-CN': '排除疑似复发的决定', en: 'dismissal of a recurrence' },
  movePlan: { 'zh-CN': '预案版本切换决定', en: 'move to another version of the plan' },
  close: { 'zh-CN': '关闭事故的决定', en: 'closure' },
  lesson: { 'zh-CN': '经验教训办理', en: 'word on lessons' },
  summary: { 'zh-CN': '总结评估办理', en: 'decision on the summary evaluation' },
  improvement: { 'zh-CN': '改进措施', en: 'improvement' },
  improvementStarted: { 'zh-CN': '改进措施启动结果', en: 'start of an improvement' },
  task: { 'zh-CN': '任务办理', en: 'decision on a task' },
  analysis: { 'zh-CN': '事故原因分析办理', en: 'decision on the cause analysis' },
  incidentReport: { 'zh-CN': '事故报告书办理', en: 'decision on the incident report' },
  obligation: { 'zh-CN': '法定报送办理', en: 'decision on legal reports' },
  resource: { 'zh-CN': '资源申请办理', en: 'decision on resources' },
  publicOpinion: { 'zh-CN': '舆情办理', en: 'entry on public opinion' },
  publication: { 'zh-CN': '信息发布办理', en: 'decision on publication' },
  published: { 'zh-CN': '发布结果', en: 'result of publishing' },
  allocated: { 'zh-CN': '资源台账答复', en: 'answer of the ledger' },
  stockSettled: { 'zh-CN': '资源台账答复', en: 'answer of the ledger' },
  recheckStock: { 'zh-CN': '资源台账变动', en: 'change in the ledger' },
  scene: { 'zh-CN': '现场警戒办理', en: 'decision on cordon and access' },
  acknowledge: { 'zh-CN': '确认', en: 'acknowledgement' },
  addFact: { 'zh-CN': '补报情况', en: 'added fact' },
  askQuestion: { 'zh-CN': '提出的问题', en: 'question' },
  answerQuestion: { 'zh-CN': '对问题的答复', en: 'answer to a question' },
  draftSitrep: { 'zh-CN': '起草信息报送的要求', en: 'request for a SITREP' },
  editSitrep: { 'zh-CN': '对信息报送的核改', en: 'edit of a SITREP' },
  releaseSitrep: { 'zh-CN': '信息报送的发布', en: 'release of a SITREP' },
  decline: { 'zh-CN': '不能参加的答复', en: 'refusal of a call' },
  arrive: { 'zh-CN': '到位登记', en: 'arrival' },
  release: { 'zh-CN': '离岗决定', en: 'release' },
  answerForPartner: { 'zh-CN': '外部单位的答复', en: 'answer of a partner' },
  acceptShortage: { 'zh-CN': '接受人员不足的决定', en: 'acceptance of a shortage' },
  noticeAttempted: { 'zh-CN': '投递结果', en: 'delivery result' },
  documentWritten: { 'zh-CN': '文书编写结果', en: 'written document' },
};

const WAKE: Record<Lang, string> = {
  'zh-CN': '到期事项（催促、再次通知、重试）',
  en: 'what fell due (reminders, retries)',
};

/** What the machine failed at, as `machineFailed` names it; events of earlier releases do not. */
export function failedWords(during: string | undefined, lang: Lang): string {
  if (during === 'wake') return WAKE[lang];
  return messageWords(during !== undefined && Object.hasOwn(NAMES, during) ? (during as MessageType) : undefined, lang);
}

/** What a message asks for; without a type, a request of unknown kind. */
export function messageWords(type: MessageType | undefined, lang: Lang): string {
  if (type !== undefined) return NAMES[type][lang];
  return lang === 'en' ? 'request' : '请求';
}
