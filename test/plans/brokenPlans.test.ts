import { copyOfSample, placeOf, problemsOf, rosterProblemsOf, sentence } from './broken.js';
import type { Edit } from './broken.js';

interface Case {
  fact: string;
  edit: Edit;
  /** The text where the problem is reported, in the broken file. */
  at: string;
  code: string;
  path: string;
  hint: RegExp;
}

const PLANS: Case[] = [
  {
    fact: 'a key that nobody knows is refused where it stands',
    edit: { file: 'response.yaml', find: 'secondSignature:', replace: 'secondSignatures:' },
    at: 'secondSignatures:',
    code: 'unknown_key',
    path: 'termination.secondSignatures',
    hint: /did you mean "secondSignature"/,
  },
  {
    fact: 'an unknown section is refused',
    edit: { file: 'response.yaml', find: 'mobilisation:', replace: 'mobilization:' },
    at: 'mobilization:',
    code: 'unknown_key',
    path: 'mobilization',
    hint: /did you mean "mobilisation"/,
  },
  {
    fact: 'a duration without unit is refused',
    edit: { file: 'response.yaml', find: 'remindAfter: 10m', replace: 'remindAfter: 600' },
    at: '600',
    code: 'bad_duration',
    path: 'verification.remindAfter',
    hint: /unit, such as 90s/,
  },
  {
    fact: 'a duration of zero is refused',
    edit: { file: 'response.yaml', find: 'giveUpAfter: 24h', replace: 'giveUpAfter: 0h' },
    at: '0h',
    code: 'bad_duration',
    path: 'notification.retry.giveUpAfter',
    hint: /90s/,
  },
  {
    fact: 'a team that does not exist is refused, with the one that was meant',
    edit: { file: 'response.yaml', find: 'team: publicity\n', replace: 'team: publicty\n' },
    at: 'publicty',
    code: 'unknown_team',
    path: 'mobilisation[4].team',
    hint: /did you mean "publicity"/,
  },
  {
    fact: 'a level that does not exist is refused, with those that do',
    edit: { file: 'response.yaml', find: 'secondSignature: [I, II]', replace: 'secondSignature: [I, urgent]' },
    at: 'urgent]',
    code: 'unknown_level',
    path: 'termination.secondSignature[1]',
    hint: /known here: I, II, III, IV/,
  },
  {
    fact: 'a post that does not exist is refused',
    edit: {
      file: 'organisation.yaml',
      find: 'confirmTermination: [commander]',
      replace: 'confirmTermination: [comander]',
    },
    at: 'comander]',
    code: 'unknown_post',
    path: 'authority.confirmTermination[0]',
    hint: /did you mean "commander"/,
  },
  {
    fact: 'a decision that nobody may take is refused',
    edit: { file: 'organisation.yaml', find: '  reject: [commander, deputy-commander]\n', replace: '' },
    at: 'standby: [commander',
    code: 'missing_key',
    path: 'authority.reject',
    hint: /add the line/,
  },
  {
    fact: 'a level without a decider is refused',
    edit: {
      file: 'grading.yaml',
      find: 'en: Level I response }\n    decidedBy: [commander]',
      replace: 'en: Level I response }\n    decidedBy: []',
    },
    at: '[]\n',
    code: 'empty_list',
    path: 'levels[0].decidedBy',
    hint: /at least one/,
  },
  {
    fact: 'a second thing with the same id is refused',
    edit: { file: 'organisation.yaml', find: '  - id: press-officer', replace: '  - id: publicity-lead' },
    at: 'publicity-lead\n    team: publicity\n    name: { zh-CN: 新闻发布员',
    code: 'duplicate_id',
    path: 'posts[15].id',
    hint: /its own id/,
  },
  {
    fact: 'a threshold on a yes-or-no fact is refused',
    edit: {
      file: 'grading.yaml',
      find: '    fact: dataLost\n    is: true',
      replace: '    fact: dataLost\n    atLeast: 1',
    },
    at: '1\n    incidentLevel: serious\n    text: { zh-CN: 生产数据',
    code: 'condition_type',
    path: 'gradingCriteria[18].atLeast',
    hint: /is: true/,
  },
  {
    fact: 'a criterion without a condition is refused',
    edit: { file: 'grading.yaml', find: '    fact: dataLost\n    is: true', replace: '    fact: dataLost' },
    at: 'id: data-lost',
    code: 'condition_form',
    path: 'gradingCriteria[18]',
    hint: /either "atLeast/,
  },
  {
    fact: 'a milder threshold that a worse one swallows is refused',
    edit: {
      file: 'grading.yaml',
      find: '360\n    incidentLevel: particularly-serious\n    text: { zh-CN: 核心服务',
      replace: '36\n    incidentLevel: particularly-serious\n    text: { zh-CN: 核心服务',
    },
    at: '120',
    code: 'criterion_never_decides',
    path: 'gradingCriteria[15].atLeast',
    hint: /compare/,
  },
  {
    fact: 'a text without one of the languages is refused',
    edit: { file: 'grading.yaml', find: '{ zh-CN: 四级响应, en: Level IV response }', replace: '{ zh-CN: 四级响应 }' },
    at: '{ zh-CN: 四级响应 }',
    code: 'missing_text',
    path: 'levels[3].name',
    hint: /add "en: …"/,
  },
  {
    fact: 'a text in a language that Muster does not speak is refused',
    edit: {
      file: 'grading.yaml',
      find: '{ zh-CN: 四级响应, en: Level IV response }',
      replace: '{ zh-CN: 四级响应, en: Level IV, zh: 四 }',
    },
    at: 'zh: 四 }',
    code: 'unknown_key',
    path: 'levels[3].name.zh',
    hint: /known here: zh-CN, en/,
  },
  {
    fact: 'a text without words is refused',
    edit: { file: 'organisation.yaml', find: 'zh-CN: 指挥长,', replace: "zh-CN: '  '," },
    at: "'  '",
    code: 'empty_text',
    path: 'posts[0].name.zh-CN',
    hint: /write the text/,
  },
  {
    fact: 'a lead from another team is refused',
    edit: { file: 'organisation.yaml', find: '    lead: publicity-lead', replace: '    lead: liaison-lead' },
    at: 'liaison-lead\n    name: { zh-CN: 宣传报道组',
    code: 'lead_not_in_team',
    path: 'teams[4].lead',
    hint: /team: publicity/,
  },
  {
    fact: 'a level at which nobody is called is refused',
    edit: { file: 'response.yaml', find: 'levels: [I, II, III, IV]\n', replace: 'levels: [I, II, III]\n' },
    at: '- team: technical-rescue',
    code: 'nobody_mobilised',
    path: 'mobilisation',
    hint: /level IV/,
  },
  {
    fact: 'one id for an incident level and a response level is refused',
    edit: { file: 'grading.yaml', find: '  - id: serious\n', replace: '  - id: ii\n' },
    at: 'ii\n',
    code: 'levels_share_id',
    path: 'incidentLevels[1].id',
    hint: /"serious" and "II"/,
  },
  {
    fact: 'a worse incident that calls for less is refused',
    edit: { file: 'grading.yaml', find: 'colour: red\n    level: I\n', replace: 'colour: red\n    level: IV\n' },
    at: 'II\n',
    code: 'levels_out_of_order',
    path: 'incidentLevels[1].level',
    hint: /most severe down/,
  },
  {
    fact: 'a commander who is his own deputy is refused',
    edit: { file: 'organisation.yaml', find: 'deputies: [deputy-commander]', replace: 'deputies: [commander]' },
    at: 'commander]\n  # Five',
    code: 'commander_is_deputy',
    path: 'command.deputies[0]',
    hint: /another post/,
  },
  {
    fact: 'an escalation before the reminder is refused',
    edit: { file: 'response.yaml', find: 'escalateAfter: 10m', replace: 'escalateAfter: 5m' },
    at: '5m, escalateTo: [deputy-commander]',
    code: 'escalation_before_reminder',
    path: 'notification.call.escalateAfter',
    hint: /longer than remindAfter/,
  },
  {
    fact: 'giving up before the first retry is refused',
    edit: { file: 'response.yaml', find: 'giveUpAfter: 24h', replace: 'giveUpAfter: 5s' },
    at: '5s }',
    code: 'gives_up_too_early',
    path: 'notification.retry.giveUpAfter',
    hint: /longer/,
  },
  {
    fact: 'an id that objects inherit is refused',
    edit: { file: 'grading.yaml', find: '  - id: security\n', replace: '  - id: constructor\n' },
    at: 'constructor\n',
    code: 'bad_id',
    path: 'categories[2].id',
    hint: /"constructor"/,
  },
  {
    fact: 'a colour that no surface knows is refused',
    edit: { file: 'grading.yaml', find: 'colour: orange', replace: 'colour: oragne' },
    at: 'oragne',
    code: 'unknown_value',
    path: 'incidentLevels[1].colour',
    hint: /did you mean "orange"/,
  },
  {
    fact: 'a number without its unit is refused',
    edit: {
      file: 'grading.yaml',
      find: 'core service }\n    type: number\n    unit: { zh-CN: 分钟, en: minutes }\n',
      replace: 'core service }\n    type: number\n',
    },
    at: 'id: outageMinutes',
    code: 'missing_key',
    path: 'facts[1].unit',
    hint: /add the line/,
  },
  {
    fact: 'a fact of an unknown type is refused',
    edit: {
      file: 'grading.yaml',
      find: 'Intrusion into production }\n    type: boolean',
      replace: 'Intrusion into production }\n    type: yesno',
    },
    at: 'yesno',
    code: 'unknown_value',
    path: 'facts[6].type',
    hint: /known here: number, boolean/,
  },
  {
    fact: 'yes instead of true is refused (YAML 1.2)',
    edit: {
      file: 'grading.yaml',
      find: '    fact: dataLost\n    is: true',
      replace: '    fact: dataLost\n    is: yes',
    },
    at: 'yes\n',
    code: 'wrong_type',
    path: 'gradingCriteria[18].is',
    hint: /true or false, without quotes/,
  },
  {
    fact: 'a key without a value is refused',
    edit: { file: 'plan.yaml', find: '  number: YF-YJ-2026-01', replace: '  number:' },
    at: 'number:',
    code: 'wrong_type',
    path: 'plan.number',
    hint: /after the colon/,
  },
  {
    fact: 'version nought is refused',
    edit: { file: 'plan.yaml', find: '  version: 1', replace: '  version: 0' },
    at: '0\n  status',
    code: 'out_of_range',
    path: 'plan.version',
    hint: /at least 1/,
  },
  {
    fact: 'a day that does not exist is refused',
    edit: { file: 'plan.yaml', find: 'issued: 2026-10-12', replace: 'issued: 2026-02-30' },
    at: '2026-02-30',
    code: 'bad_date',
    path: 'plan.issued',
    hint: /year-month-day/,
  },
  {
    fact: 'a missing section is reported in the main file',
    edit: { file: 'organisation.yaml', find: '\ncommand:\n', replace: '\ncomand:\n' },
    at: 'plan:\n',
    code: 'missing_key',
    path: 'command',
    hint: /add the line/,
  },
  {
    fact: 'a section in two files is refused in the second',
    edit: { file: 'response.yaml', find: 'verification:\n', replace: 'languages: [en]\nverification:\n' },
    at: 'languages: [en]',
    code: 'duplicate_key_in_files',
    path: 'languages',
    hint: /one of the two files/,
  },
  {
    fact: 'a key twice in one place is refused',
    edit: { file: 'plan.yaml', find: '  version: 1', replace: '  version: 1\n  version: 2' },
    at: 'version: 2',
    code: 'duplicate_key',
    path: '',
    hint: /remove one/,
  },
  {
    fact: 'a bracket that is never closed is a syntax error',
    edit: { file: 'plan.yaml', find: 'languages: [zh-CN, en]', replace: 'languages: [zh-CN, en' },
    at: 'purpose:',
    code: 'yaml_syntax',
    path: '',
    hint: /brackets|quotes/,
  },
  {
    fact: 'a tab as indentation is a syntax error',
    edit: { file: 'plan.yaml', find: '  version: 1', replace: '\tversion: 1' },
    at: '\tversion: 1',
    code: 'yaml_syntax',
    path: '',
    hint: /spaces/,
  },
];

test.each(PLANS)('$fact', ({ edit, at, code, path, hint }) => {
  const dir = copyOfSample(edit);
  const file = code === 'missing_key' && path === 'command' ? 'plan.yaml' : edit.file;
  const problems = problemsOf(dir);
  expect(problems).toContainEqual({
    file,
    ...placeOf(dir, file, at),
    path,
    code,
    message: sentence(),
    hint: sentence(hint),
  });
});

const ROSTERS: Case[] = [
  {
    fact: 'an unknown person is refused',
    edit: { file: 'roster.yaml', find: 'developer: [qian-rong,', replace: 'developer: [qian-ronk,' },
    at: 'qian-ronk',
    code: 'unknown_person',
    path: 'holders.developer[0]',
    hint: /did you mean "qian-rong"/,
  },
  {
    fact: 'a post that the plan does not have is refused',
    edit: { file: 'roster.yaml', find: '  developer:', replace: '  developr:' },
    at: 'developr:',
    code: 'unknown_post',
    path: 'holders.developr',
    hint: /did you mean "developer"/,
  },
  {
    fact: 'a command post that nobody holds is refused',
    edit: { file: 'roster.yaml', find: '  deputy-commander: [chen-jing]\n', replace: '' },
    at: 'commander: [lin-wei]',
    code: 'command_unfilled',
    path: 'holders.deputy-commander',
    hint: /active person/,
  },
  {
    fact: 'a commander who is no longer active leaves the post unfilled',
    edit: { file: 'roster.yaml', find: '  - id: lin-wei\n', replace: '  - id: lin-wei\n    active: false\n' },
    at: '[lin-wei]',
    code: 'command_unfilled',
    path: 'holders.commander',
    hint: /active person/,
  },
  {
    fact: 'one person in two command posts is refused',
    edit: {
      file: 'roster.yaml',
      find: 'deputy-commander: [chen-jing]',
      replace: 'deputy-commander: [lin-wei, chen-jing]',
    },
    at: '[lin-wei, chen-jing]',
    code: 'same_person_in_command',
    path: 'holders.deputy-commander',
    hint: /another person first/,
  },
  {
    fact: 'an address that is none is refused',
    edit: { file: 'roster.yaml', find: 'lin.wei@yunfan.example', replace: 'lin.wei(at)yunfan.example' },
    at: 'lin.wei(at)yunfan.example',
    code: 'bad_email',
    path: 'people[0].contacts.email',
    hint: /name@example.org/,
  },
  {
    fact: 'one address for two people is refused',
    edit: { file: 'roster.yaml', find: 'zhao.lei@yunfan.example', replace: 'Lin.Wei@yunfan.example' },
    at: 'Lin.Wei@yunfan.example',
    code: 'duplicate_email',
    path: 'people[2].contacts.email',
    hint: /address of their own/,
  },
  {
    fact: 'two people with one id are refused',
    edit: { file: 'roster.yaml', find: '  - id: xie-ting', replace: '  - id: lin-wei' },
    at: 'lin-wei\n    name: { zh-CN: 谢婷',
    code: 'duplicate_id',
    path: 'people[22].id',
    hint: /its own id/,
  },
  {
    fact: 'a team without people is refused',
    edit: {
      file: 'roster.yaml',
      find: 'site-security-lead: [deng-qiang, lei-gang]\n  site-security-officer: [bai-yong]',
      replace: 'site-security-lead: []',
    },
    at: '[]',
    code: 'team_unfilled',
    path: 'holders.site-security-lead',
    hint: /site-security-lead/,
  },
  {
    fact: 'a post that cannot be an id is refused where it stands',
    edit: { file: 'roster.yaml', find: '  developer:', replace: '  the developer:' },
    at: 'the developer:',
    code: 'bad_key',
    path: 'holders.the developer',
    hint: /letters, digits/,
  },
];

test.each(ROSTERS)('roster: $fact', ({ edit, at, code, path, hint }) => {
  const dir = copyOfSample(edit);
  const problems = rosterProblemsOf(dir);
  expect(problems).toContainEqual({
    file: edit.file,
    ...placeOf(dir, edit.file, at),
    path,
    code,
    message: sentence(),
    hint: sentence(hint),
  });
});

test('all problems of all files are told at once, each once', () => {
  const dir = copyOfSample(
    { file: 'plan.yaml', find: '  version: 1', replace: '  version: one' },
    { file: 'response.yaml', find: 'team: publicity\n', replace: 'team: publicty\n' },
    { file: 'response.yaml', find: 'remindAfter: 10m', replace: 'remindAfter: 10' },
    { file: 'grading.yaml', find: 'colour: orange', replace: 'color: orange' },
  );
  expect(problemsOf(dir).map(({ file, code }) => `${file} ${code}`)).toEqual([
    'plan.yaml wrong_type',
    'grading.yaml missing_key',
    'grading.yaml unknown_key',
    'response.yaml bad_duration',
    'response.yaml unknown_team',
  ]);
});

test('a file that cannot be parsed hides nothing of the others and is not called incomplete', () => {
  const dir = copyOfSample(
    { file: 'plan.yaml', find: 'languages: [zh-CN, en]', replace: 'languages: [zh-CN, en' },
    { file: 'response.yaml', find: 'remindAfter: 10m', replace: 'remindAfter: 10' },
  );
  const codes = problemsOf(dir).map((problem) => problem.code);
  expect(codes.filter((code) => code !== 'yaml_syntax')).toEqual(['bad_duration']);
});
