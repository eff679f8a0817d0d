/** What follows S2, a release that made the checkout fail. A statement is corrected. */
export const operationFailure = {
  analysis: {
    methods: '时间线分析、变更分析、五个为什么',
    nature: '人为原因，过失，本单位引起；不涉嫌违法犯罪。',
    timeline: [
      [-8, '三点整，结算服务 4.12 发布完成，自动验收通过。'],
      [-6, '三点零二分，华东下单开始报错，告警响起。'],
    ],
    direct: [{ id: 'd1', text: '网关超时由三秒改为一秒，新版本的结算调用平均一点八秒，全部被判超时。' }],
    indirect: [{ id: 'i1', text: '超时后自动重试，没有上限，队列越积越长。' }],
    contributing: [
      { id: 'c1', text: '预发布环境的数据量只有生产的百分之二，调用只需零点三秒。' },
      { id: 'c2', text: '回滚应用时没有一并处理队列，多用了二十分钟。' },
    ],
    root: [
      {
        id: 'r1',
        text: '跨组件的配置变更没有共同验收：网关和结算分属两个发布单。',
        whys: [
          '为什么付款失败？因为结算调用被网关判为超时。',
          '为什么判为超时？因为网关超时当天改为一秒，而新版本要一点八秒。',
          '为什么两项变更没有放在一起看？因为分属两个组、两张发布单。',
          '为什么发布单之间不互相核对？因为制度只要求各自验收。',
        ],
      },
    ],
  },
  sections: {
    review:
      '做得好：十九分钟内决定回滚。不足：以为回滚就会恢复，没有想到队列。侥幸：冻结了全部三百一十二笔，没有重复扣款。',
    lessons: '回滚之后若仍不恢复，先看队列和重试，不要再回滚第二次。',
    responsibility: '不适用：无法律法规要求，按本单位制度改进发布管理。',
  },
  statements: [
    {
      minute: 52,
      kind: 'first',
      title: ['部分用户付款失败', 'Some payments fail'],
      body: [
        '今日三点起，部分用户付款失败，我们正在处理。请暂勿重复付款；已扣款的订单会逐笔核对。下一次通报在五点整。',
        'Since 03:00 some payments fail; we are working on it. Please do not pay twice: whatever was charged will be checked one by one. The next update comes at 05:00.',
      ],
      facts: ['usersAffected'],
    },
  ],
  final: {
    kind: 'final',
    title: ['付款已恢复，扣款已核对', 'Payments work again, and charges are checked'],
    body: [
      '付款已于今日四点十二分恢复。期间已扣款而未成单的三百二十一笔，已全部退款或补单。深表歉意。',
      'Payments have worked again since 04:12. The 321 charges without an order have all been refunded or completed. We apologise.',
    ],
    facts: ['usersAffected', 'outageMinutes'],
  },
  correction: {
    kind: 'correction',
    title: ['更正：核对笔数为三百一十二笔', 'Correction: the number of charges is 312'],
    body: [
      '此前公布的三百二十一笔有误，实际为三百一十二笔，均已退款或补单。',
      'The number of 321 that we gave was wrong: it is 312, all of them refunded or completed.',
    ],
    facts: ['usersAffected', 'outageMinutes'],
  },
  opinion: [
    {
      minute: 75,
      source: '微博与应用商店评论',
      volume: 1260,
      usual: 140,
      sentiment: -2,
      claim: '有用户称被重复扣款，要求说明。',
      reach: 230000,
      reply: '未发现重复扣款，已扣款的逐笔核对，五点更新。',
    },
    { minute: 130, source: '微博与应用商店评论', volume: 310, usual: 140, sentiment: -1, reach: 40000 },
  ],
  lessons: {
    'technical-lead': [
      'zhao-lei',
      { 2: '“停发布”“回滚”照做，有效；“清队列”预案里没有。', 8: '把“核对队列和重试”写进回滚步骤。' },
    ],
    'liaison-lead': ['zhou-min', { 2: '首份报送按时发出。', 6: '与供应商核对笔数最顺，当场对上。' }],
    'human-resources-lead': ['xu-hong', { 5: '第二班的人选临时找，花了四十分钟。' }],
    'site-security-lead': ['deng-qiang', { 1: '未动员本组。' }],
    'publicity-lead': [
      'gao-yang',
      { 3: '最终通报的数字写错一次，已更正；发布前应与财务复核。', 7: '凌晨发生，传播有限。' },
    ],
    'command-member': [
      'tang-li',
      { 4: '升级到二级等了八分钟，等的是受影响人数。', 8: '两个发布单同窗口时须共同验收。' },
    ],
  },
  summary: {
    place: '总部三层应急指挥室',
    ratings: {
      'E-11': 'P',
      'E-12': 'P',
      'E-13': 'P',
      'E-14': 'P',
      'E-21': 'P',
      'E-22': 'P',
      'E-23': 'S',
      'E-31': 'S',
      'E-41': 'P',
      'E-42': 'P',
      'E-43': 'P',
      'E-51': 'S',
      'E-61': 'S',
      'E-62': 'P',
      'E-71': 'M',
      'E-81': 'P',
      'E-91': 'P',
    },
    conclusions: '止损及时，核对完整；发布管理和对外数字复核须改进。预案回滚步骤补上队列和重试。',
  },
  improvements: [
    {
      finding: '网关与结算的变更分属两张发布单，没有共同验收',
      action: '同一窗口内的跨组件变更须共同验收',
      type: 'process',
      owner: 'zhao-lei',
      days: 30,
    },
    {
      finding: '预案的回滚步骤没有提到队列和重试',
      action: '修订任务“回滚到上一稳定版本”，补上核对队列和重试',
      type: 'plan',
      owner: 'emma-clarke',
      days: 45,
    },
  ],
};
