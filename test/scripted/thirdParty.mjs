import {
  overrides,
  acknowledge,
  arrive,
  asks,
  answers,
  does,
  fact,
  finishes,
  inOrder,
  releases,
  says,
} from './steps.mjs';

/** S4: the messaging supplier fails. Level IV, raised to III; switched over to the second source; one task skipped. */
export const thirdParty = {
  category: 'third-party',
  level: 'III',
  minutes: 330,
  report: {
    by: 'shen-yan',
    title: 'Codes by text message do not arrive',
    place: 'Log-in and payment confirmation, all regions',
    cause: 'Unknown; our own queue accepts and the supplier answers 200',
    impact: 'Users cannot log in on a new device or confirm payments',
    facts: { usersAffected: 3000, anyEffect: true },
    foundMinutesBefore: 14,
  },
  steps: inOrder(
    acknowledge(1, ['lin-wei', 'chen-jing']),
    finishes(6, 'chen-jing', 'call-back', {
      note: 'Rang Shen Yan: since 02:54 no code has been delivered, the queue is empty, no change on our side.',
    }),
    says(9, 'zhao-lei', 'verification', {
      outcome: 'confirmed',
      level: 'IV',
      reason: 'Tried on three phones and two networks, no code arrives',
    }),
    acknowledge(11, ['zhao-lei', 'jiang-tao', 'qian-rong', 'he-zhe', 'zhou-min', 'emma-clarke'], 21),
    finishes(12, 'zhao-lei', 'open-bridge'),
    finishes(13, 'chen-jing', 'facts', {
      note: 'Effect and users affected are entered; importance and state of the system wait for the log-in service.',
    }),
    does(12, 19, 'jiang-tao', 'prove-theirs', {
      note: 'Sent from two places by two routes: accepted, never delivered. None of our changes touches it.',
    }),
    does(14, 20, 'yu-hao', 'open-case', { note: 'Case 774120, their lead is on the line, next word at 03:45.' }),
    does(15, 24, 'qian-rong', 'break-circuit'),
    arrive(22, ['zhao-lei', 'jiang-tao', 'emma-clarke']),
    finishes(30, 'zhao-lei', 'tell-support', {
      note: 'Support knows: log in with the app, payments by card only, next word at 04:00.',
    }),
    does(21, 34, 'jiang-tao', 'switch-over', { note: 'Codes go by the second route; delivery is back at 96 %.' }),
    fact(36, 'qian-rong', {
      values: {
        usersAffected: 26000,
        outageMinutes: 48,
        systemImportance: 'important',
        systemDisruption: 'interrupted',
      },
      source: 'Log-in service, distinct accounts',
      confidence: 'likely',
    }),
    says(38, 'chen-jing', 'level', {
      level: 'III',
      incidentLevel: 'relatively-serious',
      reason: '26,000 users and the second route carries only two thirds of the load',
    }),
    acknowledge(41, ['xu-na'], 60),
    finishes(46, 'emma-clarke', 'joint-bridge'),
    finishes(48, 'xu-na', 'log', { link: 'https://wiki.yunfan.example/timeline/codes' }),
    asks(50, 'lin-wei', 'Does the supplier keep the texts of our messages?'),
    finishes(55, 'lin-wei', 'start-order', {
      note: 'Codes for payments first; a written answer on data by 06:00; we meet every half hour.',
    }),
    finishes(60, 'zhou-min', 'gather', { note: 'Conditions, actions and needs of both teams are in.' }),
    finishes(62, 'cheng-xue', 'duties', {
      note: 'Looked at users, outage and importance: a report to the cyberspace administration may apply, Zhou Min prepares it; what depends on data is settled when the supplier answers, whom the processor agreement gives two hours.',
    }),
    does(40, 64, 'zhao-lei', 'diagnose', {
      note: 'Gone through with their network team, who confirm it.',
      finding: 'The fault is theirs: their routing table was replaced at 02:50, and the new one drops our sender.',
    }),
    finishes(80, 'emma-clarke', 'tell-parties', { note: 'All departments and nine customers are told.' }),
    finishes(85, 'emma-clarke', 'notice', { link: 'https://status.yunfan.example/20261128-4' }),
    says(90, 'chen-jing', 'tasks', {
      action: 'skip',
      task: 'component',
      reason: 'No component of theirs is built into our software',
    }),
    does(92, 120, 'zhou-min', 'data-there', {
      note: 'In writing: message texts are kept for 30 days, nobody else had access.',
    }),
    answers(122, 'zhou-min', 'Does the supplier', 'Yes, for 30 days; access logs show nobody but the platform itself.'),
    does(100, 130, 'jiang-tao', 'repair', { link: 'https://change.yunfan.example/CHG-8870' }),
    does(66, 128, 'yu-hao', 'their-report', { file: 'report-of-the-supplier.pdf' }),
    fact(135, 'jiang-tao', {
      statement: 'Their route is mended; delivery has been at 99.4 % since 05:18.',
      source: 'Delivery receipts',
    }),
    does(134, 150, 'chen-jing', 'restored', {
      file: 'check-list.txt',
      finding: 'Codes arrive on all four networks within ten seconds.',
    }),
    does(152, 200, 'qian-rong', 'replay', { file: 'accounts-compared.csv' }),
    fact(205, 'chen-jing', {
      values: { outageMinutes: 48, systemDisruption: 'none', spreading: false },
      statement: 'The incident is under control and no longer spreads.',
      source: 'Check list of the recovery',
    }),
    releases(66, 'zhou-min', {
      outlook: 'Likeliest: quiet by 05:00 on the second route; their own repair has no time yet.',
    }),
    releases(235, 'zhou-min', {
      outlook:
        'Best: no repetition. Worst: their change is rolled out again tonight. Likeliest: quiet; we stay on two routes until noon.',
    }),
    overrides(270, 'lin-wei', 'chen-jing', 'Stable for two hours on both routes'),
    releases(290, 'zhou-min', { outlook: 'Watched until noon; the switch back is decided then.' }),
  ),
};
