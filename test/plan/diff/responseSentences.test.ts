import { at, expectSentences } from './examples.js';
import type { Example } from './examples.js';

const EXAMPLES: Example[] = [
  // Mobilisation
  [
    (plan) => (at(plan.mobilisation, 1).levels = ['x-1']),
    ['Level II: Security team no longer called'],
    ['Ⅱ级响应：不再动员安保组'],
  ],
  [
    (plan) => (at(plan.mobilisation, 1).levels = ['x-1', 'x-2', 'x-3']),
    ['Level III: Security team now called'],
    ['Ⅲ级响应：新增动员安保组'],
  ],
  [
    (plan) => plan.mobilisation.splice(2, 1),
    ['Level III: Security team (only for Network attack) no longer called'],
    ['Ⅲ级响应：不再动员安保组（限网络攻击）'],
  ],
  [
    (plan) => (at(plan.mobilisation, 2).categories = ['x-attack', 'x-vendor']),
    ['Level III, Security team: categories: now also Incident at a supplier'],
    ['Ⅲ级响应，安保组：适用类别增加第三方事故'],
  ],
  [
    (plan) => (at(plan.mobilisation, 2).headcount = 3),
    ['Level III, Security team (only for Network attack): headcount 1 person → 3 people'],
    ['Ⅲ级响应，安保组（限网络攻击）：到场人数由1人改为3人'],
  ],
  [
    (plan) => (at(plan.mobilisation, 0).quorumWithin = '20m'),
    [
      'Level I, Technical team: quorum within 15 min → 20 min',
      'Level II, Technical team: quorum within 15 min → 20 min',
      'Level III, Technical team: quorum within 15 min → 20 min',
    ],
    [
      'Ⅰ级响应，技术组：到齐时限由15分钟改为20分钟',
      'Ⅱ级响应，技术组：到齐时限由15分钟改为20分钟',
      'Ⅲ级响应，技术组：到齐时限由15分钟改为20分钟',
    ],
  ],
  [
    (plan) => {
      at(plan.mobilisation, 0).levels = ['x-1'];
      plan.mobilisation.push({ ...at(plan.mobilisation, 0), levels: ['x-2', 'x-3'], qualifications: [], headcount: 2 });
    },
    [
      'Level II, Technical team: headcount 4 people → 2 people',
      'Level II, Technical team: qualification “Database recovery” removed',
      'Level II, Technical team: qualification “Contact with the press” removed',
      'Level III, Technical team: headcount 4 people → 2 people',
      'Level III, Technical team: qualification “Database recovery” removed',
      'Level III, Technical team: qualification “Contact with the press” removed',
    ],
    [
      'Ⅱ级响应，技术组：到场人数由4人改为2人',
      'Ⅱ级响应，技术组：删去资质“数据库恢复”',
      'Ⅱ级响应，技术组：删去资质“媒体应对”',
      'Ⅲ级响应，技术组：到场人数由4人改为2人',
      'Ⅲ级响应，技术组：删去资质“数据库恢复”',
      'Ⅲ级响应，技术组：删去资质“媒体应对”',
    ],
  ],
  // SITREPs
  [
    (plan) => {
      const cadence = plan.sitreps?.cadence ?? [];
      at(cadence, 0).levels = ['x-1'];
      cadence.push({ ...at(cadence, 0), levels: ['x-2'], every: '30m' });
    },
    ['Level II: SITREP every 60 min → 30 min'],
    ['Ⅱ级响应：信息报送间隔由60分钟改为30分钟'],
  ],
  [
    (plan) => (at(plan.sitreps?.cadence ?? [], 1).to = ['x-second']),
    ['Level III: SITREP goes to: now also Deputy; no longer Commander'],
    ['Ⅲ级响应：信息报送对象增加副指挥长，去掉指挥长'],
  ],
  // Verification and notification
  [
    (plan) => (plan.verification.timeBox = [{ categories: ['x-attack'], within: '10m' }, { within: '45m' }]),
    [
      'Verification, Network attack: to be verified within 15 min → 10 min',
      'Verification: to be verified within 30 min → 45 min',
    ],
    ['核实，网络攻击：核实时限由15分钟改为10分钟', '核实：核实时限由30分钟改为45分钟'],
  ],
  [
    (plan) => (plan.verification.onTimeout = { do: 'escalate', escalateTo: ['x-second'] }),
    [
      'Verification, when time is up: action treat it as real → tell more people',
      'Verification, when time is up: provisional level Level III → not set',
    ],
    ['核实，核实超时：处理方式由按属实处理改为上报', '核实，核实超时：暂定级别由Ⅲ级改为未规定'],
  ],
  [
    (plan) => (plan.verification.automatic = ['x-2']),
    ['Level II: now starts by itself when the criteria propose it', 'Level I: no longer starts by itself'],
    ['Ⅱ级响应：符合准则时自动启动', 'Ⅰ级响应：不再自动启动'],
  ],
  [
    (plan) => (plan.notification.call.escalateAfter = '8m'),
    ['Notification, call of teams: others told after 10 min → 8 min'],
    ['通知，组的召集：上报等待时间由10分钟改为8分钟'],
  ],
  [
    (plan) => (plan.notification.shortage = { tell: ['x-commander'] }),
    ['Notification, shortage of people: told of a shortage Deputy and Commander → Commander'],
    ['通知，人员不足时的报告：人员不足时依次告知由副指挥长、指挥长改为指挥长'],
  ],
  [
    (plan) => (plan.shifts = { longest: '10h', rest: '8h', tell: ['x-second'] }),
    ['Shifts: longest time on duty 12 h → 10 h'],
    ['值守与休息：连续值守上限由12小时改为10小时'],
  ],
  [
    (plan) => (plan.notification.alert.channels = ['phone', 'sms', 'email']),
    [
      'Notification, alert to command: channels in another order: e-mail, SMS and telephone → telephone, SMS and e-mail',
    ],
    ['通知，事故警报：通知渠道的次序由电子邮件、短信、电话改为电话、短信、电子邮件'],
  ],
  // Tasks
  [
    (plan) => (at(plan.tasks ?? [], 0).due = '10m'),
    ['Task “Freeze releases”: due within 15 min → 10 min'],
    ['任务“冻结发布”：时限由15分钟改为10分钟'],
  ],
  [
    (plan) => {
      const task = at(plan.tasks ?? [], 1);
      task.mandatory = true;
      delete task.after;
    },
    ['Task “Roll back”: after the tasks: no longer Freeze releases', 'Task “Roll back”: now mandatory'],
    ['任务“回滚”：前置任务去掉冻结发布', '任务“回滚”：改为必须完成'],
  ],
  [
    (plan) => delete at(plan.tasks ?? [], 0).levels,
    ['Task “Freeze releases”: levels Level I and Level II → every level'],
    ['任务“冻结发布”：适用级别由Ⅰ级、Ⅱ级改为所有级别'],
  ],
  // Obligations
  [
    (plan) => (at(plan.obligations ?? [], 0).limit = { workingDays: 1 }),
    ['Obligation “Report to the cyberspace authority”: limit 4 h → 1 working day'],
    ['法定报送“向网信部门报告”：报送时限由4小时改为1个工作日'],
  ],
  [
    (plan) => (at(plan.obligations ?? [], 0).when = { pack: 'x-national', incidentLevel: 'x-grave' }),
    [
      'Obligation “Report to the cyberspace authority”: condition “at least 2 of: incident level (by National grading alone): ' +
        'Serious or worse; Level II or higher; category: Network attack or Failure in operation” → “incident level (by National grading alone): ' +
        'Serious or worse”',
    ],
    [
      '法定报送“向网信部门报告”：条件由“以下至少2项：事故等级（仅按国家分级标准）重大以上、响应级别Ⅱ级以上、类别为网络攻击或运行故障”' +
        '改为“事故等级（仅按国家分级标准）重大以上”',
    ],
  ],
  [
    (plan) => delete at(plan.obligations ?? [], 0).beforeVerification,
    ['Obligation “Report to the cyberspace authority”: now sent after verification'],
    ['法定报送“向网信部门报告”：改为核实后报送'],
  ],
  [
    (plan) => (at(plan.obligations ?? [], 0).reminders = [25, 50]),
    ['Obligation “Report to the cyberspace authority”: reminders: now also 25%; no longer 80%'],
    ['法定报送“向网信部门报告”：提醒时点增加25%，去掉80%'],
  ],
  [
    (plan) =>
      (plan.operator = {
        description: { 'zh-CN': '网络运营者', en: 'A network operator' },
        boundBy: ['cn-cii', 'eu-gdpr'],
      }),
    [
      'Operator: regimes that bind it: now also China: critical information infrastructure; no longer China: other network operators',
    ],
    ['运营者：适用的监管制度增加关键信息基础设施运营者，去掉其他网络运营者'],
  ],
  // The end and after it
  [
    (plan) => (plan.termination.secondSignature = []),
    ['Level I: the end no longer needs a second signature'],
    ['Ⅰ级响应：应急终止不再须经二次签署'],
  ],
  [
    (plan) => (plan.termination.watch = [{ levels: ['x-1'], for: '48h' }]),
    [
      'Level I: watched after the end for 72 h → 48 h',
      'Level II: no longer watched after the end',
      'Level III: no longer watched after the end',
    ],
    ['Ⅰ级响应：终止后观察期由72小时改为48小时', 'Ⅱ级响应：终止后不再设观察期', 'Ⅲ级响应：终止后不再设观察期'],
  ],
  [
    (plan) =>
      (plan.termination.criteria[1] = {
        id: 'x-clean',
        text: { 'zh-CN': '隐患已消除', en: 'No hazard is left' },
        levels: ['x-1'],
      }),
    [
      'Termination: criterion “No hazard is left” added (levels Level I)',
      'Termination: criterion “Service is back to normal” removed',
    ],
    ['应急终止：新增终止条件“隐患已消除”（适用级别：Ⅰ级）', '应急终止：删去终止条件“服务恢复正常”'],
  ],
  [
    (plan) => (at(plan.aftermath?.publication?.firstStatement ?? [], 0).within = '30m'),
    ['Level I: first statement within 1 h → 30 min'],
    ['Ⅰ级响应：首次发布时限由1小时改为30分钟'],
  ],
  [
    (plan) => (plan.aftermath!.publication!.outcomeWithin = '5d'),
    ['Aftermath, publication: closing statement within 3 days → 5 days'],
    ['后期处置，信息发布：处置结果公告时限由3天改为5天'],
  ],
  [
    (plan) => delete plan.aftermath?.personalData,
    [
      'Aftermath, personal data: destroyed after 180 days → not set',
      'Aftermath, personal data: owner Security lead → not set',
    ],
    ['后期处置，个人信息：销毁期限由180天改为未规定', '后期处置，个人信息：负责岗位由安保组长改为未规定'],
  ],
];

test.each(EXAMPLES)('example %#', expectSentences);
