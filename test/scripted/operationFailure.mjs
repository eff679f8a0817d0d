import {
  overrides,
  acknowledge,
  answers,
  arrive,
  asks,
  does,
  fact,
  finishes,
  inOrder,
  releases,
  says,
} from './steps.mjs';

/** S2: a release makes the checkout fail; rolled back, wrong orders found and held. Level III, raised to II. */
export const operationFailure = {
  category: 'operation-failure',
  level: 'II',
  minutes: 150,
  report: {
    by: 'shen-yan',
    title: '三点的发布之后支付失败',
    place: '结算服务，华东区',
    cause: '不清楚；三点整发布了结算服务新版本',
    impact: '华东用户不能付款，下单页报错',
    facts: { usersAffected: 18000 },
    foundMinutesBefore: 6,
  },
  steps: inOrder(
    acknowledge(2, ['lin-wei', 'chen-jing']),
    finishes(5, 'chen-jing', 'call-back', {
      note: '已回拨值班运维：三点零二分开始报错，华东全部、华北少量；没有别的变更。',
    }),
    fact(6, 'chen-jing', {
      values: { outageMinutes: 12, systemImportance: 'important', systemDisruption: 'interrupted' },
      source: '监控大屏，值班运维口述',
    }),
    finishes(7, 'chen-jing', 'facts'),
    says(8, 'lin-wei', 'verification', {
      outcome: 'confirmed',
      level: 'III',
      reason: '监控与客服反馈一致，华东下单成功率不到一成',
    }),
    acknowledge(10, ['zhao-lei', 'jiang-tao', 'qian-rong', 'he-zhe'], 20),
    acknowledge(12, ['zhou-min', 'xu-na', 'emma-clarke', 'cai-ming']),
    does(10, 11, 'jiang-tao', 'stop-release', { note: '发布流水线已停，除抢修外封版到观察期结束。' }),
    arrive(15, ['zhao-lei', 'jiang-tao', 'qian-rong']),
    finishes(16, 'zhao-lei', 'open-bridge'),
    does(14, 19, 'jiang-tao', 'keep-scene', { link: 'https://logs.yunfan.example/checkout/0300' }),
    finishes(20, 'xu-na', 'log', { link: 'https://wiki.yunfan.example/timeline/checkout' }),
    does(13, 22, 'qian-rong', 'what-changed', {
      note: '二十四小时内三项：结算服务 4.12、网关超时由三秒改为一秒、短信供应商证书。',
    }),
    says(18, 'chen-jing', 'tasks', {
      action: 'add',
      title: '核对支付服务商侧的失败笔数',
      owner: { post: 'supplier-manager' },
      due: { after: 75 },
      mandatory: false,
    }),
    finishes(24, 'lin-wei', 'start-order', {
      note: '目标三条：先回滚止损；查清错单；一小时内给用户说明。下次碰头四点。',
    }),
    does(20, 27, 'jiang-tao', 'roll-back', { note: '结算服务已回滚到 4.11，库结构未改，可以回退。' }),
    asks(28, 'lin-wei', '已扣款而没有订单的有多少笔？'),
    fact(30, 'qian-rong', {
      values: { usersAffected: 52000, outageMinutes: 28 },
      source: '结算日志统计，按用户去重',
      confidence: 'likely',
    }),
    finishes(31, 'qian-rong', 'count-users', { note: '五万二千人，按用户去重；每半小时更新一次。' }),
    finishes(32, 'zhou-min', 'gather', { note: '各组现状已收齐，首份报送已起草。' }),
    does(25, 34, 'cheng-xue', 'duties', {
      note: '已核对中断时长、受影响人数和系统重要程度：网信报送可能适用，由周敏按时限准备首报；其余各项待事实查明再定。',
    }),
    does(27, 36, 'zhao-lei', 'diagnose', {
      note: '网关日志和调用耗时已比对。',
      finding:
        '网关超时配置与新版本不相容：超时由三秒改为一秒，新版本的结算调用平均一点八秒，全部被判超时后重试，队列堆积；回滚应用并不能清空重试队列。',
    }),
    says(40, 'lin-wei', 'level', { level: 'II', incidentLevel: 'serious', reason: '华北失败增多，重试队列仍在增长' }),
    acknowledge(43, ['xu-hong', 'yu-hao', 'cheng-xue', 'gao-yang', 'liang-yue', 'xie-ting'], 60),
    releases(44, 'zhou-min', {
      outlook: '最好：四点前队列清空，服务恢复；最坏：需要停用重试、人工补单，持续到上午；最可能：四点半前恢复。',
    }),
    does(38, 52, 'jiang-tao', 'shed-load'),
    arrive(55, ['xu-hong', 'gao-yang', 'liang-yue']),
    does(50, 58, 'liang-yue', 'statement', { link: 'https://status.yunfan.example/20261128' }),
    finishes(57, 'xu-hong', 'muster', {
      note: '应到二十人：已到位六人，已确认、尚未到位十人，四人未答复，仍在联系；各组确认的人数已够。',
    }),
    does(50, 59, 'emma-clarke', 'tell-parties', { note: '客服、财务、十二家大客户接口人已逐一告知。' }),
    finishes(60, 'xie-ting', 'opinion'),
    does(40, 62, 'jiang-tao', 'repair', { link: 'https://change.yunfan.example/CHG-8841' }),
    fact(64, 'zhao-lei', {
      statement: '网关超时已改回三秒，重试队列清空，下单成功率百分之九十九点六。',
      source: '监控大屏',
    }),
    answers(70, 'qian-rong', '已扣款', '共三百一十二笔，已全部冻结，待与支付服务商对账后退款或补单。'),
    finishes(71, 'qian-rong', 'wrong-results', { note: '三百一十二笔已列清并冻结，结算已暂停到对账完成。' }),
    says(72, 'yu-hao', 'tasks', {
      action: 'finish',
      task: 'added.1',
      note: '支付服务商记录三百一十二笔，与我方一致。',
    }),
    does(66, 80, 'chen-jing', 'restored', {
      file: '恢复验证清单.txt',
      finding: '监测、业务、数据三项按清单验过，未参与抢修。',
    }),
    finishes(84, 'emma-clarke', 'complaints'),
    fact(85, 'chen-jing', {
      values: { usersAffected: 52000, outageMinutes: 62, systemDisruption: 'none', spreading: false },
      statement: '事故已得到控制，影响不再扩大。',
      source: '恢复验证清单',
    }),
    releases(97, 'zhou-min', { outlook: '最可能：不再反复，上午完成退款和补单；已安排专人盯守到下一个高峰。' }),
    finishes(108, 'yu-hao', 'support'),
    finishes(110, 'xu-hong', 'second-shift'),
    finishes(112, 'xu-hong', 'insurer', { note: '不属承保范围：无第三方索赔。' }),
    overrides(120, 'lin-wei', 'chen-jing', '稳定一小时，错单已冻结并对账一致'),
    releases(135, 'zhou-min', { outlook: '转入观察，由运维轮班盯守；退款和补单由财务在今日内完成。' }),
  ),
};
