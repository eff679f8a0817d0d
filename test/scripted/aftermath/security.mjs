/** What follows S3, an attack at night. */
export const security = {
  analysis: {
    methods: '时间线分析、故障树、屏障分析',
    nature: '人为原因，外部人员故意；涉嫌犯罪，已向公安机关报案，待侦查。',
    timeline: [
      [-2990, '二十六日凌晨一点许，运维人员收到仿冒的登录提醒邮件并输入了口令。'],
      [-2985, '攻击者以该账号登录跳板机，此后停留约五十小时。'],
      [-9, '二十八日两点五十九分，文件服务器出现勒索信。'],
    ],
    direct: [{ id: 'd1', text: '攻击者以骗取的账号登录跳板机，在四台主机上运行加密程序。' }],
    indirect: [
      { id: 'i1', text: '跳板机只凭口令即可登录，没有第二因素。' },
      { id: 'i2', text: '文件服务器与运维网段之间可以直接访问。' },
    ],
    contributing: [
      { id: 'c1', text: '跳板机异地登录没有告警，五十小时无人察觉。' },
      { id: 'c2', text: '指挥长夜间未答复，定级推迟到暂定级之后。' },
    ],
    root: [
      {
        id: 'r1',
        text: '特权入口的多因素认证列入计划两年，未列入必须完成的整改。',
        whys: [
          '为什么能加密文件？因为攻击者有跳板机的登录权。',
          '为什么有登录权？因为只凭一个口令即可登录。',
          '为什么没有第二因素？因为改造计划两次推迟。',
          '为什么推迟？因为没有责任人和期限，也没有人复核。',
        ],
      },
    ],
  },
  sections: {
    review:
      '做得好：先断攻击、后固定证据，四台主机没有关机。不足：五十小时未发现；指挥长夜间未接听，副指挥长接替及时。侥幸：订单库只有扫描痕迹。',
    lessons: '见到勒索信不要关机、不要杀毒、不要联系对方；先断外联，再隔离，原样取证。',
    responsibility: '是否追究待公安机关侦查结论；本单位内部按信息安全责任制核查多因素认证推迟的原因，由法务审核。',
  },
  statements: [
    {
      minute: 96,
      kind: 'first',
      title: ['内部文件服务受攻击，业务服务正常', 'Attack on internal file services; services to customers run'],
      body: [
        '今日凌晨我单位内部文件服务遭受攻击，已经控制并报警。对外业务正常。是否涉及客户信息正在核查，没有结论之前不作推测。下一次通报在八点整。',
        'Our internal file services were attacked early this morning. The attack has been contained and reported to the police. Services to customers run. Whether customer data is concerned is being examined, and we will not guess. The next update comes at 08:00.',
      ],
      facts: ['securityBreach'],
    },
  ],
  final: {
    kind: 'final',
    title: ['攻击已处置完毕', 'The attack has been dealt with'],
    body: [
      '内部文件服务已全部恢复。经第三方机构取证，没有证据表明客户信息外传。案件由公安机关侦办。请勿相信以我单位名义索要口令或付款的通知。',
      'All internal file services are restored. An independent firm found no evidence that customer data left our systems. The police investigate. Do not trust messages in our name that ask for passwords or payments.',
    ],
    facts: ['personalDataBreach', 'tradeSecretsLost'],
  },
  opinion: [
    {
      minute: 150,
      source: '技术社区与数据交易信息',
      volume: 22,
      usual: 3,
      sentiment: -2,
      claim: '有人声称持有本单位客户数据，未附样本。',
      reach: 5200,
      alerts: ['leak-claimed'],
      reply: '经核查未见客户信息外传，已将线索移交公安机关。',
    },
    {
      minute: 240,
      source: '媒体',
      volume: 3,
      sentiment: 0,
      claim: '一家媒体书面询问是否影响客户。',
      alerts: ['journalist-asks'],
    },
  ],
  lessons: {
    'technical-lead': [
      'zhao-lei',
      {
        2: '断外联、隔离、取证照做，有效。',
        5: '缺离线取证设备，靠外部机构带来。',
        8: '特权入口一律多因素认证，渗透测试证明。',
      },
    ],
    'liaison-lead': ['zhou-min', { 2: '公安报案和网信报送都在时限内。', 4: '数据是否外传等了六十六分钟。' }],
    'human-resources-lead': ['xu-hong', { 5: '夜间餐饮和休息处临时安排。', 8: '备一间可过夜的休息室。' }],
    'site-security-lead': ['deng-qiang', { 2: '警戒、名单、登记照做。', 6: '与外部机构的身份核验用了十分钟。' }],
    'publicity-lead': ['gao-yang', { 6: '与法务配合最顺，一次定稿。', 7: '传言没有样本，传播不广。' }],
    'command-member': ['tang-li', { 1: '指挥长未接听，二十五分钟后副指挥长才确认。', 8: '指挥岗位夜间两种联系方式。' }],
  },
  summary: {
    place: '总部三层应急指挥室',
    ratings: {
      'E-11': 'M',
      'E-12': 'S',
      'E-13': 'P',
      'E-14': 'P',
      'E-21': 'M',
      'E-22': 'S',
      'E-23': 'P',
      'E-31': 'P',
      'E-41': 'P',
      'E-42': 'P',
      'E-43': 'P',
      'E-51': 'P',
      'E-61': 'P',
      'E-62': 'S',
      'E-71': 'P',
      'E-81': 'P',
      'E-91': 'P',
    },
    conclusions: '处置得当，证据完整；发现晚和夜间首次核实慢须改进。',
  },
  improvements: [
    {
      finding: '跳板机只凭口令即可登录',
      action: '跳板机、堡垒机、域管理一律启用多因素认证',
      type: 'prevent',
      owner: 'cai-ming',
      days: 21,
    },
    {
      finding: '夜间二十五分钟无人核实',
      action: '指挥岗位夜间启用第二种联系方式并每月试呼',
      type: 'process',
      owner: 'xu-hong',
      days: 14,
    },
  ],
};
