import {
  overrides,
  acknowledge,
  answers,
  arrive,
  asks,
  checksIn,
  does,
  fact,
  finishes,
  inOrder,
  releases,
  says,
} from './steps.mjs';

/** S5: an authority orders the removal of a function within a day. Level III from the start to the reply. */
export const legalDuty = {
  category: 'legal-duty',
  level: 'III',
  minutes: 345,
  report: {
    by: 'cheng-xue',
    title: 'Order to take the contact upload out of service within 24 hours',
    place: 'Mobile app, function “find friends”',
    cause: 'The provincial office finds that consent is asked for too late',
    impact: 'None on operation so far; removal from the stores is threatened',
    facts: { authorityDemand: true },
    foundMinutesBefore: 30,
  },
  steps: inOrder(
    acknowledge(1, ['lin-wei', 'chen-jing']),
    does(4, 15, 'cheng-xue', 'genuine', {
      note: 'Rang the office on the number of our contact sheet: genuine, reference 2026-118.',
    }),
    finishes(8, 'chen-jing', 'call-back', {
      note: 'Received 02:38 by registered mail-box; the limit runs until 02:38 on 29 November.',
    }),
    finishes(12, 'chen-jing', 'facts', {
      note: 'The order is entered; no effect on operation, users or data is known.',
    }),
    says(18, 'lin-wei', 'verification', {
      outcome: 'confirmed',
      level: 'III',
      reason: 'The order is genuine and the limit is short',
    }),
    acknowledge(20, ['zhou-min', 'xu-na', 'emma-clarke', 'zhao-lei', 'jiang-tao', 'qian-rong', 'he-zhe'], 30),
    does(24, 40, 'emma-clarke', 'register', { file: 'order-2026-118.pdf' }),
    finishes(30, 'zhao-lei', 'open-bridge'),
    finishes(31, 'xu-na', 'log', { link: 'https://wiki.yunfan.example/timeline/order-118' }),
    finishes(45, 'lin-wei', 'start-order', {
      note: 'Off by 10:00, checked by noon, reply filed by 15:00. One voice to the office: Zhou Min.',
    }),
    finishes(46, 'zhou-min', 'gather', { note: 'Conditions, actions and needs of both teams are in.' }),
    says(48, 'zhou-min', 'sitreps'),
    releases(50, 'zhou-min', { outlook: 'Likeliest: switched off by 10:00. Worst: the stores act before that.' }),
    finishes(43, 'cheng-xue', 'duties', {
      note: 'The reply is owed by 02:38 on 29 November and is being prepared. Reports on incidents, personal data, crime and product risk were looked at; whether one applies is settled when it is known what was uploaded without consent.',
    }),
    arrive(28, ['zhou-min', 'emma-clarke', 'zhao-lei', 'jiang-tao', 'qian-rong', 'he-zhe']),
    does(48, 70, 'jiang-tao', 'hold-data', { note: 'Deletion of upload logs is stopped, a copy is kept apart.' }),
    asks(62, 'lin-wei', 'May the function stay for users who consented before?'),
    does(50, 90, 'cheng-xue', 'read-order', {
      note: 'No extension of the limit of 02:38 on 29 November can be asked for.',
      finding:
        'Consent is asked for only after the contacts are uploaded. Four demands: switch off, delete what came without consent, tell users, report.',
    }),
    answers(92, 'cheng-xue', 'May the function', 'No. The order knows no exception; switched off for everybody.'),
    finishes(75, 'emma-clarke', 'tell-parties', { note: 'Departments and both app stores are told.' }),
    finishes(76, 'emma-clarke', 'notice', { link: 'https://status.yunfan.example/20261128-5' }),
    does(94, 125, 'zhao-lei', 'order-plan', {
      note: 'Switch by remote setting, server refuses uploads, deletion in three batches; approved by the commander.',
    }),
    does(95, 140, 'zhou-min', 'least-data', {
      note: 'The office gets counts and log extracts without telephone numbers.',
    }),
    releases(200, 'zhou-min', {
      outlook:
        'Likeliest: off by 10:00, reply by 15:00. Worst: deletion takes until the evening, still before the limit of 02:38 on 29 November.',
    }),
    does(126, 215, 'jiang-tao', 'carry-out', { file: 'before-and-after.zip' }),
    fact(216, 'jiang-tao', {
      statement: 'The function is off everywhere; 18,204 uploads without consent are deleted.',
      source: 'Deployment and deletion logs',
    }),
    does(218, 240, 'cheng-xue', 'second-look', {
      file: 'line-by-line.pdf',
      finding: 'Every demand has its evidence; nothing is open.',
    }),
    finishes(242, 'zhou-min', 'affected', {
      note: 'The order demands it: users have been told in the app since 06:40.',
    }),
    does(241, 265, 'zhou-min', 'reply', {
      note: 'Filed at 07:33, 19 hours before the limit of 02:38 on 29 November.',
      file: 'reply-with-receipt.pdf',
    }),
    fact(266, 'zhou-min', {
      values: { authorityDemand: false, spreading: false },
      statement:
        'The order is complied with and the reply received, 19 hours before the limit; the matter is under control.',
      source: 'Receipt of the office',
    }),
    checksIn([250], 'lin-wei'),
    overrides(310, 'lin-wei', 'chen-jing', 'Carried out, checked by somebody else and answered within the limit'),
    releases(322, 'zhou-min', { outlook: 'The acceptance of the office is watched for.' }),
  ),
};
