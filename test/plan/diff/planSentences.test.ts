import { at, expectSentences } from './examples.js';
import type { Example } from './examples.js';

const EXAMPLES: Example[] = [
  // Grading
  [
    (plan) => (at(plan.gradingCriteria, 0).atLeast = 5000),
    ['Grading criterion “Ten thousand users or more”: threshold of “Users affected” 10,000 users → 5,000 users'],
    ['定级准则“影响一万名以上用户”：“受影响用户数”的标准由10,000人改为5,000人'],
  ],
  [
    (plan) => {
      const criterion = at(plan.gradingCriteria, 1);
      criterion.any = criterion.all ?? [];
      delete criterion.all;
    },
    [
      'Grading criterion “An intrusion and a slow system”: condition “Intrusion: yes, and State of the system: Slow or worse” → “Intrusion: yes, or State of the system: Slow or worse”',
    ],
    [
      '定级准则“遭入侵且系统变慢”：条件由“遭入侵：是，且系统状态：变慢或更严重”改为“遭入侵：是，或系统状态：变慢或更严重”',
    ],
  ],
  [
    (plan) => (at(plan.gradingCriteria, 1).incidentLevel = 'x-grave'),
    ['Grading criterion “An intrusion and a slow system”: incident level Ordinary → Serious'],
    ['定级准则“遭入侵且系统变慢”：事故等级由一般改为重大'],
  ],
  [
    (plan) => (at(plan.incidentLevels, 0).level = 'x-1'),
    ['Incident level “Serious”: response level Level II → Level I'],
    ['事故等级“重大”：响应级别由Ⅱ级改为Ⅰ级'],
  ],
  // Command and authority
  [
    (plan) => (at(plan.levels, 1).decidedBy = ['x-commander']),
    ['Level II: decided by: no longer Deputy'],
    ['Ⅱ级响应：决定岗位去掉副指挥长'],
  ],
  [
    (plan) => plan.command.deputies.reverse(),
    ['Command: deputies in another order: Deputy and Technical lead → Technical lead and Deputy'],
    ['指挥：代理岗位的次序由副指挥长、技术组长改为技术组长、副指挥长'],
  ],
  [
    (plan) => (plan.authority.reject = ['x-commander', 'x-second']),
    ['Authority: Deputy may now reject a report'],
    ['决定权限：副指挥长可以否定报告'],
  ],
  [
    (plan) => (plan.authority.proposeTermination = [{ levels: ['x-1', 'x-2', 'x-3'], posts: ['x-second'] }]),
    [
      'Level II: Technical lead may no longer propose the end',
      'Level III: Technical lead may no longer propose the end',
    ],
    ['Ⅱ级响应：技术组长不再有权提议应急终止', 'Ⅲ级响应：技术组长不再有权提议应急终止'],
  ],
  [
    (plan) => (plan.authority.confirmTermination = [{ posts: ['x-commander', 'x-second'] }]),
    ['Authority: Deputy may now confirm the end (every level)', 'Level III: Deputy may no longer confirm the end'],
    ['决定权限：副指挥长可以确认应急终止（所有级别）', 'Ⅲ级响应：副指挥长不再有权确认应急终止'],
  ],
  [
    (plan) => delete plan.command.checkIn,
    ['Level I: the commander no longer checks in', 'Level II: the commander no longer checks in'],
    ['Ⅰ级响应：指挥长不再定时签到', 'Ⅱ级响应：指挥长不再定时签到'],
  ],
  // Posts and teams
  [
    (plan) => (at(plan.posts, 0).duties.en = 'Commands and decides the level.'),
    ['Post “Commander”: duties (English) “Commands, decides the level.” → “Commands and decides the level.”'],
    ['岗位“指挥长”：职责（英文）由“Commands, decides the level.”改为“Commands and decides the level.”'],
  ],
  [
    (plan) => {
      plan.posts.push({
        id: 'x-scribe',
        name: { 'zh-CN': '记录员', en: 'Scribe' },
        duties: { 'zh-CN': '记录。', en: 'Keeps the log.' },
        team: 'x-rescue',
      });
    },
    ['Post “Scribe” added (team Technical team)'],
    ['新增岗位“记录员”（所属组：技术组）'],
  ],
  [
    (plan) => (at(plan.teams, 0).lead = 'x-developer'),
    ['Team “Technical team”: lead Technical lead → Developer'],
    ['组“技术组”：组长岗位由技术组长改为研发工程师'],
  ],
  // A renamed post is called by its old name before the arrow and by its new one behind it.
  [
    (plan) => {
      at(plan.posts, 3).name = { 'zh-CN': '程序员', en: 'Programmer' };
      at(plan.tasks ?? [], 0).owner = 'x-developer';
      at(plan.tasks ?? [], 1).owner = 'x-engineer';
    },
    [
      'Post “Developer”: name (Chinese) “研发工程师” → “程序员”',
      'Post “Developer”: name (English) “Developer” → “Programmer”',
      'Task “Freeze releases”: owner Technical lead → Programmer',
      'Task “Roll back”: owner Developer → Technical lead',
    ],
    [
      '岗位“研发工程师”：名称（中文）由“研发工程师”改为“程序员”',
      '岗位“研发工程师”：名称（英文）由“Developer”改为“Programmer”',
      '任务“冻结发布”：负责岗位由技术组长改为程序员',
      '任务“回滚”：负责岗位由研发工程师改为技术组长',
    ],
  ],
  // Resources and funds
  [
    (plan) => {
      const laptops = at(plan.resources ?? [], 0);
      laptops.minimum = 6;
      laptops.reorder = 8;
      laptops.custodian = 'x-guard';
    },
    [
      'Resource “Emergency laptops”: minimum 4 pieces → 6 pieces',
      'Resource “Emergency laptops”: reordered at 5 pieces → 8 pieces',
      'Resource “Emergency laptops”: custodian Technical lead → Security lead',
    ],
    [
      '资源“应急笔记本电脑”：最低储备由4台改为6台',
      '资源“应急笔记本电脑”：补充线由5台改为8台',
      '资源“应急笔记本电脑”：保管岗位由技术组长改为安保组长',
    ],
  ],
  [
    (plan) => (at(plan.funds?.authority ?? [], 0).upTo = 80000),
    [
      'Level I, Deputy: may spend up to 50,000 CNY → 80,000 CNY',
      'Level II, Deputy: may spend up to 50,000 CNY → 80,000 CNY',
    ],
    ['Ⅰ级响应，副指挥长：单笔开支限额由50,000元改为80,000元', 'Ⅱ级响应，副指挥长：单笔开支限额由50,000元改为80,000元'],
  ],
  [
    (plan) => plan.funds?.authority.push({ upTo: 1000, posts: ['x-engineer'] }),
    ['Funds: Technical lead may now spend without asking (every level) (up to 1,000 CNY)'],
    ['应急资金：技术组长可以直接开支（所有级别）（限额：1,000元）'],
  ],
  [
    (plan) => (at(plan.funds?.budgets ?? [], 0).amount = 300000),
    ['Funds, budget “Emergency fund”: amount 200,000 CNY → 300,000 CNY'],
    ['应急资金，预算“应急专项资金”：金额由200,000元改为300,000元'],
  ],
  // Drills and scenarios
  [
    (plan) => (at(plan.drills?.programme ?? [], 0).months = [4, 10]),
    ['Drills, drill “Spring tabletop”: months: now also October; no longer March'],
    ['演练，演练“春季桌面演练”：月份增加十月，去掉三月'],
  ],
  [
    (plan) => (at(at(plan.scenarios ?? [], 0).injects, 0).at = '10m'),
    ['Scenario “Ransomware”, inject “A ransom note appears”: at 5 min → 10 min'],
    ['情景“勒索攻击”，情景注入“屏幕出现勒索信”：注入时间由5分钟改为10分钟'],
  ],
  // Control, cover, languages
  [
    (plan) => {
      if (plan.control) plan.control.approver = 'x-second';
      plan.plan.version = 4;
    },
    ['Cover: version 3 → 4', 'Document control: approver Commander → Deputy'],
    ['封面：版本由3改为4', '预案管理：批准岗位由指挥长改为副指挥长'],
  ],
  [
    (plan) => {
      const rules = plan.aftermath?.publication?.rules ?? [];
      rules.unshift({ 'zh-CN': '统一口径', en: 'One voice' });
      at(rules, 2).en = 'No guessing';
    },
    [
      'Aftermath, publication: rules: added “One voice”',
      'Aftermath, publication: rules (English) “No guesses” → “No guessing”',
    ],
    ['后期处置，信息发布：规则新增“统一口径”', '后期处置，信息发布：规则（英文）由“No guesses”改为“No guessing”'],
  ],
];

test.each(EXAMPLES)('example %#', expectSentences);
