import type { RefusalCode } from '../../../src/domain/incident/index.js';
import type { Text } from '../../../src/domain/lang.js';

/**
 * Who may do what when, by the sample plan `plans/software-incident`. Written by hand from what the plan and its doctrine
 * say about authority, never from what the machine does: `whoMayWhat.test.ts` compares the two, cell by cell.
 */

/** The columns. Everybody holds one post, so that a column is the post and nothing besides. */
export const ROLES = {
  CO: { 'zh-CN': '指挥长', en: 'Commander' },
  DC: { 'zh-CN': '副指挥长', en: 'Deputy commander' },
  CM: { 'zh-CN': '应急指挥部成员', en: 'Member of command' },
  TL: { 'zh-CN': '技术救援组组长', en: 'Technical rescue lead' },
  DE: { 'zh-CN': '研发工程师（当事人）', en: 'Developer (the one concerned)' },
  OE: { 'zh-CN': '运维工程师', en: 'Operations engineer' },
  LL: { 'zh-CN': '信息联络组组长', en: 'Information liaison lead' },
  PO: { 'zh-CN': '计划与态势员', en: 'Planning officer' },
  HL: { 'zh-CN': '人力资源保障组组长', en: 'Human resources lead' },
  PL: { 'zh-CN': '宣传报道组组长', en: 'Publicity lead' },
  PR: { 'zh-CN': '新闻发布员', en: 'Press officer' },
  SL: { 'zh-CN': '安全保卫组组长', en: 'Site security lead' },
  SM: { 'zh-CN': '供应商联络负责人', en: 'Supplier manager' },
  RE: { 'zh-CN': '报告人（无岗位）', en: 'Reporter (no post)' },
  ST: { 'zh-CN': '其他人员（无岗位）', en: 'Somebody else (no post)' },
  OP: { 'zh-CN': '系统管理员', en: 'Operator' },
  IN: { 'zh-CN': '外部系统', en: 'Integration' },
} as const satisfies Record<string, Text>;
export type Role = keyof typeof ROLES;

/** What may stand in a cell besides `✓` for "may". */
export const REFUSED = {
  '·': 'not_authorised',
  P: 'wrong_phase',
  X: 'incident_closed',
  I: 'not_involved',
  K: 'not_concerned',
  N: 'not_called',
  M: 'not_mobilised',
  A: 'not_asked',
  H: 'handover_to_other',
  C: 'criteria_of_others',
  T: 'nothing_proposed',
  E: 'second_person_required',
  F: 'report_signed_before',
  R: 'repairer_cannot_verify',
  U: 'unknown_task',
  S: 'no_such_draft',
  B: 'partner_not_asked',
  G: 'no_shortage',
  D: 'not_contested',
  O: 'post_required',
  Q: 'unknown_request',
  W: 'watch_over',
  L: 'nobody_to_approve',
  J: 'operator_only',
} as const satisfies Record<string, RefusalCode>;

/** The rows. */
export const DOINGS = {
  'confirm at level IV': '按四级响应核实确认',
  'confirm at level III': '按三级响应核实确认',
  'confirm at level II': '按二级响应核实确认',
  'declare or prolong standby': '宣布或延长预警启动',
  'reject the report': '否定报告',
  'merge into another incident': '并入另一起事故',
  'report the same again': '同一情况再次报告',
  'set the pace of a drill': '设定演练时钟速度',
  'let people go to a real incident': '演练放行人员参加真实事故',
  'offer command': '移交指挥权',
  'accept command': '接受移交',
  'decline command': '谢绝移交',
  'withdraw the offer': '撤回移交',
  'check in': '指挥长报到',
  'say that the commander does not answer': '报告指挥长联系不上',
  'take command from the silent': '指挥长无应答时接替指挥',
  'raise the level': '提高响应级别',
  'lower the level': '降低响应级别',
  'change the category': '更改事故类别',
  'confirm a termination criterion': '确认终止条件',
  'take back a termination criterion': '撤回对终止条件的确认',
  'ask for the termination criteria': '请有关人员确认终止条件',
  'propose the end': '提议应急终止',
  'confirm the end': '签署应急终止',
  'confirm the end that the deputy proposed': '签署副指挥长提议的应急终止',
  'withdraw the proposal': '撤回终止提议',
  'propose to override what is open': '提议强制终止',
  'sign the override': '签署强制终止',
  'reopen the incident': '重新启动响应',
  'say that it has not come back': '认定不是再次发生',
  'record the cause analysis': '登记事故原因分析',
  'declare the analysis complete': '确认原因分析完成',
  'edit the incident report': '修改事故报告书',
  'submit the incident report': '提交事故报告书',
  'return what the lead submitted': '退回组长提交的报告书',
  'review what the lead submitted': '审核组长提交的报告书',
  'approve what the deputy reviewed': '批准副指挥长审核的报告书',
  'open the approved report again': '重新打开已批准的报告书',
  'close the incident': '结案',
  'give the lessons of technical rescue': '提交技术救援组的经验教训',
  'collect the lessons': '汇总经验教训',
  'call the summary evaluation': '召集总结评估会',
  'record the summary evaluation': '登记总结评估会',
  'open an improvement': '提出改进措施',
  'move to another plan version': '预案版本切换',
  'add a fact': '补报情况',
  'ask a question': '提出待查明的问题',
  'answer a question': '答复待查明的问题',
  'ask for a SITREP': '要求起草信息报送',
  'edit a SITREP': '核改信息报送',
  'release a SITREP': '发布信息报送',
  'start a task of the technical lead': '开始技术救援组组长的任务',
  'start a task given to the developer': '开始改交研发工程师的任务',
  'finish a task of the technical lead': '完成技术救援组组长的任务',
  'verify the repair': '验证修复',
  'verify the repair after the deputy had a hand in it': '副指挥长参与修复后验证修复',
  'skip an optional task': '决定不做可选任务',
  'skip a mandatory task': '决定不做必做任务',
  'give a task to somebody else': '改交任务',
  'add a task': '增加任务',
  'set the cordon': '设立现场警戒',
  'lift the cordon': '解除现场警戒',
  'let somebody in': '放行入内',
  'register who leaves': '登记离开',
  'register a legal report as filed': '登记法定报送',
  'judge whether a legal report is due': '判定是否须报送',
  'say from when a legal clock runs': '改定报送时限起算时间',
  'enter what is said in public': '记录舆情',
  'register a reply to it': '登记对舆情的回应',
  'end the watch on public opinion': '结束舆情监测',
  'draft a text for the public': '拟写对外发布稿',
  'check a text for the public': '对外发布稿法务审核',
  'return a text for the public': '退回对外发布稿',
  'approve a text for the public': '批准对外发布稿',
  'approve it without the legal check': '不等法务审核批准对外发布稿',
  'withdraw what is published': '撤回已发布的信息',
  'decide that nothing is published': '决定不再对外发布',
  'ask for a resource': '申请资源',
  'ask a partner for help': '请求外部单位支援',
  'cancel what the developer asked for': '撤销研发工程师的申请',
  'change what the developer asked for': '更改研发工程师的申请',
  'use something else for what the developer lacks': '研发工程师所缺改用其他资源',
  'approve spending that the developer asked for': '批准研发工程师申请的支出',
  'refuse spending that the developer asked for': '不批准研发工程师申请的支出',
  'send out what the developer asked for': '登记研发工程师所申请资源出库',
  'register that it has arrived': '登记到位',
  'register that it was returned': '登记归还',
  'register that it was used up': '登记消耗',
  'register that it was damaged': '登记损坏',
  'register what the partner answered': '登记所请外部单位的答复',
  'acknowledge one’s own call': '确认本人收到的通知',
  'acknowledge for the developer': '代研发工程师确认',
  'decline one’s own call': '本人不能参加',
  'decline for the developer': '代研发工程师登记不能参加',
  'report one’s own arrival': '本人到位',
  'report the arrival of the developer': '登记研发工程师到位',
  'release the developer': '准予研发工程师离岗',
  'answer for a partner': '登记外部单位的答复',
  'accept a shortage': '接受人员不足',
  'share the developer': '与另一起事故共用研发工程师',
  'yield the developer': '将研发工程师让给另一起事故',
} as const;
export type Doing = keyof typeof DOINGS;

export interface Table {
  name: Text;
  /** Every situation that the table holds for. */
  when: readonly Situation[];
  rows: string;
}

export type Situation =
  | 'reported'
  | 'standby'
  | 'treated as real'
  | 'level III'
  | 'level II'
  | 'the deputy commands'
  | 'watching'
  | 'aftermath'
  | 'closed'
  | 'rejected'
  | 'merged';

/** A row with one cell holds for all columns; `everything` for all rows. */
export const TABLES: readonly Table[] = [
  {
    name: { 'zh-CN': '已报告，待核实', en: 'Reported, not verified' },
    when: ['reported'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm at level III                                | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm at level II                                 | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
declare or prolong standby                          | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
reject the report                                   | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
merge into another incident                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | P
say that the commander does not answer              | P
take command from the silent                        | A
raise the level                                     | P
lower the level                                     | P
change the category                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm a termination criterion                     | P
take back a termination criterion                   | P
ask for the termination criteria                    | P
propose the end                                     | P
confirm the end                                     | P
confirm the end that the deputy proposed            | P
withdraw the proposal                               | P
propose to override what is open                    | P
sign the override                                   | P
reopen the incident                                 | P
say that it has not come back                       | P
record the cause analysis                           | P
declare the analysis complete                       | P
edit the incident report                            | P
submit the incident report                          | P
return what the lead submitted                      | P
review what the lead submitted                      | P
approve what the deputy reviewed                    | P
open the approved report again                      | P
close the incident                                  | P
give the lessons of technical rescue                | P
collect the lessons                                 | P
call the summary evaluation                         | P
record the summary evaluation                       | P
open an improvement                                 | P
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | P
edit a SITREP                                       | S  S  ·  ·  ·  ·  S  S  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | S  S  ·  ·  ·  ·  S  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | U
verify the repair after the deputy had a hand in it | U
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
register a reply to it                              | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
end the watch on public opinion                     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
draft a text for the public                         | P
check a text for the public                         | P
return a text for the public                        | P
approve a text for the public                       | P
approve it without the legal check                  | P
withdraw what is published                          | P
decide that nothing is published                    | P
ask for a resource                                  | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
ask a partner for help                              | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
cancel what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
change what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
use something else for what the developer lacks     | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
approve spending that the developer asked for       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
refuse spending that the developer asked for        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send out what the developer asked for               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it has arrived                        | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was returned                       | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was used up                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was damaged                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register what the partner answered                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·
acknowledge one’s own call                          | ✓  ✓  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | ✓  ✓  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
decline for the developer                           | N  N  ·  ·  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | ✓  ✓  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
report the arrival of the developer                 | N  N  ·  ·  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | M  M  ·  ·  ·  ·  ·  ·  M  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | B  B  ·  B  ·  ·  ·  ·  B  ·  ·  ·  B  ·  ·  ·  ·
accept a shortage                                   | G  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | D
yield the developer                                 | D
`,
  },
  {
    name: { 'zh-CN': '预警启动', en: 'Standby' },
    when: ['standby'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm at level III                                | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm at level II                                 | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
declare or prolong standby                          | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
reject the report                                   | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
merge into another incident                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | P
say that the commander does not answer              | P
take command from the silent                        | A
raise the level                                     | P
lower the level                                     | P
change the category                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm a termination criterion                     | P
take back a termination criterion                   | P
ask for the termination criteria                    | P
propose the end                                     | P
confirm the end                                     | P
confirm the end that the deputy proposed            | P
withdraw the proposal                               | P
propose to override what is open                    | P
sign the override                                   | P
reopen the incident                                 | P
say that it has not come back                       | P
record the cause analysis                           | P
declare the analysis complete                       | P
edit the incident report                            | P
submit the incident report                          | P
return what the lead submitted                      | P
review what the lead submitted                      | P
approve what the deputy reviewed                    | P
open the approved report again                      | P
close the incident                                  | P
give the lessons of technical rescue                | P
collect the lessons                                 | P
call the summary evaluation                         | P
record the summary evaluation                       | P
open an improvement                                 | P
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | P
edit a SITREP                                       | S  S  ·  ·  ·  ·  S  S  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | S  S  ·  ·  ·  ·  S  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | U
verify the repair after the deputy had a hand in it | U
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
register a reply to it                              | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
end the watch on public opinion                     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
draft a text for the public                         | P
check a text for the public                         | P
return a text for the public                        | P
approve a text for the public                       | P
approve it without the legal check                  | P
withdraw what is published                          | P
decide that nothing is published                    | P
ask for a resource                                  | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
ask a partner for help                              | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
cancel what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
change what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
use something else for what the developer lacks     | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
approve spending that the developer asked for       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
refuse spending that the developer asked for        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send out what the developer asked for               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it has arrived                        | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was returned                       | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was used up                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was damaged                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register what the partner answered                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·
acknowledge one’s own call                          | ✓  ✓  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | ✓  ✓  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
decline for the developer                           | N  N  ·  ·  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | ✓  ✓  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
report the arrival of the developer                 | N  N  ·  ·  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | M  M  ·  ·  ·  ·  ·  ·  M  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | B  B  ·  B  ·  ·  ·  ·  B  ·  ·  ·  B  ·  ·  ·  ·
accept a shortage                                   | G  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | D
yield the developer                                 | D
`,
  },
  {
    name: {
      'zh-CN': '应急响应，三级，按真实事故启动，尚无人核实',
      en: 'Responding at level III, treated as real, verified by nobody yet',
    },
    when: ['treated as real'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm at level III                                | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm at level II                                 | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
declare or prolong standby                          | P
reject the report                                   | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
merge into another incident                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say that the commander does not answer              | ·  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
take command from the silent                        | A  ✓  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A
raise the level                                     | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
lower the level                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
change the category                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm a termination criterion                     | C  C  C  ✓  C  C  C  C  C  C  C  C  C  C  C  C  C
take back a termination criterion                   | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for the termination criteria                    | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose the end                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end                                     | T  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end that the deputy proposed            | T  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw the proposal                               | T  T  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose to override what is open                    | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
sign the override                                   | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
reopen the incident                                 | P
say that it has not come back                       | P
record the cause analysis                           | P
declare the analysis complete                       | P
edit the incident report                            | P
submit the incident report                          | P
return what the lead submitted                      | P
review what the lead submitted                      | P
approve what the deputy reviewed                    | P
open the approved report again                      | P
close the incident                                  | P
give the lessons of technical rescue                | P
collect the lessons                                 | P
call the summary evaluation                         | P
record the summary evaluation                       | P
open an improvement                                 | P
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
edit a SITREP                                       | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair after the deputy had a hand in it | ✓  R  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ✓
register a reply to it                              | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
end the watch on public opinion                     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
draft a text for the public                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·
check a text for the public                         | ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return a text for the public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve a text for the public                       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve it without the legal check                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw what is published                          | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decide that nothing is published                    | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for a resource                                  | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
ask a partner for help                              | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
cancel what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
change what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
use something else for what the developer lacks     | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
approve spending that the developer asked for       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
refuse spending that the developer asked for        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send out what the developer asked for               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it has arrived                        | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was returned                       | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was used up                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was damaged                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register what the partner answered                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·
acknowledge one’s own call                          | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  N  N  ✓  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  N  N  N  N  N  N  N  ·  ·
decline for the developer                           | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  N  N  ✓  N  N  N  N  ·  ·
report the arrival of the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ✓  ·  ·  ·  ·
accept a shortage                                   | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
yield the developer                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
`,
  },
  {
    name: { 'zh-CN': '应急响应，三级，已核实', en: 'Responding at level III, verified' },
    when: ['level III'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | P
confirm at level III                                | P
confirm at level II                                 | P
declare or prolong standby                          | P
reject the report                                   | P
merge into another incident                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say that the commander does not answer              | ·  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
take command from the silent                        | A  ✓  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A
raise the level                                     | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
lower the level                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
change the category                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm a termination criterion                     | C  C  C  ✓  C  C  C  C  C  C  C  C  C  C  C  C  C
take back a termination criterion                   | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for the termination criteria                    | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose the end                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end                                     | T  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end that the deputy proposed            | T  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw the proposal                               | T  T  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose to override what is open                    | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
sign the override                                   | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
reopen the incident                                 | P
say that it has not come back                       | P
record the cause analysis                           | P
declare the analysis complete                       | P
edit the incident report                            | P
submit the incident report                          | P
return what the lead submitted                      | P
review what the lead submitted                      | P
approve what the deputy reviewed                    | P
open the approved report again                      | P
close the incident                                  | P
give the lessons of technical rescue                | P
collect the lessons                                 | P
call the summary evaluation                         | P
record the summary evaluation                       | P
open an improvement                                 | P
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
edit a SITREP                                       | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair after the deputy had a hand in it | ✓  R  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ✓
register a reply to it                              | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
end the watch on public opinion                     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
draft a text for the public                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·
check a text for the public                         | ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return a text for the public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve a text for the public                       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve it without the legal check                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw what is published                          | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decide that nothing is published                    | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for a resource                                  | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
ask a partner for help                              | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
cancel what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
change what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
use something else for what the developer lacks     | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
approve spending that the developer asked for       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
refuse spending that the developer asked for        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send out what the developer asked for               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it has arrived                        | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was returned                       | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was used up                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was damaged                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register what the partner answered                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·
acknowledge one’s own call                          | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  N  N  ✓  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  N  N  N  N  N  N  N  ·  ·
decline for the developer                           | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  N  N  ✓  N  N  N  N  ·  ·
report the arrival of the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ✓  ·  ·  ·  ·
accept a shortage                                   | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
yield the developer                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
`,
  },
  {
    name: { 'zh-CN': '应急响应，二级，已核实', en: 'Responding at level II, verified' },
    when: ['level II'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | P
confirm at level III                                | P
confirm at level II                                 | P
declare or prolong standby                          | P
reject the report                                   | P
merge into another incident                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say that the commander does not answer              | ·  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
take command from the silent                        | A  ✓  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A
raise the level                                     | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
lower the level                                     | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
change the category                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm a termination criterion                     | C  C  C  ✓  C  C  C  C  C  C  C  C  C  C  C  C  C
take back a termination criterion                   | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for the termination criteria                    | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose the end                                     | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end                                     | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end that the deputy proposed            | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw the proposal                               | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose to override what is open                    | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
sign the override                                   | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
reopen the incident                                 | P
say that it has not come back                       | P
record the cause analysis                           | P
declare the analysis complete                       | P
edit the incident report                            | P
submit the incident report                          | P
return what the lead submitted                      | P
review what the lead submitted                      | P
approve what the deputy reviewed                    | P
open the approved report again                      | P
close the incident                                  | P
give the lessons of technical rescue                | P
collect the lessons                                 | P
call the summary evaluation                         | P
record the summary evaluation                       | P
open an improvement                                 | P
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
edit a SITREP                                       | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair after the deputy had a hand in it | ✓  R  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ✓
register a reply to it                              | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
end the watch on public opinion                     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
draft a text for the public                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·
check a text for the public                         | ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return a text for the public                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve a text for the public                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve it without the legal check                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw what is published                          | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decide that nothing is published                    | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for a resource                                  | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
ask a partner for help                              | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
cancel what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
change what the developer asked for                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
use something else for what the developer lacks     | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
approve spending that the developer asked for       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
refuse spending that the developer asked for        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send out what the developer asked for               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it has arrived                        | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was returned                       | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was used up                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was damaged                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register what the partner answered                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·
acknowledge one’s own call                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  N  N  N  N  ·  ·
decline for the developer                           | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  N  N  N  N  ·  ·
report the arrival of the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ✓  ·  ·  ·  ·
accept a shortage                                   | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
yield the developer                                 | ✓  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
`,
  },
  {
    name: {
      'zh-CN': '应急响应，二级，副指挥长已接任指挥',
      en: 'Responding at level II, the deputy has taken over command',
    },
    when: ['the deputy commands'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | P
confirm at level III                                | P
confirm at level II                                 | P
declare or prolong standby                          | P
reject the report                                   | P
merge into another incident                         | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say that the commander does not answer              | ·  ·  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
take command from the silent                        | ✓  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A
raise the level                                     | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
lower the level                                     | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
change the category                                 | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm a termination criterion                     | C  C  C  ✓  C  C  C  C  C  C  C  C  C  C  C  C  C
take back a termination criterion                   | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for the termination criteria                    | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose the end                                     | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end                                     | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
confirm the end that the deputy proposed            | ·  E  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw the proposal                               | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
propose to override what is open                    | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
sign the override                                   | ·  E  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
reopen the incident                                 | P
say that it has not come back                       | P
record the cause analysis                           | P
declare the analysis complete                       | P
edit the incident report                            | P
submit the incident report                          | P
return what the lead submitted                      | P
review what the lead submitted                      | P
approve what the deputy reviewed                    | P
open the approved report again                      | P
close the incident                                  | P
give the lessons of technical rescue                | P
collect the lessons                                 | P
call the summary evaluation                         | P
record the summary evaluation                       | P
open an improvement                                 | P
move to another plan version                        | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | ·  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
edit a SITREP                                       | ·  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ·  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ·  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ·  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | ·  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair after the deputy had a hand in it | ·  R  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
skip an optional task                               | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ·  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ✓
register a reply to it                              | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
end the watch on public opinion                     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
draft a text for the public                         | ·  L  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·
check a text for the public                         | ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return a text for the public                        | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve a text for the public                       | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve it without the legal check                  | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw what is published                          | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decide that nothing is published                    | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for a resource                                  | O  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
ask a partner for help                              | O  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  O  O  O  O
cancel what the developer asked for                 | ·  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
change what the developer asked for                 | ·  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
use something else for what the developer lacks     | ·  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
approve spending that the developer asked for       | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
refuse spending that the developer asked for        | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
send out what the developer asked for               | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it has arrived                        | ·  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was returned                       | ·  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was used up                        | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register that it was damaged                        | ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register what the partner answered                  | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·
acknowledge one’s own call                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | ✓  ✓  N  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  N  N  N  N  ·  ·
decline for the developer                           | ·  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  N  N  N  N  ·  ·
report the arrival of the developer                 | ·  ✓  ·  ✓  ✓  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | ·  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | ·  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ✓  ·  ·  ·  ·
accept a shortage                                   | ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | ·  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
yield the developer                                 | ·  ✓  ·  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
`,
  },
  {
    name: { 'zh-CN': '终止后观察', en: 'Watching after the end' },
    when: ['watching'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | P
confirm at level III                                | P
confirm at level II                                 | P
declare or prolong standby                          | P
reject the report                                   | P
merge into another incident                         | P
report the same again                               | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  K  ✓  ✓
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | P
say that the commander does not answer              | P
take command from the silent                        | A
raise the level                                     | P
lower the level                                     | P
change the category                                 | P
confirm a termination criterion                     | P
take back a termination criterion                   | P
ask for the termination criteria                    | P
propose the end                                     | P
confirm the end                                     | P
confirm the end that the deputy proposed            | P
withdraw the proposal                               | P
propose to override what is open                    | P
sign the override                                   | P
reopen the incident                                 | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say that it has not come back                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
record the cause analysis                           | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
declare the analysis complete                       | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
edit the incident report                            | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
submit the incident report                          | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return what the lead submitted                      | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
review what the lead submitted                      | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
approve what the deputy reviewed                    | ✓  F  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
open the approved report again                      | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
close the incident                                  | P
give the lessons of technical rescue                | ·  ·  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
collect the lessons                                 | ✓  ✓  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
call the summary evaluation                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
record the summary evaluation                       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
open an improvement                                 | ✓  ✓  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | P
edit a SITREP                                       | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair after the deputy had a hand in it | ✓  R  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ✓
register a reply to it                              | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
end the watch on public opinion                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
draft a text for the public                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·
check a text for the public                         | ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return a text for the public                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve a text for the public                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve it without the legal check                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw what is published                          | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decide that nothing is published                    | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for a resource                                  | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
ask a partner for help                              | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
cancel what the developer asked for                 | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
change what the developer asked for                 | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
use something else for what the developer lacks     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
approve spending that the developer asked for       | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
refuse spending that the developer asked for        | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
send out what the developer asked for               | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
register that it has arrived                        | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register that it was returned                       | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register that it was used up                        | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register that it was damaged                        | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register what the partner answered                  | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
acknowledge one’s own call                          | N  N  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | N  N  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
decline for the developer                           | N  N  ·  N  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | N  N  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
report the arrival of the developer                 | N  N  ·  N  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | M  M  ·  ·  ·  ·  ·  ·  M  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | B  B  ·  B  ·  ·  ·  ·  B  ·  ·  ·  B  ·  ·  ·  ·
accept a shortage                                   | G  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | D
yield the developer                                 | D
`,
  },
  {
    name: { 'zh-CN': '后期处置', en: 'Aftermath' },
    when: ['aftermath'],
    rows: `
                                                    | CO DC CM TL DE OE LL PO HL PL PR SL SM RE ST OP IN
confirm at level IV                                 | P
confirm at level III                                | P
confirm at level II                                 | P
declare or prolong standby                          | P
reject the report                                   | P
merge into another incident                         | P
report the same again                               | P
set the pace of a drill                             | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
let people go to a real incident                    | J  J  J  J  J  J  J  J  J  J  J  J  J  J  J  ✓  J
offer command                                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
accept command                                      | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
decline command                                     | H  ✓  H  H  H  H  H  H  H  H  H  H  H  H  H  H  H
withdraw the offer                                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
check in                                            | P
say that the commander does not answer              | P
take command from the silent                        | A
raise the level                                     | P
lower the level                                     | P
change the category                                 | P
confirm a termination criterion                     | P
take back a termination criterion                   | P
ask for the termination criteria                    | P
propose the end                                     | P
confirm the end                                     | P
confirm the end that the deputy proposed            | P
withdraw the proposal                               | P
propose to override what is open                    | P
sign the override                                   | P
reopen the incident                                 | W
say that it has not come back                       | P
record the cause analysis                           | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
declare the analysis complete                       | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
edit the incident report                            | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
submit the incident report                          | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return what the lead submitted                      | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
review what the lead submitted                      | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
approve what the deputy reviewed                    | ✓  F  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
open the approved report again                      | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
close the incident                                  | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give the lessons of technical rescue                | ·  ·  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
collect the lessons                                 | ✓  ✓  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
call the summary evaluation                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
record the summary evaluation                       | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
open an improvement                                 | ✓  ✓  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
move to another plan version                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a fact                                          | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask a question                                      | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
answer a question                                   | ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  I  I  I
ask for a SITREP                                    | P
edit a SITREP                                       | ✓  ✓  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·
release a SITREP                                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task of the technical lead                  | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
start a task given to the developer                 | ✓  ✓  ·  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
finish a task of the technical lead                 | ✓  ✓  ·  ✓  ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair                                   | ✓  ✓  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
verify the repair after the deputy had a hand in it | ✓  R  ·  ·  ·  ·  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·
skip an optional task                               | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
skip a mandatory task                               | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
give a task to somebody else                        | ✓  ✓  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
add a task                                          | ✓  ✓  ·  ✓  ·  ·  ✓  ·  ✓  ✓  ·  ✓  ·  ·  ·  ·  ·
set the cordon                                      | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
lift the cordon                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
let somebody in                                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register who leaves                                 | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·
register a legal report as filed                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
judge whether a legal report is due                 | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
say from when a legal clock runs                    | ✓  ✓  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
enter what is said in public                        | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ✓
register a reply to it                              | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
end the watch on public opinion                     | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ✓  ✓  ·  ·  ·  ·  ·  ·
draft a text for the public                         | ✓  ✓  ·  ·  ·  ·  ·  ·  ·  ·  ✓  ·  ·  ·  ·  ·  ·
check a text for the public                         | ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
return a text for the public                        | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve a text for the public                       | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
approve it without the legal check                  | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
withdraw what is published                          | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decide that nothing is published                    | ✓  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
ask for a resource                                  | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
ask a partner for help                              | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
cancel what the developer asked for                 | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
change what the developer asked for                 | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
use something else for what the developer lacks     | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
approve spending that the developer asked for       | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
refuse spending that the developer asked for        | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
send out what the developer asked for               | P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P  P
register that it has arrived                        | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register that it was returned                       | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register that it was used up                        | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register that it was damaged                        | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
register what the partner answered                  | Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q  Q
acknowledge one’s own call                          | N  N  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
acknowledge for the developer                       | ·  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
decline one’s own call                              | N  N  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
decline for the developer                           | N  N  ·  N  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
report one’s own arrival                            | N  N  N  N  N  N  N  N  N  N  N  N  N  N  N  ·  ·
report the arrival of the developer                 | N  N  ·  N  N  ·  ·  ·  N  ·  ·  ·  ·  ·  ·  ·  ·
release the developer                               | M  M  ·  ·  ·  ·  ·  ·  M  ·  ·  ·  ·  ·  ·  ·  ·
answer for a partner                                | B  B  ·  B  ·  ·  ·  ·  B  ·  ·  ·  B  ·  ·  ·  ·
accept a shortage                                   | G  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
share the developer                                 | D
yield the developer                                 | D
`,
  },
  {
    name: { 'zh-CN': '已结案、已否定、已并入', en: 'Closed, rejected, merged' },
    when: ['closed', 'rejected', 'merged'],
    rows: `
everything                                          | X
`,
  },
];
