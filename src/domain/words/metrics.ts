import type { Lang } from '../lang.js';
import { said } from '../lang.js';
import type { Said } from '../lang.js';
import type {
  FilingOutcome,
  QuorumTime,
  ReadinessCode,
  Readiness,
  ShareMetric,
  TimeMetric,
  UnknownCode,
} from '../metrics/index.js';

const TIMES: Record<TimeMetric | 'quorum', Said> = {
  detection: said('Detection (TTD): from its start to the report', '发现用时（TTD）：从发生到报告'),
  acknowledgement: said(
    'Acknowledgement (TTA): from the alert to the first acknowledgement',
    '确认用时（TTA）：从核实通知到首次确认',
  ),
  firstAction: said('First action: from the alert to it', '首次处置用时：从核实通知到首个处置动作'),
  grading: said('Grading (TTG): from the report to the level', '定级用时（TTG）：从报告到定级'),
  activation: said('Activation (TTAct): from the level to the response', '启动用时（TTAct）：从定级到启动响应'),
  containment: said('Containment (TTC): from the report', '控制用时（TTC）：从报告到控制'),
  restoration: said('Restoration (TTR): from its start', '恢复用时（TTR）：从发生到恢复'),
  restorationFromReport: said('Restoration, from the report', '恢复用时（从报告起算）'),
  dwell: said('Dwell: from first access to eviction', '潜伏时间：从首次侵入到清除入侵者'),
  response: said('Response: from activation to the end', '响应时长：从启动到终止'),
  quorum: said('Quorum: from the call to a complete team', '到齐用时：从动员到人员到齐'),
};

const SHARES: Record<ShareMetric, Said> = {
  reach5: said('Reached within 5 minutes', '5分钟内确认'),
  reach15: said('Reached within 15 minutes', '15分钟内确认'),
  reach30: said('Reached within 30 minutes', '30分钟内确认'),
  filings: said('Legal reports in time', '法定报送按时'),
  filingsOwn: said('Reports within own targets', '自定时限内报送'),
  sitreps: said('SITREPs in time', '信息报送按时'),
  requests: said('Requests filled in time', '资源申请按时满足'),
};

const READY: Record<keyof Readiness, Said> = {
  posts: said('Posts with holder and deputy there', '主副两岗人员均在岗的岗位'),
  contacts: said('Contacts verified within 90 days', '90天内核实过联系方式的人员'),
  resources: said('Resources at their minimum and inspected', '达到最低储备且检查未逾期的资源'),
  planEvaluated: said('Plan evaluated within three years', '三年内评估过的预案'),
  drills: said('Drills on schedule', '按计划开展的演练'),
  actions: said('Improvements closed in time', '按期完成的改进措施'),
};

const UNKNOWN: Record<UnknownCode | ReadinessCode, Said> = {
  no_start_known: said('nobody told when it began', '未报告发生时间'),
  no_alert: said('nobody was alerted', '未发出核实通知'),
  not_acknowledged: said('nobody has acknowledged the alert', '核实通知尚无人确认'),
  no_action: said('no action is on record', '尚无处置动作记录'),
  not_graded: said('not graded', '未定级'),
  not_activated: said('no response was started', '未启动响应'),
  running: said('the response runs', '响应尚未终止'),
  no_milestone_in_plan: said('the plan does not say by what it is seen', '预案未规定以何为准'),
  not_contained: said('nobody has said that it is contained', '尚无人确认已控制'),
  not_restored: said('nobody has said that it is restored', '尚无人确认已恢复'),
  not_evicted: said('nobody has said that the intruder is out', '尚无人确认入侵者已清除'),
  not_security: said('not a security incident', '非网络安全事故'),
  first_access_unknown: said('nobody told when the intruder first got in', '首次侵入时间不明'),
  times_contradict: said('the times on record contradict each other', '记录的时间前后矛盾'),
  too_early: said('the time is not over yet', '时间未到'),
  channel_not_recorded: said('the record does not say by which channel', '记录中没有通道信息'),
  none_due: said('there was nothing to count', '没有应计项'),
  not_reached: said('not complete yet', '尚未到齐'),
  need_changed: said('another number was wanted before', '到齐前人数要求已变'),
  shortage_accepted: said('command went on with fewer people', '指挥已接受人员不足'),
  stood_down: said('stood down before it was complete', '到齐前已解除动员'),
  no_evaluation: said('no evaluation or approval is on record', '无评估或批准记录'),
  none_in_plan: said('the plan has none', '预案中没有此项'),
  no_ledger: said('there is no ledger', '尚无资源台账'),
};

const OUTCOMES: Record<FilingOutcome, Said> = {
  on_time: said('in time', '按时'),
  late: said('late', '逾期报送'),
  missed: said('limit passed, nothing filed', '逾期未报'),
  open: said('open', '未到时限'),
  no_limit: said('filed, no limit set', '已报送，无时限'),
};

const FROM: Record<QuorumTime['from'], Said> = {
  called: said('called', '动员'),
  changed: said('another number wanted', '人数要求改变'),
};

export const timeMetricWords = (name: TimeMetric | 'quorum', lang: Lang): string => TIMES[name][lang];
export const shareMetricWords = (name: ShareMetric, lang: Lang): string => SHARES[name][lang];
export const readinessWords = (name: keyof Readiness, lang: Lang): string => READY[name][lang];
export const unknownWords = (code: UnknownCode | ReadinessCode, lang: Lang): string => UNKNOWN[code][lang];
export const filingOutcomeWords = (outcome: FilingOutcome, lang: Lang): string => OUTCOMES[outcome][lang];
export const quorumFromWords = (from: QuorumTime['from'], lang: Lang): string => FROM[from][lang];
