/** What follows S1, a test that cleaned up the wrong database. The reviewer returns the first version of the report. */
export const codeFault = {
  /** The deputy has commanded since the morning; somebody else has to review what she approves. */
  handover: {
    from: 'chen-jing',
    to: 'lin-wei',
    situation: '已终止，观察中，后期处置待办。',
    objectives: '按期完成后期处置。',
  },
  analysis: {
    methods: '时间线分析、五个为什么、屏障分析',
    nature: '人为原因，过失，本单位引起；不涉嫌违法犯罪。',
    timeline: [
      [-71, '二十四日，密钥库整理时把生产库口令复制到测试环境的密钥项下，无人复核。'],
      [-12, '两点五十六分，集成测试任务按计划启动。'],
      [-11, '两点五十七分，测试前的清表步骤在生产库客户资料表上执行。'],
    ],
    direct: [{ id: 'd1', text: '集成测试连到生产库，并执行了清表。' }],
    indirect: [
      { id: 'i1', text: '测试环境的密钥库里存有生产库口令。' },
      { id: 'i2', text: '测试网段到生产库的访问没有隔离。' },
    ],
    contributing: [
      { id: 'c1', text: '清表步骤没有核对所连的是哪个库。' },
      { id: 'c2', text: '生产库没有对整表清空设告警，八分钟后才由人发现。' },
    ],
    root: [
      {
        id: 'r1',
        text: '密钥没有按环境分库管理，复制一项密钥不需要第二个人。',
        whys: [
          '为什么清了生产库的表？因为测试任务连的是生产库。',
          '为什么连的是生产库？因为测试环境的密钥项里是生产库口令。',
          '为什么会是生产库口令？因为整理时从生产项复制，没有人复核。',
          '为什么没有人复核？因为密钥变更不在变更管理的范围内。',
          '为什么不在？因为两个环境共用一个密钥库，变更制度只管应用和数据库。',
        ],
      },
    ],
  },
  sections: {
    review:
      '做得好：先停写、再原样复制，为恢复留下了完好的现场。不足：八分钟内没有任何告警，靠值班人员偶然发现。侥幸：凌晨写入少，只有六十七笔需要重放。',
    lessons: '看到“表还在、数据为空”，先停写，再查谁连了库；不要急着从备份直接覆盖。',
    responsibility: '不适用：未造成法律法规规定须认定责任的后果，按本单位制度只改进管理。',
  },
  returned: '请写明六十七次写入失败对客户的影响，并把发现晚的原因单列一条。',
  revised: {
    review:
      '做得好：先停写、再原样复制，为恢复留下了完好的现场。不足：八分钟内没有任何告警，靠值班人员偶然发现，原因是没有整表清空的告警。侥幸：凌晨写入少，六十七笔写入失败涉及四十一名客户，已全部重放，没有客户需要补办。',
  },
  statements: [
    {
      minute: 70,
      kind: 'first',
      title: ['客户资料查询暂时不可用', 'Customer records cannot be looked up for now'],
      body: [
        '今日凌晨起，部分客户资料查询为空，原因正在查明。办理业务不受影响；需要查询的客户请稍后再试或联系客服。下一次通报在六点整。',
        'Since the early morning some customer records cannot be looked up; we are looking into the cause. Orders are not affected. Please try again later or ask our service desk. The next update comes at 06:00.',
      ],
      facts: ['usersAffected'],
    },
  ],
  final: {
    kind: 'final',
    title: ['客户资料查询已恢复', 'Customer records can be looked up again'],
    body: [
      '客户资料查询已于今日早晨恢复，资料经核对完整，没有外泄。给您带来不便，深表歉意。',
      'Customer records can be looked up again since this morning. They were checked and are complete, and nobody outside had access. We apologise for the trouble.',
    ],
    facts: ['dataLost'],
  },
  opinion: [
    {
      minute: 120,
      source: '客服热线与在线客服',
      volume: 46,
      usual: 8,
      sentiment: -1,
      claim: '有客户询问资料是否丢失、会不会泄露。',
      reply: '资料没有外泄，正在从备份恢复，六点前更新。',
    },
  ],
  lessons: {
    'technical-lead': [
      'zhao-lei',
      {
        2: '“停写”“原样复制”“试恢复”三步照做，有效。',
        5: '缺隔离环境的空间，临时借用了预发布环境。',
        8: '密钥按环境分库，复制须两人办理；由平台组改，审计一次证明。',
      },
    ],
    'liaison-lead': ['zhou-min', { 4: '对外第一句话等了批准三十分钟。', 6: '与客服配合最顺，问答口径一次发到位。' }],
    'human-resources-lead': [
      'xu-hong',
      { 1: '凌晨三点四十分由系统通知，未见延误。', 5: '夜间支援人员的车辆要提前约。' },
    ],
    'site-security-lead': ['deng-qiang', { 1: '未动员本组，知悉即可。' }],
    'publicity-lead': ['gao-yang', { 3: '公告模板没有“查询不可用”的写法，临时改写。', 7: '凌晨发生，围观的人少。' }],
    'command-member': ['tang-li', { 4: '是否在九点前对外说明，等了一次交接班。', 8: '把密钥变更纳入变更管理。' }],
  },
  summary: {
    place: '总部二层会议室',
    ratings: {
      'E-11': 'M',
      'E-12': 'P',
      'E-13': 'P',
      'E-14': 'S',
      'E-21': 'S',
      'E-22': 'P',
      'E-23': 'P',
      'E-31': 'P',
      'E-41': 'P',
      'E-42': 'S',
      'E-43': 'P',
      'E-51': 'P',
      'E-61': 'S',
      'E-62': 'P',
      'E-71': 'S',
      'E-81': 'P',
      'E-91': 'P',
    },
    conclusions: '处置有序，数据全部找回；短板在发现晚和密钥管理。预案条目有效，“停写”应提前为第一项。',
  },
  improvements: [
    {
      finding: '测试环境密钥库里存有生产库口令',
      action: '密钥按环境分库，跨环境复制须两人办理并留痕',
      type: 'prevent',
      owner: 'zhao-lei',
      days: 30,
    },
    {
      finding: '整表清空八分钟后才由人发现',
      action: '生产库对整表清空和批量删除即时告警',
      type: 'detect',
      owner: 'jiang-tao',
      days: 14,
    },
  ],
};
