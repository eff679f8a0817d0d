import { describe, expect, test } from '@jest/globals';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { eventWords, noticeWords } from '../../src/domain/words/index.js';
import type { NoticeInput } from '../../src/domain/words/index.js';
import { MINUTE } from '../../src/domain/time.js';
import { planWithSitreps, sampleNames } from '../support/samplePlan.js';
import { mailIn } from './mail.js';
import { sampleNotice } from './samples.js';
import { person, REPORT, START, Story } from './story.js';

describe('a handover', () => {
  const brief = {
    situation: '一区不可用',
    objectives: '切换到二区',
    actions: '已摘除一区流量',
    resources: '技术组8人在场',
    risks: '二区容量不足',
    pending: '是否公告',
  };
  const offered = () => {
    const story = new Story();
    story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
    return story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  };

  test('comes with the whole brief by which the other person decides', () => {
    const zh = mailIn(offered(), 'handoverOffered', 'zh-CN').text;
    expect(zh).toContain(
      [
        '移交说明：',
        '- 态势：一区不可用',
        '- 目标：切换到二区',
        '- 已采取和进行中的行动：已摘除一区流量',
        '- 已到位和途中的人员物资：技术组8人在场',
        '- 风险：二区容量不足',
        '- 待决事项：是否公告',
      ].join('\n'),
    );
    const en = mailIn(offered(), 'handoverOffered', 'en').text;
    for (const text of Object.values(brief)) expect(en).toContain(`: ${text}`);
  });

  test('comes with the brief as it was when the notice was asked for, and no more than a mail bears', () => {
    const story = new Story();
    const long = { situation: '长'.repeat(4_000), objectives: '切换' };
    story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief: long });
    story.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '有变' });
    const { text } = mailIn(story, 'handoverOffered', 'zh-CN');
    expect(text).toContain('- 目标：切换');
    expect(text.length).toBeGreaterThan(1_900);
    expect(text.length).toBeLessThan(3_000);
  });

  test('stands in the timeline with every part of the brief', () => {
    const event = offered().events.find(({ type }) => type === 'handoverOffered')!;
    for (const text of Object.values(brief)) {
      expect(eventWords(event, sampleNames(), 'zh-CN')).toContain(text);
      expect(eventWords(event, sampleNames(), 'en')).toContain(text);
    }
  });

  test('that was declined is told with who did so, and why', () => {
    const story = offered().says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' });
    const zh = mailIn(story, 'handoverAnswered', 'zh-CN').text;
    expect(zh).toContain('不接受移交：陈静\n现任指挥：林伟\n');
    expect(zh).toContain('\n理由：正在途中\n');
    const en = mailIn(story, 'handoverAnswered', 'en').text;
    expect(en).toContain('Declined by: Chen Jing\nIn command: Lin Wei\n');
    expect(en).toContain('\nReason: 正在途中\n');
  });

  test('that was withdrawn is told with who did so, and why', () => {
    const story = offered().says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '情况有变' });
    expect(mailIn(story, 'handoverAnswered', 'zh-CN').text).toMatch(/^撤回移交：林伟\n[^]*^理由：情况有变$/mu);
    expect(mailIn(story, 'handoverAnswered', 'en').text).toMatch(/^Withdrawn by: Lin Wei\n[^]*^Reason: 情况有变$/mu);
  });
});

describe('what asks to verify', () => {
  const facts = { usersAffected: 52_000 };

  test('says what is known and by what it is graded', () => {
    const story = new Story({ facts });
    expect(mailIn(story, 'alert', 'zh-CN').text).toContain(
      '已知情况：受影响用户数：52000\n定级依据：受影响用户达到一千\n事故：',
    );
    expect(mailIn(story, 'alert', 'en').text).toContain(
      'Known: Users affected: 52000\nGraded by: At least 1,000 users are affected\nIncident: ',
    );
  });

  test('brings no empty line where nothing is known', () => {
    expect(mailIn(new Story({ facts: {} }), 'alert', 'zh-CN').text).not.toMatch(/已知情况|定级依据/);
  });

  test('offers standby before anything is decided', () => {
    const story = new Story({ facts }).after(5 * MINUTE).wakes();
    const { subject, text } = mailIn(story, 'verificationReminder', 'en');
    expect(subject).toMatch(/^\[Unverified, proposed Level II] Not verified yet, decide now: /);
    expect(text).toMatch(
      /^The report below is still not verified\. Decide now: confirm it, declare standby, or reject it/,
    );
  });

  test('offers to prolong standby once it was declared, and does not deny that it was', () => {
    const story = new Story({ facts }).says('lin-wei', { type: 'verify', outcome: 'standby', reason: '待查' });
    story.after(5 * MINUTE).wakes();
    const zh = mailIn(story, 'verificationReminder', 'zh-CN').text;
    expect(zh).toMatch(/^已预警启动，下述事故报告仍未核实，请再作决定：核实确认、延长预警启动，或予以否定。/);
    expect(mailIn(story, 'verificationReminder', 'en').text).toMatch(
      /^Standby was declared, [^\n]*Decide again: confirm it, prolong standby, or reject it\./,
    );
    for (let i = 0; i < 10; i++) story.after(5 * MINUTE).wakes();
    expect(mailIn(story, 'verificationEscalated', 'en').text).toMatch(
      /^Since standby was declared nobody has verified/,
    );
    const reminded = story.events.filter(({ type }) => type.startsWith('verification'));
    for (const event of reminded) expect(eventWords(event, sampleNames(), 'zh-CN')).toContain('报告仍未核实');
  });

  test('says that standby was prolonged, and why', () => {
    const story = new Story({ facts });
    for (const reason of ['待查', '仍在查']) story.says('lin-wei', { type: 'verify', outcome: 'standby', reason });
    const zh = mailIn(story, 'standbyProlonged', 'zh-CN');
    expect(zh.subject).toBe(`【未核实】延长预警启动，请继续待命：${REPORT.title}`);
    expect(zh.text).toMatch(/^请继续待命[^\n]*已决定延长预警启动[^]*^决定的理由：仍在查$/mu);
    expect(mailIn(story, 'standbyProlonged', 'en').text).toMatch(
      /^Go on standing by [^\n]* standby has been prolonged, /,
    );
    const [declared, prolonged] = story.events.filter(({ type }) => type === 'standbyDeclared');
    expect(eventWords(declared!, sampleNames(), 'zh-CN')).toBe('林伟宣布预警启动。理由：待查。');
    expect(eventWords(prolonged!, sampleNames(), 'zh-CN')).toBe('林伟决定延长预警启动。理由：仍在查。');
    expect(eventWords(prolonged!, sampleNames(), 'en')).toBe('Lin Wei prolonged standby. Reason: 仍在查.');
  });

  test('says at once what is proposed now when it gets worse, what was before, and what can be decided', () => {
    const lost = (story: Story) =>
      story.says('zhao-lei', { type: 'addFact', values: { dataLost: true }, source: '对账', confidence: 'confirmed' });
    const story = new Story({ facts }).says('lin-wei', { type: 'verify', outcome: 'standby', reason: '待查' });
    const zh = mailIn(lost(story), 'proposalRisen', 'zh-CN');
    expect(zh.subject).toBe(`【未核实，建议Ⅰ级响应】建议级别提高，请立即核实：${REPORT.title}`);
    expect(zh.text).toMatch(/^预警启动后，[^\n]*：核实确认、延长预警启动，或予以否定。/);
    expect(zh.text).toContain(
      [
        '现建议：Ⅰ级响应（此前建议Ⅱ级响应）',
        '已知情况：受影响用户数：52000；数据丢失：是',
        '定级依据：数据已经丢失；受影响用户达到一千',
      ].join('\n'),
    );
    const en = mailIn(story, 'proposalRisen', 'en');
    expect(en.subject).toBe(`[Unverified, proposed Level I] A higher level is proposed, verify now: ${REPORT.title}`);
    expect(en.text).toMatch(
      /^Since standby was declared, the grading criteria[^\n]*: confirm it, prolong standby, or /,
    );
    expect(en.text).toContain('\nProposed now: Level I, before: Level II\nKnown: ');
    const first = lost(new Story({ facts: {} }));
    expect(mailIn(first, 'proposalRisen', 'en').text).toMatch(
      /^The grading criteria propose[^]*^Proposed now: Level I$/mu,
    );
  });

  test('names the level that the plan has started meanwhile, and asks for what can still be decided', () => {
    const story = new Story({ facts }, (plan) => {
      Object.assign(plan.verification, { reminders: 1, timeBox: [{ within: 30 * MINUTE }] });
      plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L3' };
    });
    for (let i = 0; i < 20; i++) story.after(5 * MINUTE).wakes();
    for (const [template, asked] of [
      ['verificationReminder', 'Not verified yet, decide now'],
      ['verificationEscalated', 'Nobody has verified this report'],
    ] as const) {
      const { subject, text } = mailIn(story, template, 'en');
      expect(subject).toBe(`[Level II] ${asked}: ${REPORT.title}`);
      expect(text).toMatch(
        /^The response has started by itself, as the plan says, and [^\n]*: confirm it, or reject it/,
      );
      expect(text).toContain('Response level: Level II (incident level: ');
      expect(text).not.toMatch(/declare standby|not decided/);
    }
  });
});

describe('another report of the same thing', () => {
  const { title, place } = REPORT;
  const again = (story: Story) =>
    story.says('sun-yu', {
      type: 'absorb',
      mode: 'real',
      reporter: person('sun-yu'),
      reportedAt: START,
      facts: { dataLost: true },
      texts: { title: '订单数据缺失', place },
    });

  test('is told with what it says and with the level that was decided', () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '证实' });
    const zh = mailIn(again(story), 'absorbed', 'zh-CN');
    expect(zh.subject).toBe(`【Ⅱ级响应】同一情况又有报告：${title}`);
    expect(zh.text).toContain('再次报告：订单数据缺失\n所报事实：数据丢失：是\n');
    expect(zh.text).toContain('响应级别：Ⅱ级响应');
    const en = mailIn(story, 'absorbed', 'en');
    expect(en.text).toContain('Reported now: 订单数据缺失\nAs reported now: Data lost: yes\n');
    expect(en.text).not.toContain('not decided');
  });
});

describe('a merged incident', () => {
  test('is told with what came along, and with what is left in its record', () => {
    const zh = noticeWords(sampleNotice('absorbed', 'zh-CN')).text;
    expect(zh).toContain(
      '随之转入、在本事故继续待查明的问题：3个\n未转入、须到事故 i-2 的记录中查看：文字情况12条；超出上限、未能转入的待查明问题1个\n',
    );
    const en = noticeWords(sampleNotice('absorbed', 'en')).text;
    expect(en).toContain(
      'Open questions that came along and stay open here: 3\nNot taken over, see the record of i-2: 12 statements; 1 open question, beyond the limit\n',
    );
  });
});

describe('what a merged incident had promised the public', () => {
  test('is told with its time, and stands in the timeline', () => {
    const zh = noticeWords(sampleNotice('absorbed', 'zh-CN')).text;
    expect(zh).toContain('该事故已向公众承诺、须由本事故兑现的下次发布时间：');
    const en = noticeWords(sampleNotice('absorbed', 'en')).text;
    expect(en).toContain('Promised to the public there, and to be kept here: the next statement at ');
    const event = new Story()
      .says('lin-wei', {
        type: 'absorb',
        from: 'i-2',
        mode: 'real',
        reporter: person('sun-yu'),
        reportedAt: START,
        facts: {},
        texts: { title: REPORT.title, place: REPORT.place },
        promised: { from: START, dueAt: START + MINUTE },
      })
      .events.find(({ type }) => type === 'reportAbsorbed')!;
    expect(eventWords(event, sampleNames(), 'zh-CN')).toContain('其向公众承诺的下次发布由本事故兑现。');
    expect(eventWords(event, sampleNames(), 'en')).toContain(
      'Its promise to the public of a next statement is to be kept here.',
    );
  });
});

describe('the mails about a question', () => {
  const asked = () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '证实' });
    return story.says('sun-yu', { type: 'askQuestion', text: '对账是否完整？' });
  };

  test('say what is asked, by whom, and what to do', () => {
    const [question] = Object.keys(asked().state.situation.questions);
    const zh = mailIn(asked(), 'questionAsked', 'zh-CN');
    expect(zh.subject).toBe(`【Ⅱ级响应】有问题待查明：${REPORT.title}`);
    expect(zh.text).toMatch(
      new RegExp(`^有人提出须查明的问题：[^\\n]*\\n[^]*问题 ${question}：对账是否完整？\n提出人：孙宇\n`),
    );
    const en = mailIn(asked(), 'questionAsked', 'en');
    expect(en.subject).toBe(`[Level II] To be found out: ${REPORT.title}`);
    expect(en.text).toContain(`Question ${question}: 对账是否完整？\nAsked by: Sun Yu\n`);
  });

  test('say what is answered, as it was asked', () => {
    const story = asked();
    const [question] = Object.keys(story.state.situation.questions);
    story.says('lin-wei', { type: 'askQuestion', text: '另一个问题' });
    story.says('xu-na', { type: 'answerQuestion', question: question!, text: '已逐笔核对，无差异。' });
    const zh = mailIn(story, 'questionAnswered', 'zh-CN').text;
    expect(zh).toContain(`问题 ${question}：对账是否完整？\n答复：已逐笔核对，无差异\n答复人：徐娜\n`);
    const en = mailIn(story, 'questionAnswered', 'en').text;
    expect(en).toContain(`Question ${question}: 对账是否完整？\nAnswer: 已逐笔核对，无差异\nAnswered by: Xu Na\n`);
  });

  test('keep the whole question, and say where it was erased', () => {
    const story = new Story().says('sun-yu', { type: 'askQuestion', text: `${'长'.repeat(499)}？` });
    expect(mailIn(story, 'questionAsked', 'zh-CN').text).toContain(`${'长'.repeat(499)}？\n`);
    for (const [lang, words] of [
      ['zh-CN', '问题 q12：（原文已删除）'],
      ['en', 'Question q12: (text erased)'],
    ] as const) {
      expect(noticeWords(sampleNotice('questionAsked', lang)).text).toContain(words);
    }
  });
});

describe('the mail about the cordon', () => {
  test('says first what is closed off, and later what no longer is', () => {
    const story = new Story({}, (plan) => {
      plan.scene = { posts: ['commander'] };
    });
    story.says('lin-wei', { type: 'scene', action: 'cordon', area: '二号机房', rules: '一处进出' });
    expect(mailIn(story, 'cordonSet', 'zh-CN').text).toMatch(/^[^\n]+\n\n范围：二号机房\n/);
    story.says('lin-wei', { type: 'scene', action: 'lift', reason: '险情已排除' });
    expect(mailIn(story, 'cordonLifted', 'en').text).toMatch(/^[^\n]+\n\nArea: 二号机房\n/);
  });

  test('says at the end how many are still inside', () => {
    const story = new Story({}, (plan) => {
      plan.scene = { posts: ['commander'] };
    });
    story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '属实' });
    story.says('lin-wei', { type: 'scene', action: 'cordon', area: '二号机房', rules: '一处进出' });
    story.says('lin-wei', { type: 'scene', action: 'admit', name: '李工', area: '机柜', purpose: '供电' });
    story.says('lin-wei', { type: 'terminate', action: 'override', reason: '人员另有任务' });
    story.says('chen-jing', { type: 'terminate', action: 'confirm' });
    expect(mailIn(story, 'cordonStands', 'zh-CN').text).toMatch(/\n范围：二号机房\n登记在内的人数：1\n/);
  });
});

describe('the mails about legal reports', () => {
  const reported = () =>
    new Story({ facts: { usersAffected: 5_200 } }, (plan) => {
      const ours = {
        start: 'discovered' as const,
        owner: 'liaisonLead',
        deputy: 'duty',
        reminders: [50, 80],
        verified: true,
      };
      const when = { fact: 'usersAffected', atLeast: 1_000 };
      plan.obligations = [
        { id: 'D-01', ...ours, when, limit: { within: 60 * MINUTE } },
        { id: 'D-02', ...ours, when, limit: { target: 90 * MINUTE } },
        { id: 'D-03', ...ours, verified: false, when, own: true, limit: { within: 120 * MINUTE } },
        { id: 'D-04', ...ours, when: { fact: 'dataLost', is: true }, limit: { within: 60 * MINUTE } },
      ];
    });
  const confirmed = () =>
    reported().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '属实' });

  test('say first what is to be filed where until when, and that nobody has decided yet', () => {
    const zh = mailIn(reported(), 'obligations', 'zh-CN');
    expect(zh.subject).toBe(`【未核实，建议Ⅱ级响应】有法定报送须办理：${REPORT.title}`);
    expect(zh.text).toMatch(/^以下报送由您负责：[^\n]*情况不全的，先报要点，后补报。/);
    expect(zh.text).toContain(
      [
        '\n\n报送事项：',
        '- D-01，报至主管部门，时限 2026-11-22 04:14:05 +08:00，是否适用尚未判定',
        '- D-02，报至主管部门，本单位目标时限 2026-11-22 04:44:05 +08:00，是否适用尚未判定',
        '- D-03，报至主管部门，本单位目标时限 2026-11-22 05:14:05 +08:00，是否适用尚未判定，规则待核对',
        '事故：',
      ].join('\n'),
    );
    const en = mailIn(reported(), 'obligations', 'en');
    expect(en.subject).toBe(`[Unverified, proposed Level II] Legal reports are yours to file: ${REPORT.title}`);
    expect(en.text).toContain(
      [
        '\n\nReports:',
        '- D-01, to The authority, limit 2026-11-22 04:14:05 +08:00, whether it applies is undecided',
        '- D-02, to The authority, own target 2026-11-22 04:44:05 +08:00, whether it applies is undecided',
        '- D-03, to The authority, own target 2026-11-22 05:14:05 +08:00, whether it applies is undecided, rule not compared with its source',
        'Incident: ',
      ].join('\n'),
    );
  });

  test('say of a limit that draws near what is decided, and what is not', () => {
    const story = confirmed()
      .after(48 * MINUTE)
      .wakes();
    const zh = mailIn(story, 'obligationsNear', 'zh-CN');
    expect(zh.subject).toBe(`【Ⅲ级响应】报送时限临近，尚未登记报送：${REPORT.title}`);
    expect(zh.text).toMatch(/^以下报送的时限临近，尚未登记报送：[^\n]*是否适用尚未判定的，请尽快判定。/);
    expect(zh.text).toContain(
      [
        '- D-01，报至主管部门，时限 2026-11-22 04:14:05 +08:00',
        '- D-04，报至主管部门，时限 2026-11-22 04:14:05 +08:00，是否适用尚未判定\n',
      ].join('\n'),
    );
    const en = mailIn(story, 'obligationsNear', 'en');
    expect(en.subject).toBe(`[Level III] A legal limit draws near, nothing is registered as filed: ${REPORT.title}`);
    expect(en.text).toMatch(/^The limits of these reports draw near [^\n]*undecided whether one applies, decide\./);
    expect(en.text).toContain(
      [
        '- D-01, to The authority, limit 2026-11-22 04:14:05 +08:00',
        '- D-04, to The authority, limit 2026-11-22 04:14:05 +08:00, whether it applies is undecided\n',
      ].join('\n'),
    );
  });

  test('say of a limit that has passed how to register it late, and how where it was filed in time', () => {
    const story = confirmed().says('lin-wei', {
      type: 'obligation',
      action: 'judge',
      obligations: ['D-04'],
      applies: false,
      reason: '数据完整',
    });
    story.after(60 * MINUTE).wakes();
    const zh = mailIn(story, 'obligationsMissed', 'zh-CN');
    expect(zh.subject).toBe(`【Ⅲ级响应】报送时限已过，尚未登记报送：${REPORT.title}`);
    expect(zh.text).toMatch(/^以下报送的时限已过，尚未登记报送：请立即报送，[^\n]*已经报送的，请补登记。/);
    expect(zh.text).toContain('\n\n报送事项：\n- D-01，报至主管部门，时限 2026-11-22 04:14:05 +08:00\n事故：');
    expect(zh.text).toMatch(
      /\n登记已报送（逾期）：muster obligation file \S+ D-01 .* --late-reason "逾期理由"\n已在时限内报送的：.* --at /,
    );
    const en = mailIn(story, 'obligationsMissed', 'en');
    expect(en.subject).toBe(`[Level III] A legal limit has passed, nothing is registered as filed: ${REPORT.title}`);
    expect(en.text).toMatch(
      /^The limits of these reports have passed [^\n]*file them now [^\n]*If it was filed, register that\./,
    );
    expect(en.text).toContain('\n\nReports:\n- D-01, to The authority, limit 2026-11-22 04:14:05 +08:00\nIncident: ');
    expect(en.text).toMatch(
      /\nRegister it as filed, late: muster obligation file \S+ D-01 .* --late-reason "why late"\nIf it was filed in time: .* --at /,
    );
  });
});

describe('the mail with a SITREP', () => {
  const released = (sections: Record<string, string> = {}, before = (_: Story) => undefined as unknown) => {
    const story = new Story({}, planWithSitreps());
    story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
    before(story);
    story.says('lin-wei', { type: 'draftSitrep' });
    if (Object.keys(sections).length > 0) story.says('lin-wei', { type: 'editSitrep', number: 1, sections });
    return story.says('lin-wei', { type: 'releaseSitrep', number: 1 }).writesReport();
  };

  test('counts people as the SITREP does: who left is not called, who arrived is not forgotten', () => {
    const story = released({}, (s) => {
      for (const who of ['sun-yu', 'he-zhe']) s.says(who, { type: 'arrive', person: who });
      s.acknowledges('zhao-lei').says('xu-na', { type: 'decline', person: 'xu-na', reason: '发烧' });
    });
    const bodies = Object.values(story.state.mobilisation.bodies);
    const everybody = new Set(bodies.flatMap(({ people }) => people.flatMap((piece) => Object.keys(piece))));
    const called = everybody.size - 1;
    expect(mailIn(story, 'sitrep', 'zh-CN').text).toContain(
      `人员：现有应急人员${called}人，已到位2人，已确认、尚未到位1人\n`,
    );
    expect(mailIn(story, 'sitrep', 'en').text).toContain(
      `People: ${called} mobilised, 2 arrived, 1 acknowledged and not arrived yet\n`,
    );
  });

  test('says what waits for command, whoever wrote that section', () => {
    expect(mailIn(released(), 'sitrep', 'zh-CN').text).not.toContain('需要指挥部决定的事项');
    const brief = { situation: '一区不可用', objectives: '切换到二区' };
    const offered = released({}, (s) =>
      s.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief }),
    );
    expect(mailIn(offered, 'sitrep', 'zh-CN').text).toContain('\n报告中有需要指挥部决定的事项。\n');
    const none = mailIn(released({ decisions: '无' }), 'sitrep', 'zh-CN').text;
    expect(none).toContain('\n需要指挥部决定的事项：无\n');
    expect(none).not.toContain('报告中有');
  });
});

describe('the mail about a partner that is to be asked for help', () => {
  const text = (lang: Lang, more = {}) => {
    const { recipient, ...notice } = sampleNotice('partnerToAsk', lang);
    const requests = [{ request: 'q14', partner: 'cloud', waits: 'reply' as const, ...more }];
    return noticeWords({ ...notice, recipient: { ...recipient, requests } }).text;
  };

  test('says how it is reached and by which agreement it helps, as far as the plan says so', () => {
    expect(text('zh-CN')).toContain('云服务商（q14）；待答复\n  联系方式：热线见联系卡 1 号\n  协议：企业支持协议\n');
    expect(text('en')).toContain('  Contact: Hotline: contact sheet no. 1\n  Agreement: Enterprise support\n');
    expect(text('zh-CN', { partner: 'regulator' })).not.toMatch(/联系方式|协议/u);
  });

  test('not once it has answered', () => {
    expect(text('en', { waits: undefined })).not.toMatch(/Contact|Agreement/);
  });
});

describe('the mail that asks to pass a SITREP on', () => {
  const text = (lang: Lang) =>
    noticeWords(sampleNotice('sitrepPassOn', lang, { sitrepUrl: 'https://muster.example.org/sitrep/x' })).text;

  test('names each partner with how to reach it, and where the whole text is', () => {
    expect(text('zh-CN')).toContain(
      '\n\n外部单位：云服务商（热线见联系卡 1 号）\n外部单位：行业主管部门\n期次：第3期信息报送\n',
    );
    expect(text('zh-CN')).toContain('\n全文：https://muster.example.org/sitrep/x\n');
    expect(text('en')).toContain(
      '\n\nPartner: Cloud provider (Hotline: contact sheet no. 1)\nPartner: The regulator\nReport: SITREP no. 3\n',
    );
    expect(text('en')).toContain('\nFull text: https://muster.example.org/sitrep/x\n');
  });

  test('stands in the timeline', () => {
    const sent = { type: 'sitrepSent', number: 3, documentId: 'd', people: ['lin-wei'] };
    const event = { ...sent, partners: [{ partner: 'cloud', tell: ['zhou-min'] }] } as unknown as IncidentEvent;
    expect(eventWords(event, sampleNames(), 'zh-CN')).toBe('第3期信息报送编写完成，送林伟；请周敏转送云服务商。');
    expect(eventWords(event, sampleNames(), 'en')).toBe(
      'SITREP no. 3 written and sent to Lin Wei; Zhou Min asked to pass it on to Cloud provider.',
    );
  });
});

describe('a person whom two incidents want', () => {
  const others = { 'i-2': { title: '登录服务中断', level: 'L1', names: sampleNames() } };
  const text = (lang: Lang, more: Partial<NoticeInput>) => noticeWords(sampleNotice('claimContested', lang, more)).text;

  test('is told with what can be said of the other incident', () => {
    expect(text('zh-CN', { others })).toContain('\n另一事故：登录服务中断（Ⅰ级响应，i-2）\n');
    expect(text('en', { others })).toContain('\nOther incident: 登录服务中断 (Level I; i-2)\n');
    const { level: _, ...undecided } = others['i-2'];
    expect(text('zh-CN', { others: { 'i-2': undecided } })).toContain('（级别未定，i-2）');
    expect(text('en', { others: {} })).toContain('\nOther incident: i-2\n');
  });
});

describe('the mail that asks for the second signature', () => {
  const proposed = (before: (story: Story) => unknown = () => undefined) => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
    before(story);
    const criteria = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
    return story.says('zhao-lei', { type: 'terminate', action: 'propose', criteria, reason: '恢复' });
  };
  const withQuestions = (story: Story) => {
    for (const text of ['对账是否完整？', '谁改的配置？']) story.says('lin-wei', { type: 'askQuestion', text });
  };

  test('says what is still open before it says which criteria are met', () => {
    const story = proposed(withQuestions);
    expect(mailIn(story, 'terminationProposed', 'zh-CN').text).toMatch(
      /^[^\n]*请先看尚未了结的事项[^\n]*\n\n尚未了结：\n- 未答复的问题2个\n事故：[^]*已确认满足：/,
    );
    expect(mailIn(story, 'terminationProposed', 'en').text).toMatch(
      /^[^\n]*see what is still open[^\n]*\n\nStill open:\n- 2 questions without an answer\nIncident: [^]*Confirmed as met:/,
    );
    const event = story.events.find(({ type }) => type === 'terminationProposed')!;
    expect(eventWords(event, sampleNames(), 'zh-CN')).toContain('。当时尚未了结：未答复的问题2个。理由：恢复。');
    expect(eventWords(event, sampleNames(), 'en')).toContain(
      '. Still open then: 2 questions without an answer. Reason: 恢复.',
    );
  });

  test('says in few words that nothing is', () => {
    expect(mailIn(proposed(), 'terminationProposed', 'zh-CN').text).toContain('\n\n尚未了结：无\n事故：');
    expect(mailIn(proposed(), 'terminationProposed', 'en').text).toContain('\n\nStill open: nothing\nIncident: ');
  });

  test('to an override names the task that somebody added by its title', () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
    const task = { type: 'task', action: 'add', owner: { post: 'techLead' }, mandatory: true } as const;
    story.says('lin-wei', { ...task, title: '由他人验证恢复', due: story.at + 30 * MINUTE });
    story.says('lin-wei', { type: 'terminate', action: 'override', reason: '人员另有任务' });
    const { text } = mailIn(story, 'overrideProposed', 'zh-CN');
    expect(text).toContain('\n尚未了结：\n- 必做任务由他人验证恢复 (added.1)\n- 终止条件尚未确认：系统恢复正常运行');
    expect(text).toMatch(/^提议的理由：人员另有任务$/m);
  });

  test('names every concern', () => {
    const { text } = noticeWords(sampleNotice('overrideProposed', 'en'));
    expect(text).toMatch(
      /^- 1 entry in the register of those inside the cordon\n- SITREP no\. 3, overdue and not released$/mu,
    );
    expect(noticeWords(sampleNotice('overrideProposed', 'zh-CN')).text).toMatch(
      /^- 警戒区内的在场登记1项\n- 逾期未发布的第3期信息报送$/mu,
    );
  });
});

test('who hears of the end is told why, be it by the report or by the part taken', () => {
  const { text } = noticeWords(sampleNotice('terminated', 'en', { recipient: { person: 'wang-fang' } }));
  expect(text).toContain('Why you: you reported this incident, or took part in the response.');
});

describe('in the timeline', () => {
  test('an answer names its question, by its id where the words are gone', () => {
    const story = new Story().says('lin-wei', { type: 'askQuestion', text: '对账是否完整？' });
    const [question] = Object.keys(story.state.situation.questions);
    story.says('sun-yu', { type: 'answerQuestion', question: question!, text: '已核对，无差异' });
    const event = story.events.find(({ type }) => type === 'questionAnswered')!;
    expect(eventWords(event, sampleNames(), 'zh-CN')).toBe('孙宇答复待查明的问题“对账是否完整？”：已核对，无差异。');
    expect(eventWords(event, sampleNames(), 'en')).toMatch(/^Sun Yu answered the question “对账是否完整？”: /);
    const erased = { ...event, texts: {} } as typeof event;
    expect(eventWords(erased, sampleNames(), 'en')).toMatch(new RegExp(`^Sun Yu answered the question ${question}: `));
  });

  test('whoever is released is a person of the team, and not the team', () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
    story.says('zhao-lei', { type: 'release', people: ['sun-yu', 'he-zhe'], reason: '先行休息' });
    const event = story.events.findLast(({ type }) => type === 'released')!;
    expect(eventWords(event, sampleNames(), 'zh-CN')).toBe('赵磊准予离岗：孙宇、何喆（技术救援组）。理由：先行休息。');
    expect(eventWords(event, sampleNames(), 'en')).toBe(
      'Zhao Lei released Sun Yu and He Zhe (Technical rescue) from duty. Reason: 先行休息.',
    );
  });

  test('command that passed on did so then, and not from the moment of reading', () => {
    const passed = { type: 'commandPassed', post: 'commander', from: 'lin-wei', to: 'chen-jing', why: 'handover' };
    expect(eventWords(passed as unknown as IncidentEvent, sampleNames(), 'en')).toBe(
      'Chen Jing accepted the handover and held the post “Commander” from then on; Lin Wei was relieved.',
    );
  });

  test('a lifted cordon counts entries of the register, since one may stand for several people', () => {
    const lifted = { type: 'cordonLifted', inside: 1, actor: person('lin-wei'), texts: { reason: '已处置' } };
    expect(eventWords(lifted as unknown as IncidentEvent, sampleNames(), 'zh-CN')).toContain('当时尚有1项在场登记');
  });

  test.each([[['he-zhe']], [['he-zhe', 'sun-yu']]])(
    'a conflict about %j that nobody decides is a whole sentence',
    (people) => {
      const event = { type: 'claimsReminded', people, tell: ['lin-wei'] } as unknown as IncidentEvent;
      const names = people.map((id) => sampleNames().person(id, 'en')).join(' and ');
      expect(eventWords(event, sampleNames(), 'en')).toBe(
        `Wanted by two incidents, and nobody has decided: ${names}; told Lin Wei again.`,
      );
    },
  );
});
