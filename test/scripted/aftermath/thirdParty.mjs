/** What follows S4, a supplier that failed. */
export const thirdParty = {
  analysis: {
    methods: 'Timeline, change analysis, five whys',
    nature: 'Caused by a supplier, not intended; no crime is suspected.',
    timeline: [
      [-18, 'At 02:50 the supplier replaced its routing table.'],
      [-14, 'At 02:54 the first code was not delivered; our queue showed nothing unusual.'],
    ],
    direct: [
      {
        id: 'd1',
        text: 'The new routing table of the supplier dropped our sender, while its interface went on to answer that all was accepted.',
      },
    ],
    indirect: [{ id: 'i1', text: 'We counted what the supplier accepted, and not what reached telephones.' }],
    contributing: [
      { id: 'c1', text: 'The second route was kept for two thirds of the load only.' },
      { id: 'c2', text: 'The supplier told nobody of the change beforehand.' },
    ],
    root: [
      {
        id: 'r1',
        text: 'The contract asks for availability of the interface, not for delivery, and so nobody measured delivery.',
        whys: [
          'Why could users not log in? Because no code arrived.',
          'Why did nobody notice for fourteen minutes? Because the interface answered as usual.',
          'Why did we trust the answer? Because our monitoring counts answers.',
          'Why does it not count deliveries? Because the contract gives delivery receipts no time limit, and we never asked for one.',
        ],
      },
    ],
  },
  sections: {
    review:
      'Went well: the switch to the second route within half an hour. Went badly: we learnt of it from users. Luck: it was night, and two thirds of the load sufficed.',
    lessons:
      'When a supplier says that all is well and users say that it is not, believe the users and test end to end.',
    responsibility:
      'Not applicable: no law calls for it. The claim against the supplier is dealt with by the supplier manager.',
  },
  statements: [
    {
      minute: 84,
      kind: 'first',
      title: ['部分短信验证码未送达', 'Some text-message codes do not arrive'],
      body: [
        '今日凌晨起，部分用户收不到短信验证码。请改用应用内验证登录；绑卡付款不受影响。我们已启用备用线路。下一次通报在六点整。',
        'Since early this morning some users receive no codes by text message. Please confirm with the app instead; card payments are not affected. We have switched to a second route. The next update comes at 06:00.',
      ],
      facts: ['usersAffected'],
    },
  ],
  final: {
    kind: 'final',
    title: ['短信验证码已恢复', 'Codes by text message arrive again'],
    body: [
      '短信验证码已全部恢复送达。原因在供应商的线路配置，用户信息未受影响。深表歉意。',
      'Codes arrive again everywhere. The cause was a routing change at our supplier; no user data was affected. We apologise.',
    ],
    facts: ['usersAffected', 'outageMinutes'],
  },
  opinion: [
    {
      minute: 95,
      source: 'App store reviews and hotline',
      volume: 88,
      usual: 20,
      sentiment: -1,
      claim: 'Users ask whether their accounts are blocked.',
      reply: 'Accounts are fine: confirm with the app, codes are on their way back.',
    },
  ],
  lessons: {
    'technical-lead': [
      'zhao-lei',
      {
        2: 'Prove that it is theirs, then switch over: both worked.',
        5: 'The second route was too small.',
        8: 'Measure delivery end to end; an alarm within two minutes would prove it.',
      },
    ],
    'liaison-lead': [
      'zhou-min',
      { 4: 'The written answer on data took half an hour.', 6: 'Their network team was quick and frank.' },
    ],
    'human-resources-lead': ['xu-hong', { 1: 'Not called out.' }],
    'site-security-lead': ['deng-qiang', { 1: 'Not called out.' }],
    'publicity-lead': ['gao-yang', { 3: 'No template for a supplier that fails; written afresh.' }],
    'command-member': ['tang-li', { 7: 'It was night.', 8: 'Ask suppliers for notice of changes, in the contract.' }],
  },
  summary: {
    place: 'Meeting room 2',
    ratings: {
      'E-11': 'M',
      'E-12': 'P',
      'E-13': 'P',
      'E-14': 'P',
      'E-21': 'S',
      'E-22': 'P',
      'E-23': 'P',
      'E-31': 'P',
      'E-41': 'P',
      'E-42': 'S',
      'E-43': 'P',
      'E-51': 'P',
      'E-61': 'M',
      'E-62': 'P',
      'E-71': 'S',
      'E-81': 'P',
      'E-91': 'P',
    },
    conclusions:
      'Handled well and quickly; noticed by users and not by us. The second route must carry the whole load.',
  },
  improvements: [
    {
      finding: 'We count what the supplier accepts, not what arrives',
      action: 'Measure delivery end to end, with an alarm after two minutes',
      type: 'detect',
      owner: 'jiang-tao',
      days: 21,
    },
    {
      finding: 'The second route carries two thirds of the load',
      action: 'Contract the second route for the whole load and try it each quarter',
      type: 'mitigate',
      owner: 'yu-hao',
      days: 60,
    },
  ],
};
