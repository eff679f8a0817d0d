import type { SilenceWords, SitrepWords } from './sitrep.js';
import { closed } from './text.js';
import { whyTreatedAsReal } from './treatedAsReal.js';

const KINDS = { first: '初报', continued: '续报', final: '终报' };

export const sitrepZh: SitrepWords = {
  title: ({ organisation, title, drill }) => [
    organisation,
    `“${title.replace(/事故$/u, '')}”事故信息报送${drill ? '（演练）' : ''}`,
  ],
  issue: ({ number, kind }) => `第${number}期（${KINDS[kind]}）`,
  runningHead: (incidentId, number) => `信息报送第${number}期　${incidentId}`,
  drillMark: '【演练 DRILL】',
  draftMark: '【草稿，尚未发布】',
  formCaption: '报送单',
  footCaption: '报送对象和记录',
  labels: {
    unit: '报送单位',
    incident: '事故编号',
    category: '事故类别',
    period: '报送时段',
    level: '响应级别',
    phase: '所处阶段',
    commander: '指挥长',
    plan: '应急预案',
    writtenBy: '起草人',
    releasedBy: '签发人',
    releasedAt: '报送时间',
    dueAt: '报送期限',
    zone: '时区',
    sentTo: '报送对象',
    passedOn: '由报送单位转送',
    recordHash: '记录校验值',
    eventsCovered: '所依据的事件',
    team: '组',
    called: '动员',
    arrived: '到位',
    acknowledged: '已确认',
    active: '处置中、未确认',
    unanswered: '未答复',
    gone: '不参加、退出',
    standing: '状态',
    matter: '事项',
    owner: '责任人',
    due: '期限',
  },
  headings: { teams: '各组人员情况', obligations: '法定报送', next: '下次报送' },
  captions: { teams: '各组人员情况', pending: '未完事项' },
  tableNumber: (number, caption) => `表 ${number}　${caption}`,
  colon: '：',
  semicolon: '；',
  blank: '—',
  erased: '（原文已删除）',
  undecided: '未定',
  missing: '记录未载',
  period: (from, until) => `${from}至${until}`,
  levelNow: (levels) => `${levels}，本期无变化`,
  levelFirst: (levels) => `${levels}，本期启动`,
  levelFrom: (levels, before) => `${levels}，本期由${before}调整`,
  levelAtEnd: (levels) => `本期终止，终止时为${levels}`,
  levelReopened: (levels) => `${levels}（本期重新启动）`,
  writtenBy: (authors) =>
    [
      '系统依据事故记录编写',
      ...authors.map(({ by, headings }) => `${by}撰写${headings.map((h) => `“${h}”`).join('、')}`),
    ].join('；'),
  notReleased: '尚未发布',
  late: (span) => `（逾期${span}）`,
  eventRange: (first, last) => `第${first}号至第${last}号`,
  version: (version) => `（第${version}版）`,
  vacant: (post) => `${post}（空缺）`,
  written: (by) => `（本节由${by}撰写。）`,
  drillNote: '本件报送的是一次演练，所述事故并未真实发生。',

  reported: ({ at, reporter, title, place }) => `${at}，${reporter}报告：${title}。地点为${place}。`,
  occurred: (at) => `所报发生时间为${at}。`,
  unverified: '报告尚未核实。',
  standby: ({ at, by, reason, prolonged }) => `${at}，${by}决定${prolonged ? '延长' : ''}预警启动。理由：${reason}。`,
  confirmed: ({ at, by, levels, reason, provisional }) =>
    `${at}，${by}核实确认，定为${levels}，应急响应${provisional ? '继续进行' : '随即启动'}。理由：${reason}。`,
  recalled: ({ reportedAt, place }) => `本事故于${reportedAt}报告，地点为${place}。`,
  ongoing: ({ reportedAt, place, span, levels }) =>
    `本事故于${reportedAt}报告，地点为${place}。截至本期末，应急响应已进行${span}，处于${levels}。`,
  reopened: ({ ended, at, by, levels, reason }) =>
    `应急响应曾于${ended}终止，观察期内事故再次发生；${at}，${by}决定重新启动响应，按${levels}。理由：${reason}。`,
  changed: ({ at, by, direction, from, to, incidentLevel, reason }) =>
    `${at}，${by}将${from}${direction === 'raised' ? '升' : '降'}为${to}，事故等级为${incidentLevel}。理由：${reason}。`,
  regraded: ({ at, by, was, incidentLevel, level, reason }) =>
    `${at}，${by}将事故等级由${was}改定为${incidentLevel}，响应级别不变，仍为${level}。理由：${reason}。`,
  ended: ({ at, proposed, second, override, span, levels, highest }) =>
    `应急响应已于${at}${override ? '强制终止' : '终止'}，终止时为${levels}，${highest === undefined ? '' : `期间最高为${highest}，`}自启动起历时${span}。${proposed.at}由${proposed.by}提议，${second === undefined ? '该级别不要求第二人签署' : `${second}作为第二签署人同意`}。理由：${proposed.reason}。${proposed.criteria === '' ? '' : `已确认满足的终止条件：${proposed.criteria}。`}`,
  statements: (count) => `本期收到情况${count}条：`,
  earlierStatements: (count) => `此前另有${count}条，见事故时间线。`,
  noStatements: '本期没有另行补报情况。',
  opinion: ({ count, figures, alerts, replied }) =>
    `舆情：本期记录${count}条，回应${replied}条${figures.length === 0 ? '' : `；${figures.join('，')}`}。${alerts === '' ? '' : `达到报告情形：${alerts}。`}`,
  factsTold: (facts) => `本期补报的事实：${facts}。来源见“影响情况”。`,
  onlyFindings: '本期没有另行补报情况；查明的事项见“已采取的措施”。',
  treatedAsReal: ({ at, levels, why }) =>
    `${at}，因${whyTreatedAsReal(why, 'zh-CN')}，按预案视为真实事故，暂定为${levels}，应急响应随即启动。`,

  lasting: ({ span, ended }) => `事故自发生至${ended ? '应急终止' : '本期末'}共${span}。`,
  known: '目前掌握的情况：',
  reportedImpact: (text) => `报告人所述的影响：${text}。`,
  reportedCause: (text) => `报告人所述的原因：${text}。`,
  noImpact: '记录中没有关于影响的陈述，实际影响有待查明。',
  newFact: '本期新增',
  changedFact: (was) => `本期更新，此前：${was}`,
  reportedAs: (value) => `最初报告：${value}`,
  findings: '已查明的情况：',
  foundBy: ({ task, by, at, finding }) => `${task}（${by}，${at}）：${finding}。`,

  mobilised: (groups) =>
    `${groups.map(({ at, more, bodies }) => `${more ? `自${at}起先后` : `${at}，`}动员${bodies}`).join('；')}。`,
  declined: (people) =>
    `答复不能参加的：${people.map(({ person, at, reason }) => `${person}（${at}答复，理由：${reason}）`).join('；')}。`,
  declinedMany: (count) => `本期有${count}人答复不能参加，理由见事故时间线。`,
  partnerAsked: ({ at, partner, team, people }) =>
    `${at}，因${team}人员不足，请${people.join('、')}联系${partner}支援。`,
  partnersDropped: ({ at, partners, team }) =>
    `至${at}${team}解除动员时，${partners.join('、')}未见答复，已不再需要其支援。`,
  answeredLate: ({ post, called, heard }) => `${post}${called}接到通知后逾时未答复，${heard}首次有回应。`,
  commandBack: ({ asked, at, ...silence }) =>
    `${silent(silence)}${asked.map((one) => `，${one.at}请${one.person}接替`).join('')}；${at}恢复应答${asked.length === 0 ? '' : `，${asked.map(({ person }) => person).join('、')}无须接替`}。`,
  stoodDown: ({ at, bodies }) => `${at}，解除动员：${bodies.join('、')}。`,
  formerly: (body) => `原${body}`,
  peopleNow({ present, arrived, acknowledged, active, unanswered, gone, until, besides, onceEach }) {
    const notes = [...(besides === '' ? [] : [`含${besides}`]), ...(onceEach ? ['跨组人员只计一次'] : [])];
    const note = notes.length === 0 ? '' : `（${notes.join('；')}）`;
    return `截至${until}，已动员、未退出的应急人员${present}人${note}：已到位${arrived}人，已确认、尚未登记到位${acknowledged}人，${active === 0 ? '' : `未作确认、已在处置${active}人，`}尚未答复${unanswered}人${gone === 0 ? '' : `；另有${gone}人不能参加或者已经退出`}。`;
  },
  tasksDone: '完成下列任务：',
  taskDone: ({ at, task, by, results }) =>
    closed(`${at}，${task}（${by}）${results.length === 0 ? '' : `：${results.join('；')}`}`, '。'),
  finding: (text) => `查明：${text}`,
  evidence: (link) => `凭证：${link}`,
  decisionsTaken: '作出下列决定：',
  taskAdded: ({ at, by, task, owner }) => `${at}，${by}增加任务${task}，由${owner}负责。`,
  taskSkipped: ({ at, by, task, reason }) => `${at}，${by}决定不做任务${task}。理由：${reason}。`,
  taskReassigned: ({ at, by, task, owner, reason }) => `${at}，${by}将任务${task}改由${owner}负责。理由：${reason}。`,
  decided: (at, told) => `${at}，${told}`,
  found: '查明下列问题：',
  foundOut: ({ at, question, answer, by }) =>
    `${question}${/[!-~]$/u.test(question) ? ' ' : ''}${at}，${by}答复：${answer}。`,
  handedOver: (brief) => `移交时交代的${brief.join('；')}。`,
  moves: '警戒区出入登记：',
  movesCounted: ({ admitted, left }) => `警戒区本期放行${admitted}项、离开${left}项，逐项见事故时间线。`,
  left: ({ at, by, pass, name }) => `${at}，${by}登记${pass}号（${name}）离开。`,
  cordon({ until, area, set, changed, inside, entries }) {
    const times = `${set}设立${changed === undefined ? '' : `，${changed}调整`}`;
    const each = entries.map(({ pass, name, purpose }) => `${pass}号：${name}，${purpose}`).join('；');
    const within = inside === 0 ? '在场登记为零' : `在场登记${inside}项${each === '' ? '' : `（${each}）`}`;
    return `截至${until}，现场警戒仍在实施，范围：${area}（${times}）；${within}。`;
  },
  nothingDone: '本期记录中没有新的措施。',
  noTeams: '目前没有动员任何组。',
  standing: {
    stoodDown: '已解除动员',
    there: '到位人数已够',
    partlyThere: '人数已够，部分尚未到位',
    late: '答复人数已够，有人逾期未到位',
    promised: '人数已够，均未到位',
    accepted: '人员不足，指挥部同意继续',
    answered: '全部答复',
    silent: '有人逾时未确认',
    waiting: '等待答复',
  },
  short: (missing) => `缺${missing}`,

  openQuestion: (question) => `待查明：${question}`,
  unansweredCall: ({ team, people }) => `${team}尚未答复：${people}`,
  partnerOpen: ({ at, partner, team }) => `${partner}是否支援${team}，尚无答复（${at}请人联系）`,
  overridden: '终止时以下事项仍未了结：',
  secondSignature: (by) => `${by}提议应急终止，待第二人签署`,
  nothingPending: '记录中没有未完的事项。',
  overdue: (due) => `${due}（已逾期）`,
  inProgress: (due, since) => `${due}；已于${since}开始`,
  waitsFor: (tasks) => `待${tasks}完成`,
  askedBy: (person) => `未指定（${person}提出）`,

  commandSilent({ asked, ...silence }) {
    const [first, ...others] = asked;
    const head = `指挥长${silent(silence)}`;
    if (first === undefined) return `${head}，且无人可接替。`;
    if (others.length === 0) return `${head}；${first.at}已请${first.person}接替指挥，尚未接替。`;
    const each = asked.map(({ person, at }) => `${person}（${at}）`).join('、');
    return `${head}；已先后请${each}接替指挥，尚无人接替。`;
  },
  unreachable: (people) => `下列人员的通知无法送达，须以其他方式联系：${people}。`,
  silent: (people) => `下列人员逾时未确认，须设法联系或另行安排：${people}。`,
  shortOf: ({ team, missing }) => `${team}尚缺${missing}，须补充。`,
  shortAccepted: ({ team, missing }) => `${team}尚缺${missing}，指挥部已同意不再补充。`,
  shortUntil: ({ team, missing, count, who, enough }) =>
    `${team}尚缺${missing}${enough ? '' : '，须补充'}；另有${count}人已确认，预计到位：${who}。`,
  expectedAt: (people, at) => `${people}（${at}）`,
  ofPartner: (partner, people) => `${partner}${people}`,
  notThere: (people) => `预计到位时间已过、尚未登记到位：${people}。`,
  resourcesShort: '下列资源不足：',
  resourceShort: ({ what, missing, heldBy, late }) =>
    `${what}尚缺${missing}${late ? '，已过需用时间' : ''}${heldBy === '' ? '' : `，占用方：${heldBy}`}。`,
  resourcesOut: (what) => `已出库的资源：${what.join('、')}。`,
  partnerAwaited: (partners) => `已请求支援、尚未答复的外部单位：${partners.join('、')}。`,
  spendingAwaited: (what) => `待审批的支出：${what.join('、')}。`,
  overdueTask: ({ task, owner, due }) => `${task}（${owner}，应于${due}前完成）`,
  overdueTasks: (tasks, final) => `${final ? '下列任务逾期，至终报仍未完成' : '下列任务已逾期'}：${tasks.join('、')}。`,
  relief: (people) => `下列人员连续值守已到预案规定的时限，须安排替换：${people}。`,
  failed: (count) => `本期系统有${count}次未能执行应办的步骤，须人工核对；详见事故时间线。`,
  nothingNeeded: '记录中没有提出困难或支援请求。',

  toTakeCommand: (commander) => `指挥长${commander}无应答，须立即明确由谁指挥。`,
  toSign: (by) => `${by}已提议应急终止，须由第二人决定是否签署。`,
  toRaise: ({ proposed, now }) => `按已知事实，定级准则建议${proposed}，高于现行的${now}，是否调整由指挥部决定。`,
  toVerify: '本事故按预案视为真实，尚未有人核实，须由指挥部确认或者否定。',
  toAccept: (to) => `已提出向${to}移交指挥，待其接受。`,
  toShare: ({ person, incident }) => `${person}同时为事故${incident}所用，须决定共同使用还是让出。`,
  toSettle: (pending) => `移交指挥时交代的待决事项：${pending}。是否已经决定，记录未载。`,
  nothingToDecide: '目前没有记录在案的待决事项。',

  noOutlook: '起草人未作走势研判。',

  obligationsDue: '按已知事实和预案，下列法定报送可能适用；是否适用、自何时起算，由责任人核定：',
  obligationsOpen: '下列法定报送是否适用，已知事实尚不足以判断，由责任人尽快核定，核定前按时限准备：',
  obligationsBefore:
    '下列法定报送曾满足条件，其后事实、级别或者预案已有变化。服务恢复不免除报送；因更正事实或者定级而不再适用的，由责任人核定并留存理由：',
  obligationsAtEnd: '下列法定报送，至终报时已知事实仍不足以判断是否适用，由责任人补记核定结论：',
  obligationsDone: '已登记报送：',
  obligationDone: ({ title, at, late }) => `${title}，${at}报送${late ? '（逾期）' : ''}。`,
  obligationsMissed:
    '下列法定报送按当时的时限已逾期而未登记报送，其后时限重新起算（起算时间经更正，或重新启动响应后自再次终止起算）：',
  obligationMissed: ({ title, limits }) => `${title}，原时限${limits}。`,
  obligationsFiled: '本节按登记情况编写：登记前是否已经报送，以责任人的报送记录为准。',
  obligation: ({ title, addressee, limit, ends, owner, verified }) =>
    `${title}。报送对象：${addressee}；时限：${limit}${ends === undefined ? '' : `，按接报时间起算至${ends.at}${ends.past ? '（已过）' : ''}`}；责任人：${owner}${verified ? '' : '；规则待核对'}。`,
  starts: {
    discovered: '发现',
    aware: '获知',
    received: '收到报告',
    classified: '定级',
    materialityDetermined: '认定具有重大性',
    responseEnded: '应急处置结束',
    planPublished: '预案公布',
    earlierFiling: '前一次报送',
  },
  filing: (title) => `报送“${title}”`,
  within: (span, since) => `自${since}起${span}内`,
  workingDays: (count, since) => `自${since}起${count}个工作日内`,
  months: (count, since) => `自${since}起${count}个月内`,
  hours: (count) => `${count}小时`,
  promptly: (own) => (own === undefined ? '应当立即' : `应当立即，本预案要求${own}`),

  next: (at) => `下一期应于${at}前发布。`,
  noNext: '现行级别不要求定期报送，情况有变时另行报送。',
  noMore: '应急响应已经终止，本期为终报，此后不再编发本信息报送。',
};

function silent({ commander, lastActed, reminded }: Omit<SilenceWords, 'asked'>): string {
  const last = lastActed === undefined ? '' : `最后一次操作为${lastActed}，`;
  return `${commander}${last}${reminded === undefined ? '无应答' : `${reminded}催促报到未应`}`;
}
