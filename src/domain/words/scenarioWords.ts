import type { Lang, Said } from '../lang.js';
import { said } from '../lang.js';
import type { Facts, FactValue } from '../plan/condition.js';
import type { Names } from '../plan/names.js';
import { soughtFields } from '../plan/scenarioEvents.js';
import type { ScenarioEvent, SoughtField } from '../plan/scenarioEvents.js';

/** As a scenario is written or compiled: durations come in words already. */
interface Sought {
  event: ScenarioEvent;
  where?: Record<string, FactValue>;
}

const SCENARIO_EVENT_NAMES: Record<ScenarioEvent, Said> = {
  confirmed: said('the report is confirmed', '核实确认'),
  treatedAsReal: said('the report is treated as real by the plan', '按预案视为真实事故'),
  standbyDeclared: said('standby is declared', '宣布预警启动'),
  rejected: said('the report is rejected', '否定报告'),
  levelProposed: said('the criteria propose a level', '定级准则提出建议'),
  activated: said('the response starts', '响应启动'),
  levelChanged: said('the level is changed', '调整级别'),
  categoryChanged: said('the category is changed', '更正事故类别'),
  handoverOffered: said('command is offered for handover', '提出移交指挥权'),
  commandPassed: said('command passes to somebody else', '指挥权转移'),
  checkedIn: said('whoever commands checks in', '指挥长签到'),
  quorumReached: said('a team is complete', '组员到齐'),
  quorumMissed: said('a team is not complete in time', '组员未按时到齐'),
  shortageAccepted: said('a shortage of people is accepted', '接受人员不足'),
  released: said('people are released', '人员撤出'),
  factAdded: said('a fact is entered', '登记事实'),
  questionAsked: said('a question is put on record', '提出待查问题'),
  questionAnswered: said('a question is answered', '答复待查问题'),
  sitrepReleased: said('a SITREP is released', '签发信息报送'),
  taskStarted: said('a task is started', '任务开始'),
  taskFinished: said('a task is done', '任务完成'),
  taskSkipped: said('a task is skipped', '任务免做'),
  cordonSet: said('the scene is cordoned off', '设置警戒'),
  personAdmitted: said('somebody is let into the cordon', '准许进入警戒区'),
  resourcesRequested: said('resources are requested', '申请资源'),
  spendingApproved: said('spending is approved', '批准开支'),
  resourcesDispatched: said('resources are dispatched', '资源发出'),
  resourcesArrived: said('resources arrive', '资源送达'),
  resourcesReturned: said('resources are returned', '资源归还'),
  partnerAsked: said('a partner is asked for help', '请求外部单位支援'),
  partnerReplied: said('the reply of a partner is recorded', '登记外部单位答复'),
  obligationsJudged: said('it is judged whether a legal report is due', '判定法定报送是否适用'),
  obligationsFiled: said('a legal report is filed', '完成法定报送'),
  obligationsMissed: said('the limit of a legal report passes', '法定报送逾期'),
  publicationDrafted: said('a text for the public is drafted', '起草对外发布'),
  publicationChecked: said('a text for the public is checked by counsel', '对外发布经法务审核'),
  publicationApproved: said('a text for the public is approved', '批准对外发布'),
  opinionRecorded: said('public opinion is recorded', '登记舆情'),
  opinionReplied: said('a reply in public is recorded', '登记舆情回应'),
  criteriaConfirmed: said('criteria for the end are confirmed', '确认终止条件'),
  terminationProposed: said('the end is proposed', '提议应急终止'),
  terminationWithdrawn: said('the proposal to end is withdrawn', '撤回终止提议'),
  terminated: said('the response is ended', '应急终止'),
  reopened: said('the response is reopened', '重新启动响应'),
  improvementOpened: said('an improvement is opened', '登记改进措施'),
};

/** Where the field alone would not say which of several it is. */
const FIELD_NAMES: Record<string, Said> = {
  incidentLevel: said('incident level', '事故等级'),
  level: said('level', '响应级别'),
  from: said('from', '原级别'),
  to: said('to', '调整为'),
  why: said('because of', '原因'),
  post: said('post', '岗位'),
  team: said('team', '组'),
  task: said('task', '任务'),
  final: said('the final one', '终报'),
  reply: said('reply', '答复'),
  kind: said('kind', '类型'),
  obligations: said('report', '报送事项'),
  applies: said('it applies', '适用'),
  override: said('although something is open', '强制终止'),
};

const VALUE_NAMES: Record<string, Said> = {
  timeBox: said('nobody has decided in time', '逾时未决定'),
  automatic: said('the plan starts by itself', '按预案自动启动'),
  handover: said('handover', '移交'),
  silence: said('silence', '失联'),
  commandsElsewhere: said('command elsewhere', '已在指挥其他事故'),
  roster: said('holder left the post', '已不再担任指挥岗位'),
  confirmed: said('accepted', '同意'),
  declined: said('declined', '谢绝'),
  first: said('first statement', '首次发布'),
  update: said('update', '续报'),
  final: said('final statement', '终结发布'),
  correction: said('correction', '更正'),
};

/** `the level is changed (to: Level II)`. */
export function soughtWords({ event, where }: Sought, names: Names, lang: Lang): string {
  const zh = lang === 'zh-CN';
  const told = Object.entries(where ?? {}).map(([field, value]) => {
    const noun = FIELD_NAMES[field]?.[lang] ?? field;
    return `${noun}${zh ? '：' : ': '}${fieldValue(soughtFields(event)[field], value, names, lang)}`;
  });
  const name = SCENARIO_EVENT_NAMES[event][lang];
  if (told.length === 0) return name;
  return zh ? `${name}（${told.join('；')}）` : `${name} (${told.join(', ')})`;
}

/** `within` in words. `shows`: criteria, as they are to be called there. */
export function expectationWords(
  expected: Sought & { by?: readonly string[]; within: string; anew?: true; shows?: readonly string[] },
  names: Names,
  lang: Lang,
): string {
  const { by: who = [], within, anew, shows = [] } = expected;
  const what = soughtWords(expected, names, lang);
  const posts = who.map((post) => names.post(post, lang));
  if (lang === 'zh-CN') {
    const by = posts.length === 0 ? '' : `，由${posts.join('或')}作出`;
    const again = anew ? '，须在注入后重新完成' : '';
    return `${what}${by}，${within}内${again}${shows.length === 0 ? '' : `［${shows.join('、')}］`}`;
  }
  const by = posts.length === 0 ? '' : `, by ${posts.join(' or ')}`;
  const again = anew ? ', anew after the inject' : '';
  return `${what}${by}, within ${within}${again}${shows.length === 0 ? '' : ` [${shows.join(', ')}]`}`;
}

/** `Users affected: 320,000; Still spreading: yes`. */
export function knownWords(facts: Facts, names: Names, lang: Lang): string {
  const zh = lang === 'zh-CN';
  return Object.entries(facts)
    .map(([fact, value]) => {
      const told = typeof value === 'boolean' ? yesOrNo(value, lang) : names.factValue(fact, value, lang);
      return `${names.fact(fact, lang)}${zh ? '：' : ': '}${told}`;
    })
    .join(zh ? '；' : '; ');
}

function fieldValue(field: SoughtField | undefined, value: FactValue, names: Names, lang: Lang): string {
  if (typeof value === 'boolean') return yesOrNo(value, lang);
  const id = String(value);
  switch (field) {
    case 'level':
      return names.level(id, lang);
    case 'incident_level':
      return names.incidentLevel(id, lang);
    case 'category':
      return names.category(id, lang);
    case 'post':
      return names.post(id, lang);
    case 'team':
      return names.team(id, lang);
    case 'task':
      return names.task(id, lang);
    case 'obligation':
      return names.obligation(id, lang);
    default:
      return VALUE_NAMES[id]?.[lang] ?? id;
  }
}

function yesOrNo(value: boolean, lang: Lang): string {
  return lang === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no';
}
